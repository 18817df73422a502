/** Puts a pack in force for tests, past the screens: checked, stored, laid out and judged. */
import { sql } from "kysely";
import { asWorker } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { keyOfCode } from "#platform/values.ts";
import { addVersion } from "../packs/store.ts";
import { tryPack } from "../packs/try-pack.ts";
import { layOut } from "./laid.ts";
import { recomputeAll } from "./recompute.ts";

export async function putInForce(services: Services, text: string): Promise<void> {
  const { registry, catalog, clock, db } = services;
  const { pack, problems } = tryPack(text, { registry, catalog, others: new Map() });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!pack || errors.length > 0) throw new Error(JSON.stringify(errors));
  await asWorker(db, async (tx) => {
    const id = uuidv7(clock.now().getTime());
    const by = { id: null, name: "试" };
    await addVersion(
      { id, area: keyOfCode(pack.area), pack: pack.pack, title: pack.title, source: text, compiled: pack, errors: 0, by, at: clock.now() },
      tx,
    );
    await sql`update policy_tasks.pack_version set state = 'superseded', to_on = ${pack.from}::date - 1 where pack = ${pack.pack} and area = ${keyOfCode(pack.area)} and id <> ${id} and from_on < ${pack.from}::date`.execute(
      tx,
    );
    await sql`update policy_tasks.pack_version set state = 'inForce', from_on = ${pack.from}::date, to_on = ${pack.to ?? null}::date where id = ${id}`.execute(
      tx,
    );
    await layOut(tx, services);
    await recomputeAll(tx, services);
  });
}
