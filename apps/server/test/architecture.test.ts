/** The rules of who may know whom, and that the check can fail: one offender planted per rule, each must be named. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const run = promisify(execFile);

type Violation = { readonly rule: { readonly name: string }; readonly from: string };
type Cruise = { readonly summary: { readonly violations: readonly Violation[]; readonly totalCruised: number } };

async function cruise(cwd: string): Promise<Cruise["summary"]> {
  const bin = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const { stdout } = await run(
    process.execPath,
    [bin, "--config", ".dependency-cruiser.mjs", "--output-type", "json", "apps", "packages"],
    { cwd, maxBuffer: 64 * 1_048_576 },
  ).catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as Cruise).summary;
}

it("nobody in the repository knows whom he may not know", async () => {
  const { violations, totalCruised } = await cruise(ROOT);
  expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
  expect(totalCruised).toBeGreaterThan(100);
}, 60_000);

const M = "apps/server/src/modules/ground";
const planted: Readonly<Record<string, readonly [path: string, text: string]>> = {
  "no-cycles": ["apps/server/src/platform/a.ts", 'import { b } from "./b.ts"; export const a = () => b;'],
  "platform-knows-no-module": ["apps/server/src/platform/c.ts", 'export { door } from "../modules/ground/one/index.ts";'],
  "domain-is-pure": [`${M}/one/domain/d.ts`, 'export { b } from "../../../../platform/b.ts";'],
  "enter-by-the-door": [`${M}/two/e.ts`, 'export { inner } from "../one/inner.ts";'],
  "gateway-enters-by-the-door": ["apps/server/src/gateway/f.ts", 'export { inner } from "../modules/ground/one/inner.ts";'],
  "one-uses-only-what-it-declares": [`${M}/one/g.ts`, 'export { door } from "../two/index.ts";'],
  "codec-depends-on-nothing": ["packages/gb26875/src/h.ts", 'export { b } from "../../../apps/server/src/platform/b.ts";'],
  "client-depends-on-nothing": ["packages/api-client/src/k.ts", 'export { page } from "../../../apps/web/src/features/board/page.ts";'],
  "web-knows-the-server-by-its-client": ["apps/web/src/lib/l.ts", 'export { b } from "../../../server/src/platform/b.ts";'],
  "feature-map-imports-no-other": ["apps/web/src/features/map/i.ts", 'export { page } from "../board/page.ts";'],
  "ui-knows-no-feature": ["apps/web/src/ui/j.ts", 'export { page } from "../features/board/page.ts";'],
};

it("every rule catches its offender", async () => {
  // given: a small tree with one offender a rule
  const tree = await mkdtemp(join(tmpdir(), "suiren-offenders-"));
  const files = {
    "apps/server/src/platform/b.ts": 'import { a } from "./a.ts"; export const b = () => a;',
    [`${M}/one/module.json`]: '{ "name": "one", "dependsOn": [] }',
    [`${M}/one/index.ts`]: "export const door = 1;",
    [`${M}/one/inner.ts`]: "export const inner = 1;",
    [`${M}/two/module.json`]: '{ "name": "two", "dependsOn": ["one"] }',
    [`${M}/two/index.ts`]: "export const door = 2;",
    "apps/web/src/features/board/page.ts": "export const page = 1;",
    ...Object.fromEntries(Object.values(planted)),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(tree, dirname(path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  await cp(join(ROOT, ".dependency-cruiser.mjs"), join(tree, ".dependency-cruiser.mjs"));
  await symlink(join(ROOT, "node_modules"), join(tree, "node_modules"));
  // when
  const { violations } = await cruise(tree);
  await rm(tree, { recursive: true });
  // then
  expect([...new Set(violations.map(({ rule }) => rule.name))].sort()).toEqual(Object.keys(planted).sort());
}, 60_000);
