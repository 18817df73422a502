/** Versions of packs in the database. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { type AreaKey, type CalendarDate, keyOfCode, subtreeOf } from "#platform/values.ts";
import { type Before, chainBefore } from "./domain/chain.ts";
import type { Pack, PackInForce } from "./domain/pack.ts";
import type { InForce } from "./domain/take-effect.ts";

export const versionStates = ["draft", "checked", "approved", "inForce", "superseded", "withdrawn"] as const;
export type VersionState = (typeof versionStates)[number];
export type VersionHead = {
  readonly id: string;
  readonly area: AreaKey;
  readonly areaName: string;
  readonly pack: string;
  readonly number: number;
  readonly title: string;
  readonly state: VersionState;
  readonly errors: number;
  readonly fromOn: CalendarDate | null;
  readonly toOn: CalendarDate | null;
  readonly note: string;
  readonly revision: number;
  readonly writtenBy: string | null;
  readonly writtenByName: string;
  readonly writtenAt: string;
  readonly checkedBy: string | null;
  readonly checkedByName: string | null;
  readonly checkedAt: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  readonly document: string | null;
  readonly documentName: string | null;
  readonly clauses: number;
  readonly demo: boolean;
};
export type Version = VersionHead & { readonly source: string; readonly compiled: Pack | null };

const HEAD = sql`v.id, v.area, (select a.name from platform.area a where a.key = v.area) as area_name, v.pack, v.number, v.title, v.state, v.errors, v.from_on, v.to_on,
  v.note, v.revision, v.written_by, v.written_by_name, v.written_at, v.checked_by, v.checked_by_name, v.checked_at, v.approved_by_name, v.approved_at,
  v.document, v.document_name, coalesce(jsonb_array_length(v.compiled -> 'clauses'), 0) as clauses, v.demo`;

/** What is shown of a version: without its text, and without the ids of people. */
export function shownHead({ writtenBy: _, checkedBy: __, ...head }: VersionHead) {
  return head;
}
export function headOf({ source: _, compiled: __, ...head }: Version) {
  return shownHead(head);
}

export async function versionHeads(tx: Tx): Promise<readonly VersionHead[]> {
  const { rows } =
    await sql<VersionHead>`select ${HEAD} from policy_tasks.pack_version v order by v.pack, v.area, v.number desc limit 1000`.execute(tx);
  return rows;
}

export async function findVersion(id: string, tx: Tx): Promise<Version | undefined> {
  const { rows } = await sql<Version>`select ${HEAD}, v.source, v.compiled from policy_tasks.pack_version v where v.id = ${id}`.execute(tx);
  return rows[0];
}

/** For change: outside one's own area it does not exist. */
export async function lockVersion(id: string, range: { readonly lo: number; readonly hi: number }, tx: Tx): Promise<Result<Version>> {
  await sql`select 1 from policy_tasks.pack_version where id = ${id} and area between ${range.lo} and ${range.hi} for update`.execute(tx);
  const found = await findVersion(id, tx);
  return found && found.area >= range.lo && found.area <= range.hi ? ok(found) : refuse("not_found", "packs.unknown_version");
}

export type NewVersion = {
  readonly id: string;
  readonly area: AreaKey;
  readonly pack: string;
  readonly title: string;
  readonly source: string;
  readonly compiled: Pack | null;
  readonly errors: number;
  readonly by: { readonly id: string | null; readonly name: string };
  readonly at: Date;
  readonly note?: string;
  readonly demo?: boolean;
};

/** @returns its number among the versions of this document in this area */
export async function addVersion(version: NewVersion, tx: Tx): Promise<number> {
  const { id, area, pack, title, source, compiled, errors, by, at, note = "", demo = false } = version;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${area} ${pack}`}, 0))`.execute(tx);
  const { rows } = await sql<{ number: number }>`insert into policy_tasks.pack_version
      (id, area, pack, number, title, source, compiled, errors, state, note, written_by, written_by_name, written_at, demo)
    values (${id}, ${area}, ${pack}, (select coalesce(max(number), 0) + 1 from policy_tasks.pack_version where area = ${area} and pack = ${pack}),
      ${title}, ${source}, ${compiled ? JSON.stringify(compiled) : null}::jsonb, ${errors}, 'draft', ${note}, ${by.id}, ${by.name}, ${at.toISOString()}, ${demo})
    returning number`.execute(tx);
  return rows[0]?.number ?? 1;
}

type Written = Pick<NewVersion, "pack" | "title" | "source" | "compiled" | "errors" | "by" | "at">;

export async function saveText(id: string, { pack, title, source, compiled, errors, by, at }: Written, tx: Tx): Promise<void> {
  await sql`update policy_tasks.pack_version v set source = ${source}, title = ${title}, compiled = ${compiled ? JSON.stringify(compiled) : null}::jsonb, errors = ${errors},
      revision = revision + 1, written_by = ${by.id}, written_by_name = ${by.name}, written_at = ${at.toISOString()}, pack = ${pack},
      number = case when v.pack = ${pack} then v.number else (select coalesce(max(o.number), 0) + 1 from policy_tasks.pack_version o where o.area = v.area and o.pack = ${pack}) end
    where id = ${id}`.execute(tx);
}

/** Versions of this document that bind, have bound or will bind, where their areas meet. */
export async function bindingVersions(
  pack: string,
  area: AreaKey,
  tx: Tx,
): Promise<readonly (InForce & { readonly area: AreaKey; readonly areaName: string })[]> {
  const range = subtreeOf(area);
  const { rows } = await sql<
    InForce & { area: AreaKey; areaName: string }
  >`select v.id, v.number, v.from_on as "from", v.to_on as "to", v.area, a.name as area_name
    from policy_tasks.pack_version v join platform.area a on a.key = v.area
    where v.pack = ${pack} and v.from_on is not null and (v.area between ${range.lo} and ${range.hi} or v.area = any(${above(area)}::bigint[]))
    order by v.from_on`.execute(tx);
  return rows;
}

const SPANS = [1, 1e3, 1e6, 1e9, 1e11, 1e13];
export const above = (area: AreaKey): readonly number[] => [...new Set(SPANS.map((span) => Math.floor(area / span) * span))];

/** Years no later change may touch, at this place: frozen here, above, or anywhere below. */
export async function frozenYears(area: AreaKey, tx: Tx): Promise<readonly number[]> {
  const range = subtreeOf(area);
  const { rows } = await sql<{ year: number }>`select distinct year from policy_tasks.frozen_year
    where area between ${range.lo} and ${range.hi} or area = any(${above(area)}::bigint[]) order by year`.execute(tx);
  return rows.map(({ year }) => year);
}

/** Areas change in no year that is frozen where they are, and in none before it: figures that were settled name them as they were. */
export async function refuseFrozenYears(tx: Tx, areas: readonly AreaKey[], on: CalendarDate): Promise<Result<null>> {
  const years = (await Promise.all(areas.map((area) => frozenYears(area, tx)))).flat();
  const last = Math.max(0, ...years);
  const year = Number(on.slice(0, 4));
  return year <= last ? refuse("conflict", "packs.frozen_year", { year, last, earliest: `${last + 1}-01-01` }) : ok(null);
}

/** Closes a year for an area: from then on no version of a pack takes effect or ends in it. Twice is once. */
export async function freezeYear(
  tx: Tx,
  { area, year, why, by }: { readonly area: AreaKey; readonly year: number; readonly why: string; readonly by: string | null },
): Promise<void> {
  await sql`insert into policy_tasks.frozen_year (area, year, why, frozen_by) values (${area}, ${year}, ${why}, ${by}) on conflict do nothing`.execute(
    tx,
  );
}

/** A compiled text never changes once it binds. */
const remembered = new Map<string, Pack>();
const REMEMBERED = 200;

type Binding = {
  readonly id: string;
  readonly number: number;
  readonly area: AreaKey;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly document: string | null;
  readonly documentName: string | null;
};

/** The packs that bind on a day, oldest document first; all the caller's scope lets him see, which for what binds is all. */
export async function packsInForce(
  tx: Tx,
  _services: Pick<Services, "city">,
  { on }: { readonly on: CalendarDate },
): Promise<readonly PackInForce[]> {
  const { rows } =
    await sql<Binding>`select id, number, area, from_on as "from", to_on as "to", document, document_name from policy_tasks.pack_version
    where from_on <= ${on}::date and (to_on is null or to_on >= ${on}::date) order by from_on, pack, id`.execute(tx);
  const packs = await compiledPacks(
    rows.map(({ id }) => id),
    tx,
  );
  return rows.flatMap(({ id, number, area, from, to, document, documentName }): PackInForce[] => {
    const pack = packs.get(id);
    if (!pack) return [];
    return [{ id, version: number, pack, area, from, to, document: document ? { id: document, name: documentName ?? "" } : null }];
  });
}

async function compiledPacks(ids: readonly string[], tx: Tx): Promise<ReadonlyMap<string, Pack>> {
  const missing = ids.filter((id) => !remembered.has(id));
  if (remembered.size + missing.length > REMEMBERED) remembered.clear();
  const unknown = ids.filter((id) => !remembered.has(id));
  if (unknown.length > 0) {
    const found = await sql<{
      id: string;
      compiled: Pack;
    }>`select id, compiled from policy_tasks.pack_version where id = any(${unknown}::uuid[]) and compiled is not null`.execute(tx);
    for (const { id, compiled } of found.rows) remembered.set(id, compiled);
  }
  return new Map(
    ids.flatMap((id) => {
      const pack = remembered.get(id);
      return pack ? [[id, pack] as const] : [];
    }),
  );
}

/** Of each version that begins on a day the versions it goes on from, the newest first, by its place. */
export async function versionsBefore(
  tx: Tx,
  places: readonly { readonly pack: string; readonly area: AreaKey; readonly from: CalendarDate }[],
): Promise<(place: { readonly pack: string; readonly area: AreaKey; readonly from: CalendarDate }) => readonly Before[]> {
  const { rows } = await sql<InForce & { pack: string; area: AreaKey }>`select id, number, pack, area, from_on as "from", to_on as "to"
    from policy_tasks.pack_version where to_on is not null and from_on is not null and compiled is not null
      and (pack, area) in (select * from unnest(${places.map(({ pack }) => pack)}::text[], ${places.map(({ area }) => area)}::bigint[]))`.execute(
    tx,
  );
  const chainOf = ({ pack, area, from }: (typeof places)[number]) =>
    chainBefore(
      from,
      rows.filter((row) => row.pack === pack && row.area === area),
    );
  const packs = await compiledPacks(
    places.flatMap((place) => chainOf(place).map(({ id }) => id)),
    tx,
  );
  return (place) =>
    chainOf(place).flatMap(({ id, from }) => {
      const pack = packs.get(id);
      return pack ? [{ from, pack }] : [];
    });
}

/** The areas packs name by code. */
export async function areaNames(packs: readonly Pack[], tx: Tx): Promise<ReadonlyMap<string, string>> {
  const codes = packs.flatMap(({ clauses }) =>
    clauses.flatMap(({ lead, support, duties }) =>
      [...lead, ...support, ...duties.flatMap(({ who }) => who)].flatMap(({ areas = [] }) => areas),
    ),
  );
  const keys = new Map(codes.map((code) => [keyOfCode(code), code]));
  const { rows } = await sql<{
    key: number;
    name: string;
  }>`select key, name from platform.area where key = any(${[...keys.keys()]}::bigint[])`.execute(tx);
  return new Map(rows.map(({ key, name }) => [keys.get(key) ?? "", name]));
}
