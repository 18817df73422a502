/** 对标: a body against its norm, item by item. What the platform sees itself it says; the rest is rated by the body and verified by somebody else. */
export const sections = {
  duties: "职责分工",
  people: "人员配备",
  facilities: "场地装备",
  operation: "日常运作",
  support: "运行保障",
  assessment: "考核机制",
} as const;
export const forces = { office: "消防办", station: "管理站", village: "村社组织", microStation: "微型消防站" } as const;
export type Force = keyof typeof forces;
export const answers = { met: "做到", partly: "部分做到", not: "没有做到" } as const;
type AnswerKey = keyof typeof answers;

export type NormItem = {
  readonly section: keyof typeof sections;
  readonly what: string;
  /** Field of the body's own ledger the platform looks at; without one a person rates. */
  readonly field?: string | null | undefined;
  /** The row of a table in that field, by name. */
  readonly of?: string | null | undefined;
  readonly least?: number | null | undefined;
};
export type Rated = {
  readonly item: string;
  readonly self?: AnswerKey | null;
  readonly verified?: AnswerKey | null;
  readonly words?: string | null;
};
export type Compared = NormItem & {
  /** `seen` by the platform, `rated` by people, `open`: nobody has said anything yet. */
  readonly by: "seen" | "rated" | "open";
  readonly met: boolean | null;
  readonly actual: string | number | boolean | null;
  readonly self: AnswerKey | null;
  readonly verified: AnswerKey | null;
  readonly words: string | null;
};

/** What stands in a field: a number, filled or not, or the count of a named row of a table. */
function actualOf({ field, of }: NormItem, body: Readonly<Record<string, unknown>>): Compared["actual"] {
  const value = field ? body[field] : null;
  if (Array.isArray(value)) {
    const rows = value as readonly Readonly<Record<string, unknown>>[];
    if (!of) return rows.length;
    return rows.filter((row) => String(row.name ?? "").includes(of)).reduce((sum, row) => sum + Number(row.count ?? 1), 0);
  }
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" && value !== "" ? value : null;
}

const isMet = (actual: Compared["actual"], least: number | null | undefined): boolean =>
  typeof least === "number" ? Number(actual ?? 0) >= least : actual !== null && actual !== false && actual !== 0;

/** The verifier's word stands over the body's own. */
const ratedMet = (rated: Rated | undefined): boolean | null => {
  const said = rated?.verified ?? rated?.self ?? null;
  return said === null ? null : said === "met";
};

export function compare(
  items: readonly NormItem[],
  body: Readonly<Record<string, unknown>>,
  ratings: readonly Rated[] = [],
): readonly Compared[] {
  return items.map((item) => {
    const rated = ratings.find((each) => each.item === item.what);
    const said = { self: rated?.self ?? null, verified: rated?.verified ?? null, words: rated?.words ?? null };
    if (item.field) {
      const actual = actualOf(item, body);
      return { ...item, ...said, by: "seen", met: isMet(actual, item.least), actual };
    }
    const met = ratedMet(rated);
    return { ...item, ...said, by: met === null ? "open" : "rated", met, actual: null };
  });
}

/** What an unset body lacks is everything: it has no field that counts. @returns met of all, in % rounded down; null for a norm without items */
export function shareMet(compared: readonly Compared[]): number | null {
  if (compared.length === 0) return null;
  return Math.floor((compared.filter(({ met }) => met === true).length / compared.length) * 100);
}

const POINTS: Readonly<Record<AnswerKey, number>> = { met: 1, partly: 0.5, not: 0 };
/** Points of a rating out of 100; partly is half. @returns null where nothing was said */
export function pointsOf(rated: readonly Rated[], side: "self" | "verified"): number | null {
  const said = rated.flatMap((each) => (each[side] ? [POINTS[each[side]]] : []));
  return said.length === 0 ? null : Math.round((said.reduce((sum, each) => sum + each, 0) / said.length) * 100);
}
