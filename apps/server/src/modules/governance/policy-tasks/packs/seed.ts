/** Packs delivered with the program: those written for this city are in force from the first day of the demonstration, the others wait to be adopted. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { dayOf, keyOfCode } from "#platform/values.ts";
import { judgeExample } from "../duties/judge-example.ts";
import { isOf } from "./domain/check-names.ts";
import { cityHere } from "./known-names.ts";
import { readShipped } from "./shipped.ts";
import { addVersion } from "./store.ts";
import { shippedKnown, tryPack } from "./try-pack.ts";

export async function seedPacks(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const { registry, catalog, clock, city: here } = services;
  const area = keyOfCode(here.code);
  const now = clock.now();
  const city = await cityHere(tx, area, dayOf(now));
  for (const { file, text, pack: read } of readShipped()) {
    if (!isOf(read.area, here.code)) continue;
    const { pack, problems } = tryPack(text, { registry, catalog, city, others: shippedKnown(), judge: judgeExample });
    if (!pack) {
      report(`政策包 ${file}：${problems.filter(({ severity }) => severity === "error").length} 处错误，没有施行`);
      continue;
    }
    const id = uuidv7(now.getTime());
    await addVersion(
      {
        id,
        area,
        pack: pack.pack,
        title: pack.title,
        source: text,
        compiled: pack,
        errors: 0,
        by: { id: null, name: "产品自带" },
        at: now,
        demo: true,
      },
      tx,
    );
    await sql`update policy_tasks.pack_version set state = 'inForce', from_on = ${pack.from}::date, to_on = ${pack.to ?? null}::date where id = ${id}`.execute(
      tx,
    );
    report(`政策包 ${pack.pack} ${pack.title}：${pack.clauses.length} 条，自 ${pack.from} 起施行`);
  }
}
