/**
 * `npm run gen`: writes the client's types from the declared routes and the schema of policy packs, then compares the declarations with the migrated database and prints the
 * migration that is missing, for a person to read and name: nothing is applied. `--client` stops after the client.
 * With `--create MODULE` it prints a new module's schema instead.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { declarations } from "../../apps/server/src/declarations.ts";
import { packTools } from "../../apps/server/src/modules/governance/policy-tasks/index.ts";
import { createSchema } from "../../apps/server/src/platform/ledger/ddl.ts";
import { driftOf } from "../../apps/server/src/platform/ledger/drift.ts";
import { migrate } from "../../apps/server/src/platform/migrate.ts";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/postgres/embedded.ts";
import { orThrow } from "../../apps/server/src/platform/result.ts";
import { MIGRATIONS } from "../../apps/server/src/runtime.ts";
import { CLIENT_TYPES, clientFile } from "./client.ts";

const { registry } = declarations();
const create = process.argv.indexOf("--create");
if (create > 0) {
  const module = process.argv[create + 1] ?? "";
  process.stdout.write(createSchema(registry.ledgers.filter((ledger) => ledger.name.startsWith(`${module}.`))));
} else {
  await writeFile(CLIENT_TYPES, clientFile());
  await writeFile(join(import.meta.dirname, "../../policies/pack.schema.json"), packTools.jsonSchema());
  if (!process.argv.includes("--client")) process.exitCode = (await compare()) ? 0 : 1;
}

async function compare(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-gen-"));
  const postgres = await startEmbeddedPostgres({ dataDir, log: pino({ level: "warn" }, pino.destination(2)) });
  const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
  try {
    orThrow(await migrate(pool, MIGRATIONS));
    let same = true;
    for (const ledger of registry.ledgers) {
      const { statements, questions } = await driftOf(ledger, pool);
      for (const line of statements) process.stdout.write(`${line}\n`);
      for (const question of questions) process.stdout.write(`-- ${question}\n`);
      same &&= statements.length === 0 && questions.length === 0;
    }
    process.stderr.write(same ? "declarations and database agree\n" : "a migration is missing: put the lines above into db/migrations/\n");
    return same;
  } finally {
    await pool.end();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
