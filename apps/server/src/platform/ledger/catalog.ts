/** Everything declared, by name, with what is built once per ledger: schemas, columns, custom fields. */
import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../db.ts";
import type { Language } from "../messages.ts";
import type { Column, Columns } from "./condition.ts";
import { columnOf } from "./condition.ts";
import { type CustomField, lackingView } from "./custom-values.ts";
import type { AnyLedger } from "./define.ts";
import { type Field, schemaOf } from "./fields.ts";
import { type Formats, platformFormats } from "./formats.ts";
import { caseFields, headFields, pointFields } from "./head.ts";
import { columnName, qualified } from "./names.ts";

/** One ledger ready for work. */
export type Entry = {
  readonly ledger: AnyLedger;
  readonly table: string;
  /** Declared fields a person may fill in. */
  readonly writable: readonly (readonly [string, Field])[];
  readonly schemas: ReadonlyMap<string, z.ZodType>;
  readonly custom: readonly CustomField[];
  /** Retired ones: no longer asked, still named in the history of their values. */
  readonly retired: readonly CustomField[];
  readonly customSchemas: ReadonlyMap<string, z.ZodType>;
  readonly columns: Columns;
};

export type Catalog = {
  readonly entries: ReadonlyMap<string, Entry>;
  get(name: string): Entry;
  find(name: string): Entry | undefined;
  /** The ledger in the words of a language: to show, never to store. @throws when there is no such ledger */
  spoken(name: string, language: Language): Entry;
  readonly formats: Formats;
  /** Reads the custom fields again; called at start and after an administrator changed one. */
  loadCustomFields(tx: Tx): Promise<void>;
};

/** @param english the same ledgers in English words */
export function createCatalog(ledgers: readonly AnyLedger[], formats: Formats, english: readonly AnyLedger[]): Catalog {
  const entries = new Map<string, Entry>();
  const spoken = new Map(english.map((ledger) => [ledger.name, entryOf(ledger, [])]));
  for (const ledger of ledgers) {
    if (entries.has(ledger.name)) throw new Error(`ledger ${ledger.name} is declared twice`);
    entries.set(ledger.name, entryOf(ledger, []));
  }
  const problems = [...entries.values()].flatMap(({ ledger }) => checkLedger(ledger, entries));
  if (problems.length > 0) throw new Error(`declarations: ${problems.join("; ")}`);
  const get = (name: string, among: ReadonlyMap<string, Entry> = entries): Entry => {
    const entry = among.get(name);
    if (!entry) throw new Error(`no ledger ${name}`);
    return entry;
  };
  return {
    entries,
    get: (name) => get(name),
    spoken: (name, language) => get(name, language === "zh" ? entries : spoken),
    find: (name) => entries.get(name),
    formats: { ...platformFormats, ...formats },
    async loadCustomFields(tx) {
      const { rows } = await sql<
        CustomField & { readonly state: string }
      >`select ledger, key, area, definition, promoted, state from platform.custom_field
          where state in ('active', 'retired') order by position, created_at, key`.execute(tx);
      const own = (ledger: AnyLedger, state: string) => rows.filter((row) => row.ledger === ledger.name && row.state === state);
      for (const ledger of ledgers) entries.set(ledger.name, entryOf(ledger, own(ledger, "active"), own(ledger, "retired")));
      for (const ledger of english) {
        const [active, retired] = [own(ledger, "active").map(inEnglish), own(ledger, "retired").map(inEnglish)];
        spoken.set(ledger.name, entryOf(ledger, active, retired, "To be completed"));
      }
    },
  };
}

/** An office may give its own field an English name beside the Chinese; without one the Chinese stands. */
const inEnglish = (field: CustomField): CustomField => ({
  ...field,
  definition: { ...field.definition, label: field.definition.labelEn ?? field.definition.label },
});

/** The view 待补, where own fields are demanded; it stands last, behind the declared ones. */
function withLacking(ledger: AnyLedger, custom: readonly CustomField[], label: string): AnyLedger {
  const any = lackingView(custom);
  return any.length === 0 ? ledger : { ...ledger, views: { ...ledger.views, lacking: { label, where: { any } } } };
}

/** A case is a ledger whose rows have states; what they are stands beside its fields. */
function openStatesOf(ledger: AnyLedger): ReadonlySet<string> {
  const { states = {} } = ledger as AnyLedger & { readonly states?: Readonly<Record<string, { readonly end?: boolean }>> };
  return new Set(Object.keys(states).filter((state) => !states[state]?.end));
}

function entryOf(declared: AnyLedger, custom: readonly CustomField[], retired: readonly CustomField[] = [], lackingLabel = "待补"): Entry {
  const ledger = withLacking(declared, custom, lackingLabel);
  const all: Record<string, Field> = {
    ...headFields,
    ...(ledger.place ? pointFields : {}),
    ...(ledger.isCase ? caseFields : {}),
    ...ledger.fields,
  };
  const customByKey = new Map(custom.map((field) => [`custom.${field.key}`, field]));
  const columns: Columns = {
    isCase: ledger.isCase,
    openStates: openStatesOf(ledger),
    column(key): Column | undefined {
      const field = Object.hasOwn(all, key) ? all[key] : undefined;
      if (field) return { sql: columnOf(key), field };
      const own = customByKey.get(key);
      if (!own) return undefined;
      if (own.promoted) return { sql: sql.ref(`t.c_${own.key}`), field: own.definition };
      return { sql: customValue(own), field: own.definition };
    },
  };
  return {
    ledger,
    table: qualified(ledger.name),
    writable: Object.entries(ledger.fields).filter(([, field]) => !field.readOnly),
    schemas: new Map(Object.entries(ledger.fields).map(([key, field]) => [key, schemaOf(field)])),
    custom,
    retired,
    // Whether a value is demanded depends on the row (custom-values.ts); here only what kind of value it must be.
    customSchemas: new Map(custom.map((field) => [field.key, schemaOf({ ...field.definition, required: false })])),
    columns,
  };
}

function customValue(field: CustomField) {
  const text = sql`t.custom ->> ${field.key}`;
  switch (field.definition.kind) {
    case "integer":
    case "decimal":
      return sql`(${text})::double precision`;
    case "yes":
      return sql`(${text})::boolean`;
    case "day":
      return sql`(${text})::date`;
    case "instant":
      return sql`(${text})::timestamptz`;
    case "many":
      return sql`case when jsonb_typeof(t.custom -> ${field.key}) = 'array' then array(select jsonb_array_elements_text(t.custom -> ${field.key})) end`;
    default:
      return text;
  }
}

/** What the compiler cannot see: names that must exist elsewhere, and personal data with a purpose and no way round its mask. */
export function checkLedger(ledger: AnyLedger, all: ReadonlyMap<string, unknown>): readonly string[] {
  const problems: string[] = [];
  const say = (what: string) => problems.push(`${ledger.name}: ${what}`);
  const known = (key: string) =>
    key in ledger.fields || key in headFields || (ledger.place && key in pointFields) || (ledger.isCase && key in caseFields);
  for (const [key, field] of Object.entries(ledger.fields)) {
    if (key in headFields || (ledger.isCase && key in caseFields)) say(`field ${key} hides a head column`);
    if (field.kind === "ref" && !all.has(field.ref ?? "")) say(`field ${key} refers to unknown ledger ${field.ref}`);
    if (field.composed && !field.readOnly) say(`composed field ${key} can be typed into`);
    if (field.personal && !ledger.purpose) say(`personal field ${key} without a purpose`);
    if (field.personal && field.kind !== "text" && field.kind !== "long") say(`personal field ${key} must be text`);
    if (field.personal && (ledger.search?.includes(key) || field.unique || field.indexed || ledger.list.filters.includes(key)))
      say(`personal field ${key} cannot be searched, filtered or unique`);
    if ((field.kind === "choice" || field.kind === "many") && Object.keys(field.choices ?? {}).length === 0)
      say(`choice ${key} without choices`);
  }
  for (const key of [...ledger.list.columns, ...ledger.list.filters, ...(ledger.search ?? [])])
    if (!known(key)) say(`unknown field ${key} in list`);
  for (const [view, { where, sort }] of Object.entries(ledger.views ?? {})) {
    const keys = Object.keys(where ?? {}).filter((key) => key !== "any" && key !== "open");
    for (const key of [...keys, ...(sort ? [sort.replace(/^-/, "")] : [])]) if (!known(key)) say(`unknown field ${key} in view ${view}`);
  }
  if (!(ledger.title in ledger.fields)) say(`title ${ledger.title} is no field`);
  if (ledger.unit && ledger.unit !== "id" && !(ledger.unit in ledger.fields)) say(`unit ${ledger.unit} is no field`);
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(ledger.name)) say("name is not module.ledger");
  for (const key of Object.keys(ledger.fields))
    if (!/^[a-z][A-Za-z0-9]*$/.test(key) || columnName(key).length > 58) say(`field name ${key}`);
  return problems;
}
