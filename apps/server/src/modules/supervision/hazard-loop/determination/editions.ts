/** The editions of the standard this product holds, oldest first, read once at start from rules/major-hazards/. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type CompleteSet, problemsOf, type RuleSet, ruleSet } from "./rule-set.ts";

const RULES = join(import.meta.dirname, "../../../../../../../rules/major-hazards");

function load(file: string): RuleSet {
  const read = ruleSet.safeParse(parse(readFileSync(join(RULES, file), "utf8")), { error: z.locales.zhCN().localeError });
  const problems = read.success
    ? problemsOf(read.data)
    : read.error.issues.map(({ path, message }) => `${path.join(".") || "文件"}：${message}`);
  if (!read.success || problems.length > 0) throw new Error(`规则文件 rules/major-hazards/${file} 有误：${problems.join("；")}`);
  return read.data;
}

export const editions: readonly RuleSet[] = readdirSync(RULES)
  .filter((file) => file.endsWith(".yaml"))
  .map(load)
  .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** The newest edition whose text is held: its elements are what a form can ask. */
export function lastComplete(): CompleteSet {
  const found = editions.flatMap((each) => (each.status === "complete" ? [each] : [])).at(-1);
  if (!found) throw new Error("rules/major-hazards/ holds no complete edition");
  return found;
}
