/** rules/penalties.yaml, read once at start. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type Article, type Clock, type ClockKey, readPenaltyRules } from "./domain/rules.ts";

const FILE = join(import.meta.dirname, "../../../../../../../rules/penalties.yaml");
export const penaltyRules = readPenaltyRules(parse(readFileSync(FILE, "utf8")));

export const acts: Readonly<Record<string, string>> = Object.fromEntries(penaltyRules.acts.map(({ key, label }) => [key, label]));
export const articles: Readonly<Record<string, string>> = Object.fromEntries(penaltyRules.articles.map((each) => [each.id, each.article]));
export const articleOf = (id: unknown): Article | undefined => penaltyRules.articles.find((each) => each.id === id);

export function clockOf(key: ClockKey): Clock {
  const found = penaltyRules.clocks.find((each) => each.key === key);
  if (!found) throw new Error(`no clock ${key}`);
  return found;
}
