/** What screens need to know of the declarations: names first, one ledger on demand. */
import { z } from "zod";
import { type Actor, may } from "../actor.ts";
import type { AnyCase } from "../case/define.ts";
import { type Read, reworded } from "../english.ts";
import { ok, refuse } from "../result.ts";
import { type Route, route } from "../route.ts";
import type { Services } from "../services.ts";
import type { Entry } from "./catalog.ts";
import type { CustomField } from "./custom-values.ts";
import type { Field } from "./fields.ts";
import { caseFields, headFields } from "./head.ts";
import { pathOf } from "./names.ts";
import { refLedgerOf } from "./read.ts";
import { ledgerName, ledgerSchema } from "./schema-shapes.ts";

const RIGHTS = ["read", "write", "import", "export", "remove", "reveal"] as const;

const shown = (key: string, field: Field, custom: boolean) => ({
  key,
  label: field.label,
  kind: field.kind,
  required: field.required === true,
  ...(field.unit ? { unit: field.unit } : {}),
  ...(field.choices ? { choices: field.choices } : {}),
  ...(["ref", "organ", "person"].includes(field.kind) ? { ref: refLedgerOf(field) } : {}),
  ...(field.min === undefined ? {} : { min: field.min }),
  ...(field.max === undefined ? {} : { max: field.max }),
  ...(field.personal ? { personal: field.personal } : {}),
  ...(field.readOnly ? { readOnly: true } : {}),
  ...(field.format ? { format: field.format } : {}),
  ...(field.help ? { help: field.help } : {}),
  ...(field.group ? { group: field.group } : {}),
  ...(field.columns
    ? {
        columns: Object.entries(field.columns).map(([name, column]) => ({
          key: name,
          label: column.label,
          kind: column.kind,
          choices: column.choices,
        })),
      }
    : {}),
  ...(custom ? { custom: true } : {}),
});

const ownShown = ({ key, definition }: CustomField) => ({
  ...shown(`custom.${key}`, definition, true),
  ...(definition.appears ? { appears: definition.appears } : {}),
  ...(definition.clause ? { clause: definition.clause } : {}),
});

/** One ledger in full, for list, form, detail and import, in the words `entry`, `declared` and `read` speak. */
export function describeLedger(entry: Entry, declared: AnyCase | undefined, read: Read) {
  const { ledger } = entry;
  const own = { ...headFields, ...(ledger.isCase ? caseFields : {}) };
  const head = reworded(own, "head", (_, word) => read(word));
  return {
    name: ledger.name,
    label: ledger.label,
    counter: ledger.counter ?? read("条"),
    path: pathOf(ledger.name),
    title: ledger.title,
    place: ledger.place ?? null,
    fields: [
      ...Object.entries(ledger.fields).flatMap(([key, field]) => (field.internal ? [] : [shown(key, field, false)])),
      ...entry.custom.map((field) => ownShown(field)),
    ],
    retired: entry.retired.map((field) => ownShown(field)),
    head: Object.entries(head).map(([key, field]) => shown(key, field, false)),
    list: {
      columns: ledger.list.columns,
      filters: [...ledger.list.filters, ...entry.custom.map((field) => `custom.${field.key}`)],
      search: (ledger.search ?? []).length > 0,
      sort: ledger.list.sort ?? "-id",
    },
    views: Object.entries(ledger.views ?? {}).map(([key, view]) => ({
      key,
      label: view.label,
      where: view.where ?? {},
      sort: view.sort ?? null,
    })),
    record: ledger.record ?? null,
    partOf: ledger.partOf ?? null,
    unitKeeps: ledger.unitKeeps ? (ledger.unit ?? null) : null,
    case: declared
      ? {
          states: Object.fromEntries(
            Object.entries(declared.states).map(([key, state]) => [
              key,
              { label: state.label, step: state.step ?? state.label, end: state.end === true },
            ]),
          ),
          start: declared.start,
          byHand: declared.byHand?.asks ?? null,
          moves: Object.fromEntries(
            Object.entries(declared.moves).map(([key, move]) => [
              key,
              { label: move.label, from: move.from, to: move.to, asks: move.asks ?? [], takes: move.takes ?? [], note: move.note ?? null },
            ]),
          ),
          asksOthers: Object.keys(declared.requests ?? {}).length > 0,
        }
      : null,
  };
}

/** Whoever proposes or approves fields reads every declaration, without seeing a row. */
const keepsFields = (actor: Actor): boolean => may(actor, "platform.fields.manage") || may(actor, "platform.fields.approve");

export function schemaRoutes({ catalog }: Pick<Services, "catalog">): readonly Route[] {
  const names = [...catalog.entries.keys()];
  return [
    route({
      method: "GET",
      path: "/schema",
      tag: "架构",
      summary: "台账目录",
      permission: "signed-in",
      input: z.object({}),
      output: z.object({ ledgers: z.array(ledgerName) }),
      async run({ actor, language }) {
        const ledgers = names
          .map((name) => catalog.spoken(name, language).ledger)
          .map((ledger) => ({
            name: ledger.name,
            label: ledger.label,
            path: pathOf(ledger.name),
            isCase: ledger.isCase,
            can: RIGHTS.filter((right) => may(actor, `${ledger.name}.${right}`)),
          }))
          .filter((ledger) => ledger.can.includes("read") || keepsFields(actor));
        return ok({ ledgers });
      },
    }),
    route({
      method: "GET",
      path: "/schema/:module/:ledger",
      tag: "架构",
      summary: "一份台账的字段、视图与办理步骤",
      permission: "signed-in",
      input: z.object({ module: z.string(), ledger: z.string() }),
      output: ledgerSchema,
      example: { input: { module: "places", ledger: "unit" } },
      async run({ actor, language, services }, input) {
        const name = `${input.module}.${input.ledger}`;
        if (!catalog.find(name) || !(may(actor, `${name}.read`) || keepsFields(actor)))
          return refuse("not_found", "ledger.unknown_row", { name });
        const { registry, read } = services.spoken[language];
        return ok({
          ...describeLedger(catalog.spoken(name, language), registry.cases.get(name), read),
          can: RIGHTS.filter((right) => may(actor, `${name}.${right}`)),
        });
      },
    }),
  ];
}
