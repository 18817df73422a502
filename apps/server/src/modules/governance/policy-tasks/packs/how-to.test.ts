/** docs/how-to/add-a-policy.md, followed literally: its pack is checked, its examples run, and what it says will arise does arise. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { calendarDate } from "#platform/values.ts";
import { declarations } from "../../../../declarations.ts";
import { packTrial } from "./at-terminal.ts";
import { packJsonSchema } from "./format/json-schema.ts";
import { nameList } from "./name-list.ts";
import { shippedPacks } from "./shipped.ts";

const page = readFileSync(join(import.meta.dirname, "../../../../../../../docs/how-to/add-a-policy.md"), "utf8");
const block = (mark: string): string => new RegExp(`\`\`\`\\S+ ${mark}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";
const { registry, catalog } = declarations();
const pack = block("file=SQ\\.yaml");

it("the pack of the page has no error, and in 衢州 exactly the duties the page prints", async () => {
  const trial = await packTrial(pack, { registry, catalog, code: "330800", others: [], document: undefined });
  expect(trial?.problems).toEqual([]);
  const said = [...(trial?.lines?.(calendarDate.parse("2026-03-01"), false) ?? []), "没有错误  No errors", ""].join("\n");
  expect(said).toBe(block("check=SQ\\.yaml"));
});

it("the names the page looks up are found as it says", () => {
  const asked = [...page.matchAll(/policy names (\S+)\s+# (指标 \S+ \S+)/g)];
  expect(asked).toHaveLength(1);
  for (const [, word = "", line] of asked) expect(nameList({ registry, catalog }, [word])).toContain(line);
});

it("an editor with the schema accepts it", () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(packJsonSchema()));
  expect([validate(parse(pack)), validate.errors]).toEqual([true, null]);
});

it("every duty of the page is shown with who owes it and when", async () => {
  const trial = await packTrial(pack, { registry, catalog, code: "330800", others: [], document: undefined });
  const lines = trial?.lines?.(calendarDate.parse("2026-03-01"), true) ?? [];
  expect(lines).toContain(
    "  SQ-1.1/a 政府研究消防工作｜柯城区人民政府、衢江区人民政府、常山县人民政府等 6 个｜每季度，2026-03-31 前｜暂由人工填报",
  );
});

/** A vanished measure, ledger, case or kind of organ is found here, before a city finds it. */
it.each(shippedPacks().map(({ file, text }) => [file, text] as const))(
  "the pack %s that is delivered has no error in its own city",
  async (_, text) => {
    const trial = await packTrial(text, { registry, catalog, code: undefined, others: shippedPacks(), document: undefined });
    expect(trial?.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  },
);
