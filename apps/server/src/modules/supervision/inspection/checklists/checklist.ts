/** A check list as everybody reads it, shipped or an office's own: what is looked at, on what ground, how grave, what photo, how to mend. */
import type { UnitKind } from "#modules/ground/places/index.ts";

export const listPurposes = { supervision: "监督检查", selfCheck: "单位自查", patrol: "巡查", survey: "排查" } as const;
export type ListPurpose = keyof typeof listPurposes;
export const itemGrades = { minor: "轻微", general: "一般", serious: "严重" } as const;
export type ItemGrade = keyof typeof itemGrades;
export const photoDemands = { always: "必拍", onFail: "不合格时拍", never: "不拍" } as const;
export type PhotoDemand = keyof typeof photoDemands;
export const frequencies = {
  twoHourly: "每 2 小时",
  nightly: "每夜",
  daily: "每日",
  monthly: "每月",
  quarterly: "每季",
  yearly: "每年",
} as const;
export type Frequency = keyof typeof frequencies;

export type CheckItem = {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly ground: string | null;
  readonly grade: ItemGrade;
  readonly penalty: string | null;
  readonly photo: PhotoDemand;
  readonly remedy: string | null;
  readonly confidence: string;
};

export type Checklist = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kinds: readonly UnitKind[];
  /** What it is for where no kind of unit says it: 居住出租房. */
  readonly subject: string | null;
  readonly purpose: ListPurpose;
  readonly frequency: Frequency | null;
  readonly scope: "national" | "office";
  readonly validFrom: string | null;
  readonly source: string;
  readonly items: readonly CheckItem[];
};
