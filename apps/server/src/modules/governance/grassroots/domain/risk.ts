/** 风险排查: what was seen on a walk in points, a grade, and whether somebody saw the same before. */
export const riskFactors = {
  exitBlocked: "出口锁闭或堵塞",
  sleepingMixed: "生产经营场所住人",
  ebikeIndoors: "电动车室内停放充电",
  wiring: "电线私拉乱接",
  combustibles: "大量可燃物",
  noExtinguisher: "没有灭火器",
  alarmBroken: "报警或喷淋失效",
  vulnerable: "老弱独居",
  gasMisuse: "燃气使用不当",
  laneBlocked: "消防通道被占",
} as const;
export type RiskFactor = keyof typeof riskFactors;
export const riskGrades = { red: "红", orange: "橙", yellow: "黄", blue: "蓝" } as const;
export type RiskGrade = keyof typeof riskGrades;
/** Who found it: the survey is everybody's. TY-3.2.3 */
export const findSources = {
  gridMember: "网格员",
  village: "村社",
  station: "管理站",
  volunteer: "志愿者",
  citizen: "群众",
  platform: "平台推送",
} as const;
export const riskPlaces = {
  shop: "沿街商铺",
  rental: "出租房",
  workshop: "作坊厂房",
  home: "居民家庭",
  selfBuilt: "自建房",
  yard: "楼院公共部位",
  other: "其他",
} as const;

type RiskRule = {
  readonly points: Readonly<Record<RiskFactor, number>>;
  readonly grades: { readonly red: number; readonly orange: number; readonly yellow: number };
  readonly duplicateMetres: number;
  readonly duplicateDays: number;
};

export function gradeRisk(
  factors: readonly RiskFactor[],
  { points, grades }: RiskRule,
): { readonly score: number; readonly grade: RiskGrade } {
  const score = [...new Set(factors)].reduce((sum, factor) => sum + points[factor], 0);
  if (score >= grades.red) return { score, grade: "red" };
  if (score >= grades.orange) return { score, grade: "orange" };
  return { score, grade: score >= grades.yellow ? "yellow" : "blue" };
}

/** Where a find goes by itself: red and orange become a hazard at once, yellow is looked at again by the village, blue is only noted. */
export const routeOf = (grade: RiskGrade): "hazard" | "watch" | "note" =>
  grade === "red" || grade === "orange" ? "hazard" : grade === "yellow" ? "watch" : "note";
export const riskRoutes = { hazard: "转隐患", watch: "村社盯办", note: "登记备查" } as const;

export type Spot = { readonly lon: number; readonly lat: number };
const EARTH_M = 6_371_000;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
function metresBetween(a: Spot, b: Spot): number {
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(h));
}

export type Seen = {
  readonly id: string;
  readonly unit: string | null;
  readonly placeWords: string;
  readonly spot: Spot | null;
};
const bare = (words: string): string => words.replace(/[\s，。、,.（）()-]/g, "");

/** The same unit, the same words in the same area, or within a few steps: the earlier row this one repeats. Candidates are newest first. */
export const sameAs = (given: Omit<Seen, "id">, before: readonly Seen[], metres: number): string | null =>
  before.find(
    (each) =>
      (given.unit !== null && each.unit === given.unit) ||
      (given.unit === null && each.unit === null && bare(each.placeWords) === bare(given.placeWords)) ||
      (given.unit === null &&
        each.unit === null &&
        given.spot !== null &&
        each.spot !== null &&
        metresBetween(given.spot, each.spot) <= metres),
  )?.id ?? null;
