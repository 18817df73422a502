/** Invents the demonstration city's hazards, the same every time. Plain data; the seed puts it into the case. */
import { createRandom } from "#modules/ground/places/index.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import type { HazardGrade, HazardOrigin } from "../domain/kinds.ts";

type Template = {
  readonly item: string;
  readonly what: string;
  readonly places: readonly string[];
  readonly grade: Exclude<HazardGrade, "major">;
  readonly ground: string;
  readonly measures: string;
};

const templates: readonly Template[] = [
  {
    item: "common#passage-blocked",
    what: "疏散通道堆放货物，净宽不足",
    places: ["1 层 后场通道", "2 层 东侧走道", "库房 主通道"],
    grade: "general",
    ground: "消防法 第二十八条",
    measures: "清走堆放物，划出禁放线",
  },
  {
    item: "common#exit-locked",
    what: "营业期间安全出口上锁",
    places: ["1 层 后门", "2 层 西侧楼梯口"],
    grade: "general",
    ground: "消防法 第二十八条",
    measures: "拆除锁具，改为推杆锁",
  },
  {
    item: "common#extinguisher-pressure",
    what: "灭火器压力不足",
    places: ["1 层 收银台旁", "厨房 门口", "2 层 走道"],
    grade: "minor",
    ground: "消防法 第十六条第一款第二项",
    measures: "送检换新",
  },
  {
    item: "common#emergency-light",
    what: "应急照明灯断电后不亮",
    places: ["楼梯间 2 层", "1 层 大厅"],
    grade: "general",
    ground: "消防法 第十六条第一款第二项",
    measures: "更换灯具",
  },
  {
    item: "common#exit-sign",
    what: "疏散指示标志损坏",
    places: ["1 层 走道转角", "3 层 走道"],
    grade: "minor",
    ground: "消防法 第十六条第一款第二项",
    measures: "更换标志",
  },
  {
    item: "common#fire-door",
    what: "常闭式防火门用木楔顶开",
    places: ["楼梯间 1 层", "楼梯间 3 层"],
    grade: "general",
    ground: "公安部令第61号 第二十五条",
    measures: "拆除木楔，修好闭门器",
  },
  {
    item: "common#hydrant-covered",
    what: "室内消火栓被遮挡",
    places: ["1 层 货架后", "2 层 楼梯旁"],
    grade: "general",
    ground: "消防法 第二十八条",
    measures: "移开遮挡物",
  },
  {
    item: "common#wiring",
    what: "私拉乱接电线，插座串接",
    places: ["仓库 北墙", "厨房 操作台", "2 层 办公室"],
    grade: "general",
    ground: "消防法 第二十七条第二款",
    measures: "拆除串接插座，穿管敷设",
  },
  {
    item: "common#ebike-indoors",
    what: "电动自行车在室内充电",
    places: ["1 层 门厅", "楼梯间 1 层"],
    grade: "general",
    ground: "应急管理部令第5号 第三十七条",
    measures: "移出并停用插座",
  },
  {
    item: "kitchen#duct",
    what: "油烟管道积油，未见本季清洗记录",
    places: ["厨房 排烟口"],
    grade: "general",
    ground: "应急管理部令第5号 第二十三条",
    measures: "清洗管道并留存记录",
  },
  {
    item: "common#control-room-single",
    what: "消防控制室只有一人值班",
    places: ["消防控制室"],
    grade: "general",
    ground: "GB 25506-2010",
    measures: "补足值班人员",
  },
  {
    item: "common#lane-parked",
    what: "消防车通道停放车辆",
    places: ["南侧 消防车通道", "北门 登高场地"],
    grade: "general",
    ground: "消防法 第二十八条",
    measures: "清走车辆，划线并设标志",
  },
  {
    item: "common#drill-missing",
    what: "半年内未组织灭火和应急疏散演练",
    places: ["单位"],
    grade: "minor",
    ground: "公安部令第61号 第四十条",
    measures: "组织演练并留存记录",
  },
  {
    item: "common#sandwich-panel",
    what: "搭建彩钢板隔间，芯材可燃",
    places: ["2 层 隔间", "屋面 东侧"],
    grade: "general",
    ground: "消防法 第二十六条",
    measures: "拆除隔间",
  },
];

export type DemoHazard = {
  readonly key: string;
  readonly unit: string;
  readonly area: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly what: string;
  readonly placeWords: string;
  readonly item: string;
  readonly grade: Exclude<HazardGrade, "major">;
  readonly ground: string;
  readonly measures: string;
  readonly origin: HazardOrigin;
  readonly foundOn: CalendarDate;
  readonly foundBy: string;
  readonly person: string;
  readonly state: "found" | "graded" | "assigned" | "rectified" | "closed" | "void";
  readonly dueOn: CalendarDate | null;
  readonly rectifiedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  readonly timesBefore: number;
  readonly returns: number;
  readonly difficulty: "easy" | "normal" | "hard";
};

type DemoUnit = {
  readonly key: string;
  readonly area: string;
  readonly lon?: number | null | undefined;
  readonly lat?: number | null | undefined;
  readonly manager?: string | null | undefined;
};

const DAYS = 180;
const origins: readonly HazardOrigin[] = ["inspection", "inspection", "inspection", "patrol", "patrol", "selfCheck", "survey", "device"];
const finders = ["林晓东", "何伟", "方丽华", "胡小平", "徐建国"];

/** About half as many hazards as units, over the last half year; the farther back, the more surely closed. */
export function demoHazards(units: readonly DemoUnit[], today: CalendarDate): readonly DemoHazard[] {
  const { next: random, pick } = createRandom(35_181);
  const count = Math.ceil(units.length / 2);
  return Array.from({ length: count }, (_, index): DemoHazard => {
    const unit = pick(units);
    const template = pick(templates);
    const ago = Math.floor(random() ** 1.6 * DAYS);
    const foundOn = addDays(today, -ago);
    const term = template.grade === "minor" ? 7 : 15;
    const dueOn = addDays(foundOn, term);
    const took = Math.max(1, Math.round(random() * term * 1.25));
    const isOpen = random() < Math.max(0.015, 1 - ago / 35);
    const state = isOpen
      ? ago === 0
        ? "found"
        : ago < 2
          ? pick(["found", "graded"] as const)
          : pick(["assigned", "assigned", "assigned", "rectified"] as const)
      : random() < 0.03
        ? "void"
        : "closed";
    const rectified = state === "closed" || state === "rectified";
    const rectifiedOn = rectified ? earlier(addDays(foundOn, state === "rectified" ? Math.min(took, ago) : took), today) : null;
    return {
      key: `hazard ${index}`,
      unit: unit.key,
      area: unit.area,
      lon: unit.lon ?? null,
      lat: unit.lat ?? null,
      what: template.what,
      placeWords: pick(template.places),
      item: template.item,
      grade: template.grade,
      ground: template.ground,
      measures: template.measures,
      origin: pick(origins),
      foundOn,
      foundBy: pick(finders),
      person: unit.manager ?? "负责人",
      state,
      dueOn: state === "found" || state === "graded" || state === "void" ? null : dueOn,
      rectifiedOn,
      closedOn:
        state === "closed" && rectifiedOn
          ? earlier(addDays(rectifiedOn, 1 + Math.floor(random() * 3)), today)
          : state === "void"
            ? foundOn
            : null,
      timesBefore: random() < 0.07 ? 1 : 0,
      returns: random() < 0.05 ? 1 : 0,
      difficulty: template.grade === "minor" ? "easy" : random() < 0.06 ? "hard" : "normal",
    };
  });
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
