/** A valid row for any ledger, from its declaration: so that one test covers every ledger, also the one declared tomorrow. */
import { randomUUID } from "node:crypto";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Entry } from "#platform/ledger/catalog.ts";
import { type Field, isReference } from "#platform/ledger/fields.ts";
import { refLedgerOf } from "#platform/ledger/read.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { subtreeOf } from "#platform/values.ts";

let counter = 0;

/** Texts that pass the named formats; a new format is added here. */
const FORMATS: Readonly<Record<string, () => string>> = {
  phone: () => "0570-3051190",
  creditCode: () => "91330802MA28F3K94X",
  deviceAddress: () => (++counter).toString(16).padStart(12, "0"),
};

function sampleValue(field: Field, rows: ReadonlyMap<string, string>): unknown {
  const choices = Object.keys(field.choices ?? {});
  if (isReference(field)) return rows.get(refLedgerOf(field)) ?? null;
  switch (field.kind) {
    case "text":
    case "long":
      return field.format ? (FORMATS[field.format]?.() ?? null) : `样${++counter}`;
    case "integer":
    case "decimal":
      // Neighbours differ, as years and places of a list do, and stay within bounds.
      return Math.min(field.max ?? 1e6, Math.max(field.min ?? 0, 1) + (++counter % 40));
    case "yes":
      return false;
    case "day":
      return "2026-03-01";
    case "instant":
      return "2026-03-01T00:00:00.000Z";
    case "choice":
      return choices[0];
    case "many":
      return choices.slice(0, 1);
    case "files":
    case "table":
      return [];
    default:
      return null;
  }
}

/** Of one place a month stands once. */
const nextMonth = (): string => new Date(Date.UTC(2020, ++counter % 72, 1)).toISOString().slice(0, 10);

/** Required fields filled, optional ones left out; references to the given rows. */
export function sampleValues(entry: Entry, rows: ReadonlyMap<string, string>): Record<string, unknown> {
  const needed = Object.entries(entry.ledger.fields).filter(
    ([key, field]) => field.required || field.unique || (field.kind === "ref" && rows.has(field.ref ?? "")) || key === entry.ledger.unit,
  );
  return Object.fromEntries(needed.map(([key, field]) => [key, key === "month" ? nextMonth() : sampleValue(field, rows)]));
}

/** References first: the order in which rows of all ledgers can be made. */
export function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const done = new Set<string>();
  const order: Entry[] = [];
  const visit = (entry: Entry, path: ReadonlySet<string>) => {
    const { name } = entry.ledger;
    if (done.has(name) || path.has(name)) return;
    for (const field of Object.values(entry.ledger.fields)) {
      const target = isReference(field) ? entries.find((each) => each.ledger.name === refLedgerOf(field)) : undefined;
      if (target) visit(target, new Set([...path, name]));
    }
    done.add(name);
    order.push(entry);
  };
  for (const entry of entries) visit(entry, new Set());
  return order;
}

/** One row of every ledger in one area, as the owner. @returns row ids by ledger */
export function plantRows(services: Services, area: number, unitId: string = randomUUID()): Promise<ReadonlyMap<string, string>> {
  const writable = [...services.catalog.entries.values()].filter((entry) => !entry.ledger.readOnlyView);
  return asWorker(services.db, async (tx: Tx) => {
    const rows = new Map<string, string>();
    for (const entry of inOrder(writable)) {
      const id = entry.ledger.name === "places.unit" ? unitId : uuidv7();
      const head = entry.ledger.isCase ? { state: startOf(services, entry), openedAt: "2026-03-01T00:00:00.000Z", repeats: 1 } : {};
      await insertRows(entry, [{ id, area, values: { ...sampleValues(entry, rows), ...head }, demo: false }], {
        tx,
        sealer: services.sealer,
        scope: { area: subtreeOf(area), unitId: null, userId: null },
      });
      rows.set(entry.ledger.name, id);
    }
    return rows;
  });
}

const startOf = (services: Services, entry: Entry): string => services.registry.cases.get(entry.ledger.name)?.start ?? "";
