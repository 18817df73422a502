/** 场所: a place inside a building with its own operator or use: a cinema in a mall, a canteen of a school. 消防法 第七十三条. */

import { defineLedger } from "#platform/ledger/define.ts";
import { choice, decimal, integer, ref, text } from "#platform/ledger/fields.ts";
import { building } from "./building.ts";
import { unitKinds } from "./domain/unit-kinds.ts";
import { unit } from "./unit.ts";

export const venue = defineLedger("places.venue", {
  label: "场所",
  counter: "处",
  title: "name",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", unit, { required: true }),
    building: ref("建筑", building),
    name: text("场所名称", { required: true, max: 100 }),
    kind: choice("类别", unitKinds, { required: true, indexed: true }),
    floor: integer("楼层", { min: -10, max: 150 }),
    areaM2: decimal("面积", { unit: "m²", min: 0, max: 1_000_000 }),
    crowd: integer("核定人数", { unit: "人", min: 0, max: 200_000 }),
    operator: text("经营者", { max: 100 }),
  },
  search: ["name", "operator"],
  list: { columns: ["name", "unit", "kind", "area", "floor", "areaM2", "crowd"], filters: ["area", "kind"] },
});
