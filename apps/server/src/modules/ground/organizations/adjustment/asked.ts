/** What an administrator fills in, and the change it asks for. */
import { z } from "zod";
import { areaKey, calendarDate } from "#platform/values.ts";
import type { Adjustment, AdjustProblem } from "../domain/adjust.ts";

export const adjustmentKinds = ["rename", "merge", "move", "establish"] as const;
export const adjustmentStates = ["prepared", "approved", "running", "done", "failed", "withdrawn"] as const;

const name = z.string().trim().min(2).max(40);
export const asked = z.object({
  kind: z.enum(adjustmentKinds).describe("更名、合并、划转、新设（拆分）"),
  areas: z.array(areaKey).max(50).describe("更名、划转：一个；合并：并入的几个；新设：划入新区的下一级辖区，可以没有"),
  into: areaKey.nullable().default(null).describe("合并到的现有辖区；空则按名称新设"),
  parent: areaKey.nullable().default(null).describe("划转或新设到的上级辖区"),
  name: name.nullable().default(null).describe("新名称"),
  code: z.string().regex(/^\d+$/).nullable().default(null).describe("新的行政区划代码；没有则暂编"),
  effectiveOn: calendarDate,
  document: z.string().trim().min(2).max(120).describe("批复文号"),
  reason: z.string().trim().min(2).max(400),
});
export type Asked = z.output<typeof asked>;

/** The change, or the field that is missing for it. */
export function adjustmentOf({ kind, areas, into, parent, name: called, code }: Asked): Adjustment | AdjustProblem {
  const [area] = areas;
  switch (kind) {
    case "rename":
      return area !== undefined && called !== null ? { kind, area, name: called } : lacking(area === undefined ? "areas" : "name");
    case "move":
      return area !== undefined && parent !== null ? { kind, area, parent, code } : lacking(area === undefined ? "areas" : "parent");
    case "merge":
      if (into !== null) return { kind, areas, into: { area: into } };
      return called !== null && parent !== null ? { kind, areas, into: { parent, name: called, code } } : lacking("into");
    case "establish":
      return called !== null && parent !== null
        ? { kind, parent, name: called, code, takes: areas }
        : lacking(called === null ? "name" : "parent");
  }
}

const lacking = (field: string): AdjustProblem => ({ code: `organizations.adjust_lacks_${field}`, params: {} });
export const isProblem = (made: Adjustment | AdjustProblem): made is AdjustProblem => "code" in made && "params" in made;
