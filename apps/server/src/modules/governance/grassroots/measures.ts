/** Figures of grassroots governance; each opens the rows behind it. PT-2.2.2.1, QZ-3.3, TY-2.4.1, TY-2.6.2.3, QZ-1.2.5 */
import { defineMeasure } from "#platform/measure/define.ts";
import { appraisal } from "./appraisal/appraisal.ts";
import { event } from "./embed/event.ts";
import { activity, office } from "./forces/office.ts";
import { station, stationPost } from "./forces/station.ts";
import { team, villageBody } from "./forces/village.ts";
import { gridMember, patrol } from "./grid/grid.ts";
import { problem } from "./problems/problem.ts";
import { register } from "./registers/ledgers.ts";
import { riskCheck } from "./risk/ledgers.ts";
import { rating } from "./standards/ledgers.ts";
import { memberTraining, notice } from "./village/ledgers.ts";

const higher = { better: "higher" as const };
const full = { ...higher, unit: "%", target: 100 };
const active = { status: "active" };

export const measures = [
  defineMeasure("grassroots.offices_rate", {
    label: "消防安全管理办公室设立率",
    ...full,
    by: { share: { of: office }, where: { status: "set" } },
    source: "PT-2.2.2.1",
  }),
  defineMeasure("grassroots.office_director_rate", {
    label: "办公室主任符合要求率",
    ...full,
    by: { share: { of: office, where: { status: "set" } }, where: { directorFits: true } },
    source: "PT-2.2.2.1",
  }),
  defineMeasure("grassroots.town_officer_rate", {
    label: "乡镇专责人员配备率",
    ...full,
    by: { share: { of: office }, where: { officer: { set: true } } },
    source: "TY-2.4.1.5",
  }),
  defineMeasure("grassroots.stations_rate", {
    label: "应急消防管理站设置率",
    ...full,
    by: { share: { of: station }, where: { status: "set" } },
    source: "QZ-3.3.3",
  }),
  defineMeasure("grassroots.station_staff", {
    label: "管理站在岗人数",
    ...higher,
    unit: "人",
    by: { sum: { of: station }, field: "staffPresent" },
  }),
  defineMeasure("grassroots.station_staff_rate", {
    label: "管理站在岗达标率",
    ...full,
    by: { share: { of: station }, where: { staffMet: true } },
    source: "QZ-3.3.5",
  }),
  defineMeasure("grassroots.ab_posts_rate", {
    label: "AB 岗配置率",
    ...full,
    by: { share: { of: stationPost }, where: { paired: true } },
    source: "QZ-3.3.6",
  }),
  defineMeasure("grassroots.station_posts", {
    label: "管理站已设岗位",
    ...higher,
    unit: "类",
    by: { count: { of: stationPost, where: { holderA: { set: true } } } },
    split: "post",
    source: "QZ-3.3.3",
  }),
  defineMeasure("grassroots.patrol_cars_rate", {
    label: "应急消防巡逻车配备率",
    ...full,
    by: { share: { of: station }, where: { patrolCar: true } },
    source: "QZ-6.2.4",
  }),
  defineMeasure("grassroots.village_bodies_rate", {
    label: "村社消防组织设立率",
    ...full,
    by: { share: { of: villageBody }, where: { status: "set" } },
    source: "TY-2.4.1.6",
  }),
  defineMeasure("grassroots.village_led_rate", {
    label: "村“两委”牵头率",
    ...full,
    by: { share: { of: villageBody }, where: { ledByCommittees: true } },
    source: "TY-2.4.1.6",
  }),
  defineMeasure("grassroots.village_pledges_rate", {
    label: "村民防火公约覆盖率",
    ...full,
    by: { share: { of: villageBody }, where: { pledge: true } },
    source: "TY-2.4.1.6",
  }),
  defineMeasure("grassroots.register_completeness", {
    label: "底数清册完整度",
    ...full,
    decimals: 1,
    by: { mean: { of: register, where: { completeness: { set: true } } }, field: "completeness" },
    source: "PT-2.2.4.3",
  }),
  defineMeasure("grassroots.register_freshness", {
    label: "底数清册按期确认率",
    ...full,
    by: { share: { of: register }, where: { freshUntil: { from: "today" } } },
    source: "PT-2.2.4.3",
  }),
  defineMeasure("grassroots.patrols", {
    label: "网格巡查",
    ...higher,
    unit: "次",
    by: { count: { of: patrol, on: "patrolledOn" } },
    source: "TY-2.4.1.7",
  }),
  defineMeasure("grassroots.patrol_problems", {
    label: "巡查发现问题",
    unit: "处",
    by: { sum: { of: patrol, on: "patrolledOn" }, field: "problems" },
  }),
  defineMeasure("grassroots.patrol_coverage", {
    label: "网格员巡查覆盖率",
    ...full,
    by: { share: { of: gridMember, where: active }, where: { lastPatrolOn: { from: "today-30d" } } },
  }),
  defineMeasure("grassroots.grid_members", { label: "网格员", ...higher, unit: "人", by: { count: { of: gridMember, where: active } } }),
  defineMeasure("grassroots.grid_module_rate", {
    label: "网格使用消防模块率",
    ...full,
    by: { share: { of: gridMember, where: active }, where: { moduleInUse: true } },
    source: "TY-2.6.2.3",
  }),
  defineMeasure("grassroots.grid_members_appraised", {
    label: "网格员考核",
    ...higher,
    unit: "人次",
    by: { count: { of: appraisal, where: { state: "frozen" }, on: "frozenOn" } },
    split: "grade",
  }),
  defineMeasure("grassroots.grid_members_appraised_rate", {
    label: "网格员按月考核率",
    ...full,
    by: { share: { of: gridMember, where: active }, where: { appraisedOn: { from: "today-45d" } } },
  }),
  defineMeasure("grassroots.grid_score", {
    label: "网格员考核均分",
    ...higher,
    unit: "分",
    decimals: 1,
    by: { mean: { of: appraisal, where: { state: "frozen" }, on: "frozenOn" }, field: "score" },
  }),
  defineMeasure("grassroots.activities", {
    label: "基层工作",
    ...higher,
    unit: "次",
    by: { count: { of: activity, on: "doneOn" } },
    split: "kind",
    source: "PT-2.2.2.6",
  }),
  defineMeasure("grassroots.town_studies", {
    label: "乡镇专题研究消防",
    ...higher,
    unit: "次",
    by: { count: { of: activity, where: { kind: "study" }, on: "doneOn" } },
    source: "TY-2.4.1.4",
  }),
  defineMeasure("grassroots.teams", {
    label: "群防群治队伍",
    ...higher,
    unit: "支",
    by: { count: { of: team, where: active } },
    split: "kind",
  }),
  defineMeasure("grassroots.villages_active_rate", {
    label: "村社工作台活跃率",
    ...full,
    by: { share: { of: villageBody }, where: { lastActiveOn: { from: "today-30d" } } },
    source: "SH-1.14",
  }),
  defineMeasure("grassroots.notices_in_time_rate", {
    label: "村社通知按时签收率",
    ...full,
    by: { share: { of: notice, on: "sentOn" }, where: { inTime: true } },
  }),
  defineMeasure("grassroots.bodies_verified", {
    label: "对标核实",
    ...higher,
    unit: "个",
    by: { count: { of: rating, where: { state: "verified" }, on: "verifiedOn" } },
    split: "force",
    source: "PT-4.2.2",
  }),
  defineMeasure("grassroots.risk_finds", {
    label: "风险排查",
    ...higher,
    unit: "处",
    by: { count: { of: riskCheck, on: "checkedOn" } },
    split: "source",
    source: "TY-3.2.3",
  }),
  defineMeasure("grassroots.public_finds_rate", {
    label: "群众与志愿者发现占比",
    ...higher,
    unit: "%",
    by: { share: { of: riskCheck, on: "checkedOn" }, where: { source: ["volunteer", "citizen"] } },
    source: "TY-3.2.3",
  }),
  defineMeasure("grassroots.problems_closed_rate", {
    label: "重大问题销号率",
    ...full,
    by: { share: { of: problem, where: { state: ["listed", "reported", "closed"] } }, where: { state: "closed" } },
    source: "QZ-3.1.1",
  }),
  defineMeasure("grassroots.member_trainings", {
    label: "网格员培训",
    ...higher,
    unit: "人次",
    by: { count: { of: memberTraining, on: "trainedOn" } },
    source: "TY-2.6.2.4",
  }),
  defineMeasure("grassroots.platform_events", {
    label: "平台流入事件",
    unit: "件",
    by: { count: { of: event, on: "openedAt" } },
    split: "kind",
    source: "SH-1.13",
  }),
  defineMeasure("grassroots.platform_closed_rate", {
    label: "平台事件闭环率",
    ...full,
    by: { share: { of: event, on: "openedAt" }, where: { state: ["done", "refused"] } },
    source: "PT-1.6",
  }),
  defineMeasure("grassroots.platform_close_time", {
    label: "平台事件办结用时",
    unit: "小时",
    better: "lower",
    decimals: 1,
    by: { mean: { of: event, where: { closedAt: { set: true } }, on: "closedAt" }, between: ["openedAt", "closedAt"], in: "hours" },
    source: "PT-1.6",
  }),
];
