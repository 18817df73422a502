/** What the API shows of any case: its open and closed moves and its timeline; and what a move asks. */
import { z } from "zod";
import { shapeOf } from "../ledger/fields.ts";
import type { AnyCase, AnyMove } from "./define.ts";

const at = z.iso.datetime({ offset: true });

export const openMove = z
  .object({
    move: z.string(),
    label: z.string(),
    asks: z.array(z.string()).describe("必须给的栏"),
    takes: z.array(z.string()).describe("可以给的栏"),
    note: z.enum(["required", "optional"]).optional().describe("说明是否必填"),
  })
  .meta({ id: "OpenMove", description: "现在可办的一步" });

export const closedMove = z
  .object({ move: z.string(), label: z.string(), code: z.string(), params: z.record(z.string(), z.unknown()), message: z.string() })
  .meta({ id: "ClosedMove", description: "现在不可办的一步，与原因" });

export const timelineLine = z
  .object({
    id: z.number().int(),
    at,
    kind: z.enum(["person", "system", "device"]),
    actorName: z.string(),
    move: z.string().nullable(),
    fromState: z.string().nullable(),
    toState: z.string().nullable(),
    code: z.string().nullable(),
    given: z.record(z.string(), z.unknown()),
    sentence: z.string(),
  })
  .meta({ id: "TimelineLine", description: "时间线的一行" });

/** What a move asks and takes, by the case's own fields. */
export function givenOf({ fields }: AnyCase, move: AnyMove) {
  const asked = (move.asks ?? []).flatMap((key) => {
    const field = fields[key];
    return field ? [[key, shapeOf({ ...field, required: true }).describe(field.label)] as const] : [];
  });
  const taken = (move.takes ?? []).flatMap((key) => {
    const field = fields[key];
    return field ? [[key, shapeOf(field).optional().describe(field.label)] as const] : [];
  });
  const note = z.string().max(2_000).describe("说明");
  return z.looseObject({
    id: z.uuid(),
    version: z.number().int().optional().describe("所见的版次；已有人办过则拒绝"),
    note: move.note === "required" ? note : note.optional(),
    ...Object.fromEntries([...taken, ...asked]),
  });
}
