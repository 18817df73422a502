/** Figures of campaigns and registers, each with the rows behind it. JX-1.3.2, QZ-4.1.1, TY-2.3.1.2, TY-2.4.4.5, TY-2.5.1.1 */
import { defineMeasure } from "#platform/measure/define.ts";
import { campaignObject } from "./campaigns/campaign-object.ts";
import { oldPlace } from "./registers/old-place.ts";
import { rentalHouse } from "./registers/rental-house.ts";
import { villageHouse } from "./registers/urban-village.ts";
import { zoneDay } from "./security/security-zone.ts";
import { highRiskPlace, surveySheet } from "./survey/survey-sheet.ts";
import { ruralWork, traditionalVillage, villageCondition } from "./village/rural.ts";
import { industryVisit } from "./village/service-request.ts";

const applicable = { of: campaignObject, where: { status: { not: "notApplicable" } } } as const;
const up = { unit: "%", better: "higher", target: 100 } as const;

export const measures = [
  defineMeasure("key-places.checked_rate", {
    ...up,
    label: "专项整治排查率",
    by: { share: applicable, where: { status: ["checked", "found", "cleared"] } },
    source: "TY-2.5.1.1",
  }),
  defineMeasure("key-places.cleared_rate", {
    ...up,
    label: "专项整治清零率",
    by: { share: applicable, where: { status: ["checked", "cleared"] } },
    source: "JX-1.3.2",
  }),
  defineMeasure("key-places.industry_checked_rate", {
    ...up,
    label: "重点行业单位排查率",
    by: {
      share: { ...applicable, where: { ...applicable.where, source: "places.unit" } },
      where: { status: ["checked", "found", "cleared"] },
    },
    split: "industry",
    source: "TY-2.5.1.1",
  }),
  defineMeasure("key-places.campaign_problems", {
    label: "专项整治发现隐患",
    unit: "处",
    by: { sum: { of: campaignObject, on: "checkedOn" }, field: "hazards" },
    split: "industry",
  }),
  defineMeasure("key-places.survey_verified_rate", {
    ...up,
    label: "排查表核实率",
    by: { share: { of: surveySheet }, where: { open: false } },
    source: "SH-0.1",
  }),
  defineMeasure("key-places.high_risk", {
    label: "在册高风险场所",
    unit: "处",
    better: "lower",
    by: { count: { of: highRiskPlace, where: { status: "listed" } } },
    split: "grade",
    source: "SH-0.1",
  }),
  defineMeasure("key-places.village_houses_done", {
    ...up,
    label: "城中村房屋处置率",
    by: { share: { of: villageHouse }, where: { outcome: { set: true } } },
    source: "SH-3.10",
  }),
  defineMeasure("key-places.rental_six_done", {
    ...up,
    label: "出租房六项工作完成率",
    by: { share: { of: rentalHouse }, where: { itemsDone: 6 } },
    source: "QZ-4.1.1",
  }),
  defineMeasure("key-places.rental_patrol_due", {
    label: "到期未巡出租房",
    unit: "处",
    better: "lower",
    by: { count: { of: rentalHouse, where: { ...rentalHouse.views?.patrolDue?.where } } },
    source: "QZ-4.1.1",
  }),
  defineMeasure("key-places.old_places_in_force", {
    ...up,
    label: "老旧场所差异化防控落实率",
    by: { share: { of: oldPlace }, where: { inForce: true } },
    source: "TY-2.3.1.2",
  }),
  defineMeasure("key-places.zone_days_held", {
    ...up,
    label: "安保区域达标率",
    by: { share: { of: zoneDay, on: "heldOn" }, where: { held: true } },
    source: "JX-1.3.6",
  }),
  defineMeasure("key-places.villages_solved", {
    ...up,
    label: "传统村落问题解决率",
    by: { share: { of: traditionalVillage, where: { surveyedOn: { set: true } } }, where: { left: 0 } },
    source: "TY-2.4.4.2",
  }),
  defineMeasure("key-places.rural_works_done", {
    ...up,
    label: "乡村改造工程完工率",
    by: { share: { of: ruralWork }, where: { finishedOn: { set: true } } },
    split: "kind",
    source: "TY-2.4.4.1",
  }),
  defineMeasure("key-places.village_index", {
    label: "乡村消防安全条件指数",
    unit: "分",
    better: "higher",
    decimals: 1,
    by: { mean: { of: villageCondition, on: "assessedOn" }, field: "index" },
    source: "TY-2.4.4.5",
  }),
  defineMeasure("key-places.village_base_index", {
    label: "乡村消防安全条件基期指数",
    unit: "分",
    decimals: 1,
    by: { mean: { of: villageCondition, on: "assessedOn" }, field: "baseIndex" },
    source: "TY-2.4.4.5",
  }),
  defineMeasure("key-places.service_removed", {
    label: "上门服务消除隐患",
    unit: "处",
    better: "higher",
    by: { sum: { of: industryVisit, on: "visitedOn" }, field: "removed" },
    source: "TY-2.4.4.3",
  }),
];
