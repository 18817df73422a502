/** From what stands in a determination's row to what the rules ask, and from the answer to the columns everybody filters by. Pure. */
import { type Determination, determine, type Given, type GivenElement, type Judgement, type Known } from "./judge.ts";
import type { CompleteSet, RuleSet } from "./rule-set.ts";

type Row = Readonly<Record<string, unknown>>;
type Line = Readonly<Record<string, unknown>>;
const lines = (value: unknown): readonly Line[] => (Array.isArray(value) ? (value as readonly Line[]) : []);
const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const number = (value: unknown): number | undefined => (typeof value === "number" && Number.isFinite(value) ? value : undefined);

/** What is ticked is so, what is marked as unknown is not known, the rest is not so. */
const known = (yes: unknown, unknown: unknown): Record<string, Known> => ({
  ...Object.fromEntries(names(unknown).map((name) => [name, null])),
  ...Object.fromEntries(names(yes).map((name) => [name, true as const])),
});

function elementsOf(set: CompleteSet, rows: readonly Line[]): Record<string, GivenElement> {
  const found: Record<string, { facts: Record<number, boolean>; values: Record<string, number>; confirmed: boolean }> = {};
  for (const line of rows) {
    const element = set.elements.find(({ clause }) => clause === line.clause);
    const index = Number(line.way ?? -1);
    const one = element?.any[index];
    if (!element || !one) continue;
    found[element.clause] ??= { facts: {}, values: {}, confirmed: false };
    const given = found[element.clause];
    if (!given) continue;
    if (line.confirmed === true) given.confirmed = true;
    if ("yes" in one) {
      if (typeof line.fact === "boolean") given.facts[index] = line.fact;
      continue;
    }
    for (const [key, value] of [
      [one.ratio[0], number(line.first)],
      [one.ratio[1], number(line.second)],
    ] as const)
      if (value !== undefined) given.values[key] = value;
  }
  return found;
}

export const givenOf = (set: CompleteSet, row: Row): Given => ({
  tags: known(row.tags, row.tagsUnknown),
  correctable: row.correctable === "yes" ? true : row.correctable === "no" ? false : null,
  exclusions: known(row.exclusions, row.exclusionsUnknown),
  elements: elementsOf(set, lines(row.elements)),
});

const form = (sets: readonly RuleSet[]): CompleteSet | undefined =>
  sets.flatMap((each) => (each.status === "complete" ? [each] : [])).at(-1);

export function determineRow(sets: readonly RuleSet[], row: Row): Determination {
  const set = form(sets);
  const given: Given = set ? givenOf(set, row) : { tags: {}, correctable: null, exclusions: {}, elements: {} };
  return determine(sets, typeof row.inspectedOn === "string" ? row.inspectedOn : "", given);
}

/** 直接判定：6.5（GB 35181-2017）; and where nothing may be decided, why. */
export function words({ status, edition, verdict, judgement, reference }: Determination): string {
  if (status === "awaiting_official_text")
    return `${edition}：等待正式文本，请人工判定${reference ? `；参照 ${reference.edition}：${short(reference)}` : ""}`;
  if (!judgement) return "检查当日没有收录的判定标准，请人工判定";
  return verdict === "prompt" ? `${edition}：${short(judgement)}，请人工判定` : `${edition}：${short(judgement)}`;
}

function short({ verdict, leaning, by }: Judgement): string {
  const on = by.length > 0 ? by.join("、") : "";
  if (verdict === "direct") return `直接判定 ${on}`;
  if (verdict === "comprehensive") return `综合判定 ${on}`;
  if (verdict === "notMajor") return "不构成重大火灾隐患";
  return leaning === "major" ? `可能构成 ${on}` : leaning === "notMajor" ? "倾向不构成" : "尚不能判断";
}

export function derived(sets: readonly RuleSet[], row: Row) {
  const found = determineRow(sets, row);
  return {
    edition: found.edition,
    verdict: found.verdict,
    leaning: (found.judgement ?? found.reference)?.leaning ?? null,
    verdictWords: words(found).slice(0, 600),
  };
}
