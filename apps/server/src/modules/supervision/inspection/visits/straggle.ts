/** What arrives after the end of a visit: made before it and soon behind it, or not at all; and never without a trace. */
import type { RouteContext } from "#platform/route.ts";
import type { Answered } from "./pieces.ts";
import { endReceivedAt, type ItemRow, type Visit } from "./store.ts";
import { visit as visitLedger } from "./visit.ts";

/** A piece that failed once, a letter cut in two: so long the record waits for them. Our own figure. */
const STRAGGLE_MS = 24 * 3_600_000;

/** @returns whether a record that is finished still takes a piece made at this time on the phone */
export async function mayStraggle({ tx, now }: RouteContext, { id, endedAt }: Visit, at: string): Promise<boolean> {
  if (endedAt === null) return true;
  const received = await endReceivedAt(tx, id);
  return received !== undefined && Date.parse(at) <= Date.parse(endedAt) && now.getTime() - Date.parse(received) <= STRAGGLE_MS;
}

/** A finished record changes only on record: what stood there stays in the audit. */
export function noteLate(context: RouteContext, visit: Visit, given: Answered, before: ItemRow | undefined): void {
  const said = ({ outcome, note, place }: Pick<ItemRow, "outcome" | "note" | "place">) => ({ outcome, note, place });
  context.audit({
    action: "检查结束后补收结论",
    subject: visitLedger.name,
    subjectId: visit.id,
    area: visit.area,
    detail: {
      item: given.item,
      piece: given.id,
      before: before ? { ...said(before), answeredAt: before.answeredAt } : null,
      after: said(given),
    },
  });
}
