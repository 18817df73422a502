/** `npm run suiren -- <verb>`: what an operator does beside the running product. Each verb explains itself with `--help`. */
import { PostgresStartError } from "#platform/postgres/embedded.ts";
import { verbs } from "./verbs/index.ts";

const [name = "", ...argv] = process.argv.slice(2);
const verb = verbs.find((each) => name === each.name || `${name} ${argv[0] ?? ""}` === each.name);

if (!verb || argv.includes("--help")) {
  const shown = verb ? [verb] : verbs;
  for (const each of shown) process.stdout.write(`${each.usage}\n    ${each.what}\n`);
  if (!verb && name !== "" && name !== "--help") {
    process.stderr.write(`没有“${name}”这个命令  Unknown verb: ${name}\n`);
    process.exitCode = 2;
  }
} else {
  process.exitCode = await verb.run(verb.name.includes(" ") ? argv.slice(1) : argv).catch((error: unknown) => {
    if (!(error instanceof PostgresStartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
}
