import { expect, it } from "vitest";
import { createMessages } from "#platform/messages.ts";
import { changeMessages } from "./change-messages.ts";
import { known, sound } from "./check.fixture.ts";
import { diffPacks } from "./domain/diff-packs.ts";
import type { Pack } from "./domain/pack.ts";
import { checkText } from "./format/check-text.ts";
import { sayDiff } from "./say-changes.ts";

const labels = { zh: "市政消火栓完好率", en: "Hydrants intact" } as const;
const spoken = (language: "zh" | "en") => ({
  registry: { measures: new Map([["water-sources.hydrant_intact_rate", { label: labels[language] }]]) },
  read: (text: string) => (({ 消防救援: "Fire brigade", 住房和城乡建设: "Housing" }) as Readonly<Record<string, string>>)[text] ?? text,
});
const services = {
  messages: createMessages([changeMessages]),
  spoken: { zh: spoken("zh"), en: spoken("en") },
  catalog: { find: () => undefined },
};

const packOf = (text: string): Pack => {
  const { pack, problems } = checkText(text, known);
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
};
const changed = sound
  .replace("lead: [fire-brigade@city, housing@city]", "lead: [housing@city]")
  .replace("every: quarter", "every: year\n        within: 11-01..03-31\n        on: workdays")
  .replace("target: 1\n", "target: 2\n");
const said = (language: "zh" | "en"): readonly string[] =>
  sayDiff(diffPacks(packOf(sound), packOf(changed)), { services: services as never, language, areas: new Map() }).clauses.flatMap(
    ({ changes }) => changes.map(({ label, before, after }) => `${label}: ${before} → ${after}`),
  );

it("an approver reads what changed by name, organs and days in words, in his language", () => {
  expect(said("zh")).toEqual([
    "事项 a 的期限: 每季度 → 每年、11-01 至 03-31、遇休息日顺延",
    "事项 a 的目标: 1 → 2",
    "牵头单位: 市级消防救援、市级住房和城乡建设 → 市级住房和城乡建设",
    ...["b", "c", "d"].map((key) => `事项 ${key} 的谁应尽: 市级消防救援 → 市级住房和城乡建设`),
  ]);
  expect(said("en")).toEqual([
    "Duty a: When: each quarter → each year, 11-01 to 03-31, moved to a working day",
    "Duty a: Target: 1 → 2",
    "Leads: Fire brigade (city), Housing (city) → Housing (city)",
    ...["b", "c", "d"].map((key) => `Duty ${key}: Owed by: Fire brigade (city) → Housing (city)`),
  ]);
});

it("a pack that is all new says every field by a name it has", () => {
  const [first] = diffPacks(
    { ...packOf(sound), clauses: packOf(sound).clauses.map((clause) => ({ ...clause, duties: [], title: "旧" })) },
    packOf(sound),
  ).clauses;
  expect(first?.changes.length).toBeGreaterThan(3);
  for (const language of ["zh", "en"] as const) {
    const { clauses } = sayDiff(
      { clauses: first ? [first] : [], head: [], same: 0 },
      { services: services as never, language, areas: new Map() },
    );
    for (const { label, before, after } of clauses[0]?.changes ?? [])
      expect(`${label} ${before} ${after}`).not.toMatch(/packs\.said|\{"|undefined/);
  }
});
