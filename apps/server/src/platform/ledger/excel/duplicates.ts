/** Is a row already in the ledger? By a field no two rows may share, else by its title in the same place (or under the same parent). */
import { sql } from "kysely";
import type { Entry } from "../catalog.ts";
import type { Field } from "../fields.ts";
import { columnName } from "../names.ts";
import { placeOf, type Reader } from "../read.ts";

export type Stored = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number; readonly area: number };
export type Candidate = { readonly area: number; readonly values: Readonly<Record<string, unknown>> };
/** What makes a row the same as another; empty when it cannot be told. */
export type Sameness = { readonly field: string; readonly id: string };

const uniqueFields = ({ ledger }: Entry): readonly string[] =>
  Object.keys(ledger.fields).filter((key) => ledger.fields[key]?.unique && !ledger.fields[key]?.personal);

/** Records 履职记录 repeat by nature, a title may be sealed or a choice: then only a shared number tells. */
function titleTells({ ledger }: Entry): boolean {
  const title = ledger.fields[ledger.title];
  return !ledger.record && title?.kind === "text" && !title.personal;
}

export function samenessOf(entry: Entry, { area, values }: Candidate): readonly Sameness[] {
  const unique = uniqueFields(entry).flatMap((field) => {
    const value = values[field];
    return value === null || value === undefined || value === "" ? [] : [{ field, id: `${field}\0${String(value)}` }];
  });
  if (unique.length > 0 || !titleTells(entry)) return unique;
  const { title, partOf } = entry.ledger;
  return [{ field: title, id: `${String(values[title])}\0${partOf ? String(values[partOf]) : area}` }];
}

/** Rows of the ledger, by the identity `samenessOf` gives them. */
export async function findStored(entry: Entry, candidates: readonly Candidate[], reader: Reader): Promise<ReadonlyMap<string, Stored>> {
  const asked = new Map<string, Set<string>>();
  for (const candidate of candidates)
    for (const { field } of samenessOf(entry, candidate)) {
      const values = asked.get(field) ?? new Set<string>();
      asked.set(field, values.add(String(candidate.values[field])));
    }
  const found = new Map<string, Stored>();
  const { area } = reader.scope;
  for (const [field, values] of asked) {
    const { rows } = await sql<Stored>`select t.* from ${sql.raw(entry.table)} t
      where ${sql.ref(`t.${columnName(field)}`)}::text = any(${[...values]}) and t.area between ${area.lo} and ${area.hi} and t.deleted_at is null
      order by t.id limit 20000`.execute(reader.tx);
    for (const row of rows) for (const { id } of samenessOf(entry, { area: row.area, values: row })) if (!found.has(id)) found.set(id, row);
  }
  return found;
}

export type Difference = { readonly field: string; readonly label: string; readonly from: unknown; readonly to: unknown };

/** What the file says otherwise. A blank cell says nothing; personal values are compared in clear and shown as stars. */
export function differencesOf(entry: Entry, stored: Stored, values: Candidate["values"], sealer: Reader["sealer"]): readonly Difference[] {
  const differences: Difference[] = [];
  for (const [key, to] of Object.entries(values)) {
    if (to === null || to === undefined || key === "datum" || key === "custom") continue;
    const field = entry.ledger.fields[key];
    const from = field?.personal ? opened(entry, stored, key, sealer) : (stored[key] ?? null);
    if (isSame(from, to, field)) continue;
    const label = field?.label ?? (key === "lon" ? "经度" : key === "lat" ? "纬度" : key);
    differences.push({
      field: key,
      label,
      ...(field?.personal ? { from: "***", to: "***" } : { from: shown(from, field), to: shown(to, field) }),
    });
  }
  const stored0 = stored.custom as Readonly<Record<string, unknown>> | null;
  for (const [key, to] of Object.entries((values.custom ?? {}) as Readonly<Record<string, unknown>>)) {
    const field = entry.custom.find((each) => each.key === key)?.definition;
    const from = stored0?.[key] ?? null;
    if (to !== null && field && !isSame(from, to, field))
      differences.push({ field: `custom.${key}`, label: field.label, from: shown(from, field), to: shown(to, field) });
  }
  return differences;
}

function opened(entry: Entry, stored: Stored, key: string, sealer: Reader["sealer"]): unknown {
  const box = stored[key];
  return box instanceof Uint8Array ? sealer.open(box, placeOf(entry, stored.id, key)) : null;
}

function isSame(from: unknown, to: unknown, field: Field | undefined): boolean {
  if (from === to) return true;
  if (field?.kind === "instant") return Date.parse(String(from)) === Date.parse(String(to));
  if (typeof from === "number" && typeof to === "number") return Math.abs(from - to) < 1e-9;
  if (Array.isArray(from) && Array.isArray(to)) return [...from].sort().join("\0") === [...to].sort().join("\0");
  return false;
}

const shown = (value: unknown, field: Field | undefined): unknown =>
  typeof value === "string" ? (field?.choices?.[value] ?? value) : value;
