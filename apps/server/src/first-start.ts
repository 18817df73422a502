/** First start: the tree, the departments, the first accounts, and the demonstration city when asked for. */
import { existsSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createFirstAccounts } from "#modules/ground/identity/index.ts";
import { fillStep } from "#platform/filling.ts";
import type { Services } from "#platform/services.ts";

/** Goes on where an earlier one was broken off. `say` is told what the person at the terminal must know. */
export async function fillFirst(services: Services, report: (line: string) => void, say: (line: string) => void): Promise<void> {
  const { db, config, registry } = services;
  const demo = config.seed === "demo";
  const options = { demo, report };
  for (const { name, seed } of registry.modules) if (seed) await fillStep(db, `module ${name}`, (tx) => seed(tx, services, options));
  let lines: readonly string[] = [];
  await fillStep(db, "accounts", async (tx) => {
    const accounts = await createFirstAccounts(tx, services, { demo, fixedPassword: config.demoPassword });
    lines = accounts.map(lineOf);
    // Before they are committed: an account whose password nobody was told locks its owner out.
    await keepFirstPasswords(config.dataDir, lines);
  });
  for (const { name, seedWithPeople } of registry.modules)
    if (seedWithPeople) await fillStep(db, `people ${name}`, (tx) => seedWithPeople(tx, services, options));
  const file = fileOf(config.dataDir);
  if (lines.length > 0) say("首次登录账号（account, name, role, password）：");
  for (const line of lines) say(`  ${line}`);
  if (existsSync(file)) say(lines.length > 0 ? `  也保存在 ${file}` : `首次登录账号保存在 ${file}`);
}

type FirstAccount = Awaited<ReturnType<typeof createFirstAccounts>>[number];

const lineOf = ({ account, name, role, password }: FirstAccount): string => `${account}\t${name}\t${role}\t${password}`;
const fileOf = (dataDir: string): string => join(dataDir, "first-run-passwords.txt");

/** Keeps the first passwords where only the owner of the data directory can read them; those of a start that was broken off before are no one's. */
async function keepFirstPasswords(dataDir: string, lines: readonly string[]): Promise<void> {
  const file = fileOf(dataDir);
  await writeFile(`${file}.new`, `${lines.join("\n")}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
