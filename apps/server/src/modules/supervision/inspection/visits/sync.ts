/** `POST /inspection/sync`: the phone's queue, as much of it as fits one letter. Twice the same letter changes nothing. */
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { instant } from "#platform/values.ts";
import { applyPieces } from "./apply-pieces.ts";
import { MOST_PIECES, piece, receipt } from "./pieces.ts";

const told = z
  .object({
    id: z.uuid(),
    newer: z.number().int().nullable().describe("检查表已有更新的版本；这份仍按原版本"),
    hazards: z.number().int().describe("由不合格项生成的隐患数"),
    conflict: z
      .object({ id: z.uuid(), with: z.string(), at: instant, items: z.array(z.string()) })
      .nullable()
      .describe("同日有人查过这家且结论不同：两份都保留，由人裁定"),
  })
  .meta({ id: "FieldVisitTold", description: "一次检查现在的情形" });

export const syncRoute = route({
  method: "POST",
  path: "/inspection/sync",
  tag: "监督检查",
  summary: "收手机送来的检查",
  description: "每件以手机生成的 id 认，重复送不重复收；一件不收不影响其余。",
  permission: "inspection.field",
  input: z.object({ pieces: z.array(z.unknown()).min(1).max(MOST_PIECES) }),
  shown: z.object({ pieces: z.array(piece).min(1).max(MOST_PIECES) }),
  output: z.object({ receipts: z.array(receipt), visits: z.array(told), serverTime: instant }),
  async run(context, { pieces }) {
    const { receipts, visits } = await applyPieces(context, pieces);
    return ok({
      receipts: [...receipts],
      visits: visits.map((each) => ({ ...each, conflict: each.conflict && { ...each.conflict, items: [...each.conflict.items] } })),
      serverTime: context.now.toISOString(),
    });
  },
});
