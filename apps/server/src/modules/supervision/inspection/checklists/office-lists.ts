/** Office lists in the database: read with the shipped ones as one kind of thing, made in versions, put in force from a day. */
import { type RawBuilder, sql } from "kysely";
import type { UnitKind } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { type CalendarDate, levelOfKey, subtreeOf } from "#platform/values.ts";
import type { CheckItem, Checklist, Frequency, ListPurpose } from "./checklist.ts";
import { checkItem, checklist } from "./ledgers.ts";
import { shippedLists } from "./shipped.ts";

export type ListState = "draft" | "inForce" | "withdrawn";
/** A list without its items: what the list of lists shows. */
export type ListHead = Omit<Checklist, "items"> & {
  readonly rowId: string | null;
  readonly area: number | null;
  readonly areaName: string | null;
  readonly state: ListState;
  readonly items: number;
  /** Items whose ground was not confirmed. */
  readonly unconfirmed: number;
};

const HEAD = sql`c.id as row_id, c.key as id, c.number as version, c.title, coalesce(c.kinds, '{}') as kinds, c.subject, c.purpose, c.frequency, c.valid_from, coalesce(c.source, '') as source,
  c.state, c.area, (select a.name from platform.area a where a.key = c.area) as area_name, coalesce(c.items, 0)::int as items,
  (select count(*)::int from inspection.check_item i where i.checklist = c.id and i.confidence not like 'seen-%') as unconfirmed`;

type HeadRow = Omit<ListHead, "scope">;

/** Offices whose lists hold at a place: those of its own area and of every area above it. */
const above = (area: number): RawBuilder<unknown> => sql`c.area = any(${ancestorsOf(area)}::bigint[])`;
export function ancestorsOf(area: number): readonly number[] {
  const spans = [1, 1e3, 1e6, 1e9, 1e11, 1e13];
  return [...new Set(spans.map((span) => Math.floor(area / span) * span))];
}

async function heads(where: RawBuilder<unknown>, tx: Tx): Promise<readonly ListHead[]> {
  const { rows } =
    await sql<HeadRow>`select ${HEAD} from inspection.checklist c where c.deleted_at is null and ${where} order by c.key, c.number desc limit 2000`.execute(
      tx,
    );
  return rows.map((row) => ({ ...row, scope: "office" as const }));
}

/** Every office version within one's own range, and those in force above it. */
export const officeHeads = (range: { readonly lo: number; readonly hi: number }, tx: Tx): Promise<readonly ListHead[]> =>
  heads(sql`(c.area between ${range.lo} and ${range.hi} or (c.state = 'inForce' and ${above(range.lo)}))`, tx);

export const shippedHeads = (): readonly ListHead[] =>
  shippedLists.map(({ items, ...list }) => ({
    ...list,
    rowId: null,
    area: null,
    areaName: null,
    state: "inForce",
    items: items.length,
    unconfirmed: items.filter(({ confidence }) => !confidence.startsWith("seen-")).length,
  }));

async function itemsOf(rowId: string, tx: Tx): Promise<readonly CheckItem[]> {
  const { rows } = await sql<CheckItem>`select item_id as id, section, content as text, ground, grade, penalty, photo, remedy, confidence
    from inspection.check_item where checklist = ${rowId} and deleted_at is null order by ord`.execute(tx);
  return rows;
}

async function whole(head: ListHead, tx: Tx): Promise<Checklist> {
  const { rowId, area: _, areaName: __, state: ___, items: ____, unconfirmed: _____, ...list } = head;
  return { ...list, items: rowId ? await itemsOf(rowId, tx) : [] };
}

/** A list by its number, in one version or the newest in force on a day. Shipped and office lists share one name space. */
export async function checklistById(tx: Tx, id: string, which: number | { readonly on: string }): Promise<Checklist | undefined> {
  const shipped = shippedLists.find(
    (list) =>
      list.id === id && (typeof which === "number" ? list.version === which : list.validFrom === null || list.validFrom <= which.on),
  );
  if (shipped) return shipped;
  const wanted = typeof which === "number" ? sql`c.number = ${which}` : sql`c.state = 'inForce' and c.valid_from <= ${which.on}`;
  const [head] = await heads(sql`c.key = ${id} and ${wanted}`, tx);
  return head ? whole(head, tx) : undefined;
}

export type Wanted = {
  readonly kind: UnitKind;
  readonly purpose: ListPurpose;
  readonly area: number;
  readonly today: CalendarDate;
  readonly frequency?: Frequency;
};

/** The list to use: the nearest office's own in force on the day, else the shipped one of this kind of unit. */
export async function checklistFor(tx: Tx, wanted: Wanted): Promise<Checklist | undefined> {
  const own = await heads(
    sql`c.state = 'inForce' and c.valid_from <= ${wanted.today} and c.purpose = ${wanted.purpose} and c.kinds @> array[${wanted.kind}]::text[] and ${above(wanted.area)}
      ${wanted.frequency ? sql`and c.frequency = ${wanted.frequency}` : sql``}`,
    tx,
  );
  const depth = (list: ListHead) => ["province", "city", "county", "town", "village", "grid"].indexOf(levelOfKey(list.area ?? 0));
  const nearest = [...own].sort(
    (a, b) => depth(b) - depth(a) || (b.validFrom ?? "").localeCompare(a.validFrom ?? "") || b.version - a.version,
  )[0];
  if (nearest) return whole(nearest, tx);
  return shippedLists.find(
    (list) =>
      list.purpose === wanted.purpose &&
      list.kinds.some((each) => each === wanted.kind) &&
      (!wanted.frequency || list.frequency === wanted.frequency) &&
      (list.validFrom === null || list.validFrom <= wanted.today),
  );
}

/** Every list that fits a unit, for one who chooses: one a purpose and frequency. */
export async function checklistsFor(
  tx: Tx,
  wanted: Omit<Wanted, "purpose" | "frequency">,
  purpose?: ListPurpose,
): Promise<readonly Checklist[]> {
  const fitting = shippedLists.filter((list) => list.kinds.some((each) => each === wanted.kind) && (!purpose || list.purpose === purpose));
  const slots = new Map(fitting.map(({ purpose: use, frequency }) => [`${use} ${frequency ?? ""}`, { purpose: use, frequency }]));
  const found: Checklist[] = [];
  for (const { purpose: use, frequency } of slots.values()) {
    const list = await checklistFor(tx, { ...wanted, purpose: use, ...(frequency ? { frequency } : {}) });
    if (list && !found.some(({ id }) => id === list.id)) found.push(list);
  }
  return found;
}

export type NewVersion = Pick<Checklist, "title" | "kinds" | "purpose" | "source" | "items"> & {
  readonly subject?: string | null;
  readonly frequency?: Frequency | null;
  /** Of which list this is the next version; without it a new list begins. */
  readonly key?: string;
  readonly area: number;
  readonly userId: string | null;
  readonly demo?: boolean;
};

/** The next version of an office's list, as a draft. @returns its number and row */
export async function addVersion(
  tx: Tx,
  services: Services,
  made: NewVersion,
): Promise<{ readonly id: string; readonly version: number; readonly rowId: string }> {
  const now = services.clock.now().getTime();
  const rowId = uuidv7(now);
  const id = made.key ?? `own-${rowId.slice(-12)}`;
  await sql`select pg_advisory_xact_lock(hashtext(${`inspection.checklist ${id}`}))`.execute(tx);
  const { rows } = await sql<{
    n: number;
  }>`select coalesce(max(number), 0)::int + 1 as n from inspection.checklist where key = ${id}`.execute(tx);
  const version = rows[0]?.n ?? 1;
  const writer = { tx, sealer: services.sealer, scope: { area: subtreeOf(made.area), unitId: null, userId: made.userId } };
  const { items, area, key: _, userId: __, demo = false, ...head } = made;
  const values = { ...head, key: id, number: version, state: "draft", items: items.length, validFrom: null };
  await insertRows(services.catalog.get(checklist.name), [{ id: rowId, area, values, demo }], writer);
  const rowsOfItems = items.map((item, ord) => {
    const { id: itemId, text: content, ...rest } = item;
    return { id: uuidv7(now), area, demo, values: { checklist: rowId, ord: ord + 1, itemId, content, ...rest } };
  });
  if (rowsOfItems.length > 0) await insertRows(services.catalog.get(checkItem.name), rowsOfItems, writer);
  return { id, version, rowId };
}

/** Which versions of one list there are, newest first, within sight. */
export const versionsOf = (key: string, tx: Tx): Promise<readonly ListHead[]> => heads(sql`c.key = ${key}`, tx);

export async function headByRow(rowId: string, range: { readonly lo: number; readonly hi: number }, tx: Tx): Promise<ListHead | undefined> {
  return (await heads(sql`c.id = ${rowId} and c.area between ${range.lo} and ${range.hi}`, tx))[0];
}

export async function setState(rowId: string, state: ListState, validFrom: string | null, tx: Tx): Promise<void> {
  await sql`update inspection.checklist set state = ${state}, valid_from = coalesce(${validFrom}::date, valid_from), version = version + 1, updated_at = now() where id = ${rowId}`.execute(
    tx,
  );
}
