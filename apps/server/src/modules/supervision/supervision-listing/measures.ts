/** Figures of the three tools 挂牌督办、约谈、曝光; each opens the rows behind it. TY-1.8, TY-3.3, JX-1.2.1, QZ-2.1.4. */
import { hazard } from "#modules/supervision/hazard-loop/index.ts";
import { defineMeasure } from "#platform/measure/define.ts";
import { batch } from "./batch.ts";
import { exposure } from "./exposure.ts";
import { interview } from "./interview.ts";
import { listing } from "./listing.ts";

export const measures = [
  defineMeasure("supervision-listing.listed", {
    label: "挂牌督办",
    unit: "件",
    by: { count: { of: listing, on: "listedOn" } },
    split: "target",
  }),
  defineMeasure("supervision-listing.open", {
    label: "挂牌在办",
    unit: "件",
    by: { count: { of: listing, where: { state: ["listed", "review", "delisting"] } } },
  }),
  defineMeasure("supervision-listing.overdue", {
    label: "挂牌逾期",
    unit: "件",
    better: "lower",
    by: { count: { of: listing, where: { state: ["listed", "review"], dueOn: { before: "today" } } } },
  }),
  defineMeasure("supervision-listing.on_time_rate", {
    label: "按时销案率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: listing, where: { state: "delisted" }, on: "delistedOn" }, where: { onTime: true } },
    source: "TY-3.3.4",
  }),
  defineMeasure("supervision-listing.major_listed_rate", {
    label: "重大火灾隐患挂牌率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: hazard, where: { open: true, grade: "major" } }, where: { listed: true } },
    source: "TY-3.3.2",
  }),
  defineMeasure("supervision-listing.batches", {
    label: "公布的挂牌批次",
    unit: "批",
    better: "higher",
    by: { count: { of: batch, on: "issuedOn" } },
    split: "kind",
    source: "JX-1.2.1",
  }),
  defineMeasure("supervision-listing.major_listings", {
    label: "重大火灾隐患单位挂牌",
    unit: "件",
    better: "higher",
    by: { count: { of: listing, where: { target: "hazard" }, on: "listedOn" } },
    source: "QZ-2.1.4",
  }),
  defineMeasure("supervision-listing.interviews", {
    label: "约谈",
    unit: "次",
    by: { count: { of: interview, on: "heldOn" } },
    split: "kind",
    source: "TY-1.8",
  }),
  defineMeasure("supervision-listing.interview_effect_rate", {
    label: "约谈后改进率",
    unit: "%",
    better: "higher",
    by: { share: { of: interview, where: { state: ["held", "improved"] }, on: "heldOn" }, where: { state: "improved" } },
  }),
  defineMeasure("supervision-listing.exposures", {
    label: "曝光",
    unit: "件",
    by: { count: { of: exposure, on: "publishedOn" } },
    split: "ground",
    source: "TY-1.8",
  }),
  defineMeasure("supervision-listing.kept_rate", {
    label: "销案后保持率",
    unit: "%",
    better: "higher",
    by: { share: { of: listing, where: { state: "delisted", effect: { set: true } }, on: "effectOn" }, where: { effect: "kept" } },
    source: "TY-3.3.4",
  }),
];
