/** A tiny module for the tests of measures and of what is judged by them: hydrants, their pumps, meetings, fires, people. */
import { defineLedger } from "../ledger/define.ts";
import { choice, day, integer, organ, ref, text } from "../ledger/fields.ts";
import { defineModule } from "../module.ts";
import { defineMeasure } from "./define.ts";

const required = true;
const hydrant = defineLedger("drill.hydrant", {
  label: "演练栓",
  counter: "具",
  title: "code",
  fields: {
    code: text("编号", { required, max: 20 }),
    state: choice("状态", { intact: "完好", leaking: "漏水", missing: "缺失" }, { required }),
  },
  list: { columns: ["code", "area", "state"], filters: ["area", "state"] },
});
const valve = defineLedger("drill.valve", {
  label: "演练阀",
  counter: "个",
  title: "code",
  partOf: "hydrant",
  fields: { hydrant: ref("栓", hydrant, { required }), code: text("编号", { required, max: 20 }) },
  list: { columns: ["code", "hydrant"], filters: ["area"] },
});
const meeting = defineLedger("drill.meeting", {
  label: "演练会议",
  counter: "次",
  title: "topic",
  fields: { topic: text("议题", { required, max: 40 }), heldOn: day("日期", { required }), chair: organ("主持") },
  list: { columns: ["topic", "heldOn", "area"], filters: ["area", "heldOn"] },
});
const fire = defineLedger("drill.fire", {
  label: "演练火灾",
  counter: "起",
  title: "place",
  fields: {
    place: text("地点", { required, max: 40 }),
    on: day("日期", { required }),
    deaths: integer("死亡", { required, unit: "人", min: 0, max: 100 }),
  },
  list: { columns: ["place", "on", "deaths", "area"], filters: ["area", "on"] },
});
const people = defineLedger("drill.people", {
  label: "演练人口",
  counter: "条",
  title: "source",
  fields: {
    source: text("来源", { required, max: 40 }),
    on: day("日期", { required }),
    count: integer("人口", { required, unit: "人", min: 0, max: 100_000_000 }),
  },
  list: { columns: ["source", "on", "count", "area"], filters: ["area", "on"] },
});

export const measures = {
  intact: defineMeasure("drill.intact_rate", {
    label: "演练完好率",
    unit: "%",
    better: "higher",
    by: { share: { of: hydrant }, where: { state: "intact" } },
  }),
  valved: defineMeasure("drill.valved_rate", {
    label: "演练配阀率",
    unit: "%",
    better: "higher",
    by: { each: { of: hydrant }, has: { of: valve, via: "hydrant", atLeast: 1 } },
  }),
  meetings: defineMeasure("drill.meetings", {
    label: "演练会议数",
    unit: "次",
    better: "higher",
    by: { count: { of: meeting, on: "heldOn" } },
    per: "chair",
  }),
  deaths: defineMeasure("drill.deaths", {
    label: "演练死亡",
    unit: "人",
    better: "lower",
    by: { sum: { of: fire, on: "on" }, field: "deaths" },
  }),
  people: defineMeasure("drill.people_count", {
    label: "演练人口数",
    unit: "人",
    asOf: true,
    by: { sum: { of: people, on: "on" }, field: "count" },
  }),
  deathRate: defineMeasure("drill.death_rate", {
    label: "演练死亡率",
    unit: "人/十万人",
    better: "lower",
    decimals: 3,
    by: { ratio: ["drill.deaths", "drill.people_count"], times: 100_000 },
  }),
  change: defineMeasure("drill.meetings_change", {
    label: "演练会议同比",
    unit: "%",
    by: { change: "drill.meetings", against: "year-before", as: "percent" },
  }),
};

const all = ["hydrant", "valve", "meeting", "fire", "people"].map((name) => `drill.${name}.*`);
export const drill = defineModule({
  name: "drill",
  label: "演练",
  ledgers: [hydrant, valve, meeting, fire, people],
  measures: Object.values(measures),
  grants: { "committee-office": all, inspector: all, leader: all, department: all, "street-clerk": all },
});
