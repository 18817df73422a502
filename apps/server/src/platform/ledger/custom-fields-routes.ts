/** The screen of fields: what there is, what is proposed and what it would touch, and the security administrator's word. */
import { z } from "zod";
import { type Actor, may } from "../actor.ts";
import { publish } from "../outbox.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import type { Entry } from "./catalog.ts";
import { compileCondition, whereParam } from "./condition.ts";
import {
  type CustomDefinition,
  checkAppears,
  checkChange,
  checkFill,
  checkNew,
  checkProposal,
  checkUnused,
  customDefinition,
  customKey,
  decideProposal,
  FIELD_LIMIT,
  type FieldRecord,
  type FillValue,
  fillValue,
  type Proposal,
  servedClause,
} from "./custom-fields.ts";
import { FIELD_DECIDED } from "./custom-fields-promote.ts";
import { countTouched, insertField, listFields, lockField, propose, saveDecision, saveOrder } from "./custom-fields-store.ts";

export const fieldPermissions = {
  "platform.fields.manage": "自定字段 拟定",
  "platform.fields.approve": "自定字段 审核",
} as const;
const MANAGE = "platform.fields.manage";
const APPROVE = "platform.fields.approve";

const ledgerName = z.string().max(80);
const shown = z
  .looseObject({ ledger: z.string(), key: z.string(), state: z.string(), definition: customDefinition })
  .meta({ id: "CustomField", description: "自定字段" });
const effectOut = z
  .object({
    rows: z.number().int(),
    appears: z.number().int(),
    filled: z.number().int(),
    inTemplate: z.boolean(),
    apiName: z.string(),
    conflicts: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .meta({ id: "CustomFieldEffect", description: "自定字段生效后触及多少记录，与不许之处" });
const base = { tag: "自定字段" } as const;

/** Whoever proposes or decides sees the fields and what they would touch. */
const rightsOf = (actor: Actor): readonly string[] => [
  ...(may(actor, MANAGE) ? ["manage"] : []),
  ...(may(actor, APPROVE) ? ["approve"] : []),
];

function known({ services }: RouteContext, ledger: string): Result<Entry> {
  const entry = services.catalog.find(ledger);
  return entry ? ok(entry) : refuse("not_found", "fields.unknown_ledger", { ledger });
}

type Asked = {
  readonly key: string;
  readonly definition?: CustomDefinition;
  readonly fill?: FillValue | undefined;
  readonly goes?: true;
};

/** What must be sound for a proposal beside its name and kind: when the field appears, what old rows get, and who waits for it. */
function checkRules(
  entry: Entry,
  there: readonly FieldRecord[],
  { key, definition, fill, goes }: Asked,
  moments: RouteContext,
): Result<null> {
  if (goes) return checkUnused(there, key);
  if (!definition) return ok(null);
  const appears = checkAppears(entry, there, key, definition.appears, moments);
  return appears.ok ? checkFill(definition, fill) : appears;
}

function rulesAsked(proposal: Proposal | null, { key, definition }: FieldRecord): Asked {
  switch (proposal?.what) {
    case "create":
      return { key, definition, fill: proposal.fill };
    case "change":
      return { key, definition: proposal.definition, fill: proposal.fill };
    case "restore":
      return { key, definition };
    case "retire":
      return { key, goes: true };
    default:
      return { key };
  }
}

const summary = (field: FieldRecord): z.input<typeof shown> => ({ ...field, waiting: field.proposal !== null });

export const customFieldRoutes: readonly Route[] = [
  route({
    ...base,
    method: "GET",
    path: "/fields",
    summary: "自定字段 列表",
    permission: "signed-in",
    input: z.object({ ledger: ledgerName.optional() }),
    output: z.object({ fields: z.array(shown), limit: z.number().int(), can: z.array(z.string()), clauses: z.array(servedClause) }),
    async run({ tx, actor }, { ledger }) {
      const can = rightsOf(actor);
      if (can.length === 0) return refuse("forbidden", "http.no_permission", { permission: MANAGE });
      const all = await listFields(tx);
      const clauses = new Map(
        all.flatMap(({ definition: { clause } }) => (clause ? [[`${clause.document} ${clause.number}`, clause]] : [])),
      );
      const shownFields = all.filter((field) => ledger === undefined || field.ledger === ledger).map(summary);
      return ok({ fields: shownFields, limit: FIELD_LIMIT, can: [...can], clauses: [...clauses.values()] });
    },
  }),
  route({
    ...base,
    method: "GET",
    path: "/fields/effect",
    summary: "自定字段 生效后的影响",
    permission: "signed-in",
    input: z.object({ ledger: ledgerName, key: customKey, label: z.string().trim().min(1).max(30).optional(), appears: whereParam }),
    output: effectOut,
    async run(context, { ledger, key, label, appears }) {
      if (rightsOf(context.actor).length === 0) return refuse("forbidden", "http.no_permission", { permission: MANAGE });
      const entry = known(context, ledger);
      if (!entry.ok) return entry;
      const there = await listFields(context.tx, ledger);
      const field = there.find((each) => each.key === key);
      const named = field ? ok(null) : checkNew(entry.value, there, key, { label: label ?? key, kind: "text" });
      const sound = checkAppears(entry.value, there, key, appears, context);
      const verdict = named.ok ? sound : named;
      const where = compileCondition(sound.ok ? (appears ?? {}) : {}, entry.value.columns, context);
      if (!where.ok) return where;
      const conflicts = verdict.ok
        ? []
        : [
            {
              code: verdict.refusal.code,
              message: context.services.messages.say(verdict.refusal.code, verdict.refusal.params, context.language),
            },
          ];
      return ok({ ...(await countTouched(context.tx, ledger, key, where.value)), inTemplate: true, apiName: `custom.${key}`, conflicts });
    },
  }),
  route({
    ...base,
    method: "POST",
    path: "/fields",
    summary: "自定字段 送审新字段",
    permission: MANAGE,
    input: z.object({
      ledger: ledgerName,
      key: customKey,
      definition: customDefinition,
      promote: z.boolean().default(false),
      fill: fillValue.optional(),
    }),
    output: shown,
    example: {
      input: {
        ledger: "places.unit",
        key: "upstairs_residents",
        definition: { label: "楼上住人数", kind: "integer", unit: "人", min: 0, max: 60 },
      },
    },
    async run(context, { ledger, key, definition, promote, fill }) {
      const { tx, actor } = context;
      const entry = known(context, ledger);
      if (!entry.ok) return entry;
      const there = await listFields(tx, ledger);
      const verdict = checkNew(entry.value, there, key, definition);
      if (!verdict.ok) return verdict;
      const sound = checkRules(entry.value, there, { key, definition, fill }, context);
      if (!sound.ok) return sound;
      if (promote && definition.kind === "long") return refuse("conflict", "fields.cannot_promote");
      await insertField(
        tx,
        { ledger, key, area: actor.area.lo, definition },
        { what: "create", promote, ...(fill === undefined ? {} : { fill }) },
        actor.userId,
      );
      context.audit({ action: "自定字段 送审", subject: ledger, subjectId: key, detail: { definition, promote, fill } });
      return answer(context, ledger, key);
    },
  }),
  route({
    ...base,
    method: "PATCH",
    path: "/fields",
    summary: "自定字段 送审修改、停用、恢复或升为可筛",
    permission: MANAGE,
    input: z.object({
      ledger: ledgerName,
      key: customKey,
      what: z.enum(["change", "retire", "restore", "promote"]),
      definition: customDefinition.optional(),
      fill: fillValue.optional(),
    }),
    output: shown,
    example: { input: { ledger: "places.unit", key: "upstairs_residents", what: "retire" } },
    async run(context, { ledger, key, what, definition, fill }) {
      const { tx, actor } = context;
      const entry = known(context, ledger);
      if (!entry.ok) return entry;
      const field = await lockField(tx, ledger, key);
      if (!field) return refuse("not_found", "fields.unknown", { key });
      const possible = checkProposal(field, what);
      if (!possible.ok) return possible;
      if (what === "change" && !definition) return refuse("invalid", "fields.definition_missing");
      const there = await listFields(tx, ledger);
      const verdict = what === "change" && definition ? checkChange(entry.value, there, field, definition) : ok(null);
      if (!verdict.ok) return verdict;
      const wanted = definition ?? field.definition;
      const proposal: Proposal = what === "change" ? { what, definition: wanted, ...(fill === undefined ? {} : { fill }) } : { what };
      const sound = checkRules(entry.value, there, rulesAsked(proposal, field), context);
      if (!sound.ok) return sound;
      await propose(tx, field, proposal, actor.userId);
      context.audit({ action: "自定字段 送审", subject: ledger, subjectId: key, detail: { proposal } });
      return answer(context, ledger, key);
    },
  }),
  route({
    ...base,
    method: "POST",
    path: "/fields/order",
    summary: "自定字段 排序",
    permission: MANAGE,
    input: z.object({ ledger: ledgerName, keys: z.array(customKey).min(1).max(200) }),
    output: z.object({}),
    example: { input: { ledger: "places.unit", keys: ["street_shop", "upstairs_residents"] } },
    async run(context, { ledger, keys }) {
      const { tx } = context;
      const entry = known(context, ledger);
      if (!entry.ok) return entry;
      const there = await listFields(tx, ledger);
      const isWhole = new Set(keys).size === keys.length && keys.every((key) => there.some((field) => field.key === key));
      if (!isWhole) return refuse("conflict", "fields.bad_order");
      await saveOrder(tx, ledger, keys);
      context.audit({ action: "自定字段 排序", subject: ledger, detail: { keys } });
      return ok({});
    },
  }),
  route({
    ...base,
    method: "POST",
    path: "/fields/decide",
    summary: "自定字段 审核",
    permission: APPROVE,
    input: z.object({ ledger: ledgerName, key: customKey, granted: z.boolean(), why: z.string().trim().max(200).optional() }),
    output: shown,
    example: { input: { ledger: "places.unit", key: "upstairs_residents", granted: true } },
    async run(context, { ledger, key, granted, why }) {
      const { tx, actor } = context;
      const field = await lockField(tx, ledger, key);
      if (!field) return refuse("not_found", "fields.unknown", { key });
      if (!granted && !why) return refuse("invalid", "ledger.needs_reason");
      const decided = decideProposal(field, granted, actor.userId);
      if (!decided.ok) return decided;
      const entry = known(context, ledger);
      if (!entry.ok) return entry;
      // What was sound when proposed may no longer be: the field it waits for may have been retired since.
      const sound = granted ? checkRules(entry.value, await listFields(tx, ledger), rulesAsked(field.proposal, field), context) : ok(null);
      if (!sound.ok) return sound;
      await saveDecision(tx, field, decided.value, actor.userId, why ?? null);
      await publish(tx, { type: FIELD_DECIDED, actor: actor.userId, ledger, key, granted });
      context.audit({
        action: granted ? "自定字段 同意生效" : "自定字段 退回",
        subject: ledger,
        subjectId: key,
        detail: { proposal: field.proposal, why },
      });
      return answer(context, ledger, key);
    },
  }),
];

async function answer({ tx }: RouteContext, ledger: string, key: string): Promise<Result<z.input<typeof shown>>> {
  const field = await lockField(tx, ledger, key);
  return field ? ok(summary(field)) : refuse("not_found", "fields.unknown", { key });
}
