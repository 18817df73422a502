/** 风险排查: everybody's finds in one survey: graded by what was seen, recognised when seen before, sent where it belongs. QZ-3.1.3, TY-3.2.3 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, many, ref, text, yes } from "#platform/ledger/fields.ts";
import { findSources, gradeRisk, type RiskFactor, riskFactors, riskGrades, riskPlaces, riskRoutes, routeOf } from "../domain/risk.ts";
import { gridMember } from "../grid/grid.ts";
import { riskRule } from "../standards/shipped.ts";

const required = true;
const readOnly = true;

export const riskCheck = defineLedger("grassroots.risk-check", {
  label: "风险排查",
  counter: "处",
  title: "placeWords",
  place: "point",
  record: { on: "checkedOn", lockDays: 30 },
  fields: {
    placeWords: text("地点", { required, max: 200 }),
    placeKind: choice("场所类别", riskPlaces, { required, indexed: true }),
    unit: ref("单位", "places.unit"),
    checkedOn: day("排查日期", { required }),
    source: choice("来源", findSources, { required, indexed: true }),
    finder: text("发现人", { required, max: 40 }),
    member: ref("网格员", gridMember),
    factors: many("风险因素", riskFactors),
    words: long("情况", { max: 1_000 }),
    photos: files("照片", { max: 9 }),
    score: integer("分值", { readOnly, unit: "分", indexed: true }),
    grade: choice("风险等级", riskGrades, { readOnly, indexed: true }),
    route: choice("去向", riskRoutes, { readOnly, indexed: true }),
    repeats: yes("重复发现", { readOnly, indexed: true }),
    earlier: ref("先前一次", "grassroots.risk-check", { readOnly }),
    hazard: ref("隐患", "hazard-loop.hazard", { readOnly }),
    settledOn: day("盯办销记", { indexed: true }),
    settledWords: text("销记说明", { max: 200 }),
  },
  search: ["placeWords", "finder"],
  list: {
    columns: ["placeWords", "placeKind", "area", "checkedOn", "source", "score", "grade", "route", "repeats", "finder"],
    filters: ["area", "placeKind", "source", "grade", "route", "repeats", "checkedOn"],
    sort: "-checkedOn",
  },
  views: {
    watch: { label: "村社盯办", where: { route: "watch", settledOn: { set: false } } },
    grave: { label: "红橙", where: { grade: ["red", "orange"] } },
    repeated: { label: "重复发现", where: { repeats: true } },
    public: { label: "群众与志愿者", where: { source: ["volunteer", "citizen"] } },
  },
  derive: (row) => {
    const { score, grade } = gradeRisk((row.factors ?? []) as readonly RiskFactor[], riskRule);
    return { score, grade, route: routeOf(grade) };
  },
});
