/** `npm test`: sets up like `npm start`, then runs every check, cheapest first, to the end. Arguments go to vitest. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareBrowser } from "./browser.mjs";
import { staticChecks } from "./checks.mjs";
import { withNode, withNodeUncoloured } from "./node24.mjs";
import { capture, carry } from "./process.mjs";
import { commandOf, root, textOf } from "./repository.mjs";
import { LaunchError, launch, say, seconds } from "./say.mjs";
import { ensureWeb, setUp } from "./setup.mjs";
import { line, sum, tallyOf } from "./tally.mjs";

/** @param {string} node @param {import("./checks.mjs").Check} check */
async function runCheck(node, { name, command }) {
  const started = performance.now();
  const { code, output } = await capture(node, command, { cwd: root, env: withNodeUncoloured(node) });
  if (code !== 0) say(output.trimEnd());
  say(`${code === 0 ? "✓" : "✗"} ${name}  ${seconds(performance.now() - started)}`);
  return one(code === 0);
}

/** @param {boolean} passed @returns {import("./tally.mjs").Tally} */
const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** The pages the journeys look at. Pages that cannot be built fail here, and the other tests still run. @param {string} node */
async function buildPages(node) {
  try {
    await ensureWeb(node, say);
    return one(true);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    say(`${error.message}\n✗ 网页 web pages`);
    return one(false);
  }
}

/** @param {string} node @param {string[]} args */
async function runVitest(node, args) {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "suiren-test-"));
  const report = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  try {
    const code = await carry(node, [commandOf("vitest", "vitest"), "run", ...reporters, ...args], { cwd: root, env: withNode(node) });
    const tally = tallyOf(textOf(report), code);
    say(`${tally.failed === 0 ? "✓" : "✗"} 测试 tests  ${seconds(performance.now() - started)}`);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

launch(async () => {
  const node = await setUp({ progress: true, web: false });
  await prepareBrowser();
  const tallies = [await buildPages(node)];
  for (const check of staticChecks()) tallies.push(await runCheck(node, check));
  tallies.push(await runVitest(node, process.argv.slice(2)));
  const total = sum(tallies);
  say(line(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
