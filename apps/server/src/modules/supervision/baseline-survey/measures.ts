/** How much of the register the settled surveys have reached. TY-3.2.1 */
import { defineMeasure } from "#platform/measure/define.ts";
import { survey, surveyItem } from "./survey.ts";

export const measures = [
  defineMeasure("baseline-survey.items", {
    label: "摸底隐患底数",
    unit: "处",
    by: { count: { of: surveyItem, on: "foundOn" } },
    split: "type",
    source: "SH-3.1",
  }),
  defineMeasure("baseline-survey.surveyed", {
    label: "摸底排查单位",
    unit: "家",
    by: { sum: { of: survey, on: "settledOn", where: { state: "settled" } }, field: "surveyed" },
    source: "TY-3.2.1",
  }),
];
