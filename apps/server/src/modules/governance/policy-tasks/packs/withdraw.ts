/** The end of a version: a draft is dropped, one in force ends on a day, one that has not begun is called off. */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { publish } from "#platform/outbox.ts";
import { refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { CalendarDate } from "#platform/values.ts";
import { nearDay } from "./domain/days.ts";
import { endOn, givenUp } from "./domain/take-effect.ts";
import { answered, lockIn, PACK_CHANGED } from "./lifecycle.ts";
import { EXAMPLE, permissions, tag } from "./names.ts";
import { versionHead } from "./shapes.ts";
import { bindingVersions, frozenYears, type Version } from "./store.ts";

export const withdrawVersion = route({
  method: "POST",
  path: "/policy-tasks/versions/:id/withdraw",
  summary: "废止政策包的一版",
  description:
    "草稿直接作废；施行中的到 until 那天为止（缺省为今天），那以前的应尽事项不变；已定生效日而还没到的取消，被它替换的一版照旧施行。",
  tag,
  permission: permissions.write,
  input: z.object({ id: z.uuid(), note: z.string().trim().min(2).max(400), until: nearDay.optional() }),
  output: versionHead,
  example: { input: { id: EXAMPLE, note: "文件已废止" } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, note, until = context.today }) {
    const found = await lockIn(id, ["draft", "checked", "approved", "inForce"], context);
    if (!found.ok) return found;
    const { area, pack, number, state, fromOn, toOn } = found.value;
    const { tx } = context;
    const isAhead = state === "inForce" && fromOn !== null && fromOn > context.today;
    if (isAhead) {
      await giveUp(found.value, fromOn, note, tx);
      await publish(tx, { type: PACK_CHANGED, area, actor: context.actor.userId, pack, version: id, number, from: fromOn });
    } else if (state === "inForce" && fromOn) {
      const against = endOn(until, { from: fromOn, to: toOn }, await frozenYears(area, tx));
      if (against) return refuse("conflict", against.code, against.params);
      await sql`update policy_tasks.pack_version set state = 'withdrawn', note = ${note}, to_on = ${until}::date where id = ${id}`.execute(
        tx,
      );
      await publish(tx, { type: PACK_CHANGED, area, actor: context.actor.userId, pack, version: id, number, from: until });
    } else await sql`update policy_tasks.pack_version set state = 'withdrawn', note = ${note} where id = ${id}`.execute(tx);
    context.audit({
      action: isAhead ? "取消政策包生效" : "废止政策包",
      subject: "policy-tasks.pack",
      subjectId: id,
      area,
      detail: { pack, number, note, until },
    });
    return answered(id, context);
  },
});

async function giveUp({ id, pack, area }: Version, from: CalendarDate, note: string, tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy in force ${pack}`}, 0))`.execute(tx);
  const others = (await bindingVersions(pack, area, tx)).filter((each) => each.id !== id && each.area === area);
  await sql`update policy_tasks.pack_version set state = 'withdrawn', note = ${note}, from_on = null, to_on = null where id = ${id}`.execute(
    tx,
  );
  const before = givenUp(from, others);
  if (before)
    await sql`update policy_tasks.pack_version set state = 'inForce', to_on = (compiled ->> 'to')::date where id = ${before.id} and state = 'superseded'`.execute(
      tx,
    );
}
