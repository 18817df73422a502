/** An interview that a rule asks for is drafted; the organ that is to hold it confirms or discards it. What concerns one matter comes to one table. PT-4.3.3, JX-1.2.5 */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { ok, type Result } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { interview } from "./interview.ts";
import { nextNumber } from "./numbers.ts";

export type InterviewAsked = {
  /** The organ that is to hold it, and where it stands. */
  readonly host: string;
  readonly area: number;
  readonly title: string;
  /** Why the program asks, in words, and the matter: drafts of one host and matter are one. */
  readonly origin: string;
  readonly originKey: string;
  readonly who: string;
  readonly why: string;
};

/** Days until the day a draft proposes; the host sets its own when it confirms. */
const AHEAD = 7;
const MOST = 200;

/** As the worker. @returns the draft, new or the one that was open */
export async function prepareInterview(tx: Tx, services: Services, asked: InterviewAsked): Promise<Result<string>> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const line = { who: asked.who.slice(0, 80), why: asked.why.slice(0, 200) };
  const { rows } = await sql<{
    id: string;
  }>`update supervision_listing.interview set version = version + 1, last_at = ${now.toISOString()}, updated_at = now(),
      invited = case when jsonb_array_length(invited) >= ${MOST} or invited @> ${JSON.stringify([{ who: line.who }])}::jsonb then invited else invited || ${JSON.stringify([line])}::jsonb end,
      kind = case when jsonb_array_length(invited) > 1 or not invited @> ${JSON.stringify([{ who: line.who }])}::jsonb then 'group' else kind end
    where host = ${asked.host} and origin_key = ${asked.originKey} and state = 'drafted' and deleted_at is null returning id`.execute(tx);
  if (rows[0]) return ok(rows[0].id);
  const raised = await raiseCase(
    eraseCase(interview),
    {
      area: asked.area,
      values: {
        ...{ number: await nextNumber(tx, "YT", today), title: asked.title.slice(0, 200), kind: "one", subject: "department" },
        ...{
          host: asked.host,
          invited: [line],
          planOn: addDays(today, AHEAD),
          origin: asked.origin.slice(0, 200),
          originKey: asked.originKey,
        },
      },
      holderOrgan: asked.host,
      at: now,
      state: "drafted",
      kind: "system",
      actorName: "系统",
    },
    systemReader(services, tx, now, today),
    services,
  );
  return raised.ok ? ok(raised.value.id) : raised;
}
