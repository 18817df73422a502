/** The tree a change is planned on, and every reason it is refused: those of the tree, and those a module has. */
import { sql } from "kysely";
import { hooksOf } from "#platform/areas/places.ts";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import type { AreaKey, AreaRange, CalendarDate } from "#platform/values.ts";
import { isWithin } from "#platform/values.ts";
import { type DivisionCode, divisionCodes, initialsOf, loadDivisions } from "../data/divisions.ts";
import { type Adjustment, type AdjustProblem, type Plan, planAdjustment, spokenOf, type TreeArea } from "../domain/adjust.ts";
import { type OrganPlan, type PlacedOrgan, planOrgans } from "../domain/adjust-organs.ts";

type Problem = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };
export type FullPlan = Plan & { readonly organs: OrganPlan };
export type Draft = {
  readonly plan: FullPlan;
  readonly problems: readonly Problem[];
  readonly areas: ReadonlyMap<AreaKey, TreeArea>;
  readonly organs: readonly PlacedOrgan[];
};

export async function readTree(tx: Tx): Promise<ReadonlyMap<AreaKey, TreeArea>> {
  const { rows } = await sql<TreeArea>`select key, level, parent, code, name, full_name, pinyin, lon, lat, attributes, valid_from, valid_to
    from platform.area order by key`.execute(tx);
  return new Map(rows.map((row) => [row.key, row]));
}

/** @param within who asks may change nothing that reaches out of his range */
export async function draftOf(
  adjustment: Adjustment,
  on: CalendarDate,
  { tx, services, within }: { readonly tx: Tx; readonly services: Services; readonly within: AreaRange },
): Promise<Draft> {
  const areas = await readTree(tx);
  const { plan, problems } = planAdjustment(adjustment, { areas, root: services.city.range.lo, on, pinyinOf: await pinyinTable() });
  const { rows: organs } = await sql<PlacedOrgan>`select id, area, name, short_name, kind, level, parent from organizations.organ
    where deleted_at is null order by area, sort nulls last, id`.execute(tx);
  const outside = spokenOf(adjustment).filter((key) => areas.has(key) && !isWithin(key, within));
  const found: Problem[] = [
    ...problems,
    ...outside.map((key): AdjustProblem => ({ code: "organizations.adjust_outside", params: { name: areas.get(key)?.name ?? "" } })),
  ];
  for (const hook of hooksOf(services.registry.modules)) {
    const answer = await hook.refuses?.(tx, spokenOf(adjustment), on);
    if (answer && !answer.ok) found.push({ code: answer.refusal.code, params: answer.refusal.params });
  }
  return { plan: { ...plan, organs: planOrgans(organs, plan, areas) }, problems: found, areas, organs };
}

let table: Promise<(name: string) => string> | undefined;
/** Syllables of the characters that stand in the names of the supplied cities: enough to find a new street by its sound. */
const pinyinTable = () => {
  table ??= readSyllables();
  return table;
};

async function readSyllables(): Promise<(name: string) => string> {
  const syllables = new Map<string, string>();
  for (const code of divisionCodes satisfies readonly DivisionCode[])
    for (const { name, pinyin } of (await loadDivisions(code)).areas) {
      const [letters, sounds] = [[...name], pinyin.split(" ")];
      if (letters.length === sounds.length) for (const [i, letter] of letters.entries()) syllables.set(letter, sounds[i] ?? "");
    }
  return (name) => {
    const sounds = [...name].flatMap((letter) => syllables.get(letter) ?? []).join(" ");
    return `${sounds.replaceAll(" ", "")} ${initialsOf(sounds)}`.trim();
  };
}
