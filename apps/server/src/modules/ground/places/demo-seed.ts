/** Puts the demonstration city into the ledgers. Rows are found again by their generator's key, so every module plants its own part. */
import { createHash } from "node:crypto";
import { type DivisionCode, divisionCodes, loadBoundary, loadDivisions, shapesOf } from "#modules/ground/organizations/index.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows, type StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { keyOfCode } from "#platform/values.ts";
import { type DemoCity, generateDemoCity } from "./demo/city.ts";

/** Fixed, so that pictures, tests and talks speak of the same city. */
export const DEMO_SEED = 330_800;
const BATCH = 1_000;

const made = new Map<string, Promise<DemoCity>>();

/** The demonstration city of this installation's division; made once a process. */
export function demoCityOf({ config }: Pick<Services, "config">): Promise<DemoCity> {
  const known = made.get(config.city);
  if (known !== undefined) return known;
  const fresh = generate(config.city);
  made.set(config.city, fresh);
  return fresh;
}

async function generate(city: string): Promise<DemoCity> {
  const code = divisionCodes.find((each) => each === city) satisfies DivisionCode | undefined;
  if (!code) throw new Error(`no demonstration city for ${city}; known: ${divisionCodes.join(", ")}`);
  const [divisions, boundary] = await Promise.all([loadDivisions(code), loadBoundary(code)]);
  return generateDemoCity({ divisions, boundary: shapesOf(boundary), seed: DEMO_SEED });
}

/** The id of a generated row: a UUID made from its key, the same every time. */
export function demoId(key: string): string {
  const hash = createHash("sha256").update(`suiren demo ${key}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

type Generated = { readonly key: string; readonly area?: string; readonly unit?: string | null };

/** Generated rows as stored ones; `refs` name the fields that hold another row's key. Rows without a place take over their unit's. */
export function demoRows(
  rows: readonly Generated[],
  refs: readonly string[],
  areaOfUnit: ReadonlyMap<string, string> = new Map(),
): readonly StoredRow[] {
  return rows.map(({ key, area, ...values }) => {
    const code = area ?? (values.unit ? areaOfUnit.get(values.unit) : undefined);
    if (code === undefined) throw new Error(`the generated row ${key} has no area`);
    const resolved = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, refs.includes(field) && typeof value === "string" ? demoId(value) : value]),
    );
    return { id: demoId(key), area: keyOfCode(code), demo: true, values: { ...resolved, ...("lon" in values ? { datum: "wgs84" } : {}) } };
  });
}

export async function insertDemo(tx: Tx, services: Services, ledger: { readonly name: string }, rows: readonly StoredRow[]): Promise<void> {
  const entry = services.catalog.get(ledger.name);
  const scope = { area: services.city.range, unitId: null, userId: null };
  for (let from = 0; from < rows.length; from += BATCH)
    await insertRows(entry, rows.slice(from, from + BATCH), { tx, sealer: services.sealer, scope });
}

/** Village or town code of every generated unit. */
export const areasOfUnits = ({ units }: DemoCity): ReadonlyMap<string, string> => new Map(units.map((unit) => [unit.key, unit.area]));
