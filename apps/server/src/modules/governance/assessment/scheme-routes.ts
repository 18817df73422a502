/** Schemes from the screen: checked while they are written, shown with what differs from the edition in force, put on the way to their approval. */

import { sql } from "kysely";
import { z } from "zod";
import { knownPacks } from "#modules/governance/policy-tasks/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { keyOfCode } from "#platform/values.ts";
import type { Scheme } from "./domain/scheme.ts";
import { schemeChanges } from "./domain/scheme-changes.ts";
import { SCHEME } from "./names.ts";
import { readScheme, type SchemeError } from "./read-scheme.ts";
import { scheme as schemeCase } from "./scheme-case.ts";
import { levelKey, schemeError } from "./shapes.ts";
import { shippedSchemes } from "./shipped.ts";

const MOST = 60_000;
const source = z.string().min(20).max(MOST);

const spokenErrors = (errors: readonly SchemeError[], { services, language }: RouteContext) =>
  errors.map(({ line, path, code, params }) => ({ line, path, code, message: services.messages.say(code, params, language) }));

const summary = z.object({
  code: z.string(),
  title: z.string(),
  of: levelKey,
  full: z.number(),
  dimensions: z.array(z.object({ name: z.string(), weight: z.number(), indicators: z.number().int() })),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      dimension: z.string(),
      weight: z.number(),
      by: z.enum(["linear", "step", "rank"]),
      source: z.string(),
    }),
  ),
});
const summaryOf = (scheme: Scheme) => ({
  code: scheme.scheme,
  title: scheme.title,
  of: scheme.of,
  full: scheme.full,
  dimensions: scheme.dimensions.map(({ name, weight }) => ({
    name,
    weight,
    indicators: scheme.indicators.filter(({ dimension }) => dimension === name).length,
  })),
  indicators: scheme.indicators.map(({ id, name, dimension, weight, score, source: from }) => ({
    id,
    name,
    dimension,
    weight,
    by: "linear" in score ? ("linear" as const) : "step" in score ? ("step" as const) : ("rank" as const),
    source:
      "measure" in from
        ? from.measure
        : "duty" in from
          ? (from.duty.clause ?? from.duty.pack)
          : "hand" in from
            ? from.hand
            : "pledge" in from
              ? "pledge"
              : "site",
  })),
});

export const checkScheme = route({
  method: "POST",
  path: "/assessment/schemes/check",
  summary: "检查考核方案",
  tag: "考核方案",
  permission: "assessment.configure",
  input: z.object({ source }),
  output: z.object({ ok: z.boolean(), errors: z.array(schemeError), summary: summary.nullable() }),
  async run(context, { source: text }) {
    const reading = readScheme(text, context.services.registry.measures, await knownPacks(context.tx));
    return ok(
      reading.ok
        ? { ok: true, errors: [], summary: summaryOf(reading.scheme) }
        : { ok: false, errors: spokenErrors(reading.errors, context), summary: null },
    );
  },
});

type Stored = {
  readonly id: string;
  readonly code: string;
  readonly edition: number;
  readonly source: string;
  readonly state: string;
  readonly version: number;
  readonly writtenBy: string | null;
  readonly area: number;
  readonly title: string;
};

async function inForce({ tx }: RouteContext, code: string, area: number, otherThan: string | null): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`select id, code, edition, source, state, version, written_by, area, title from assessment.scheme
    where code = ${code} and area = ${area} and state = 'inForce' and deleted_at is null and (${otherThan}::uuid is null or id <> ${otherThan}::uuid) limit 1`.execute(
    tx,
  );
  return rows[0];
}

/** Reads what was sent and says what it changes; refuses what does not read or binds another place. */
async function prepared(context: RouteContext, text: string, own: string | null) {
  const reading = readScheme(text, context.services.registry.measures, await knownPacks(context.tx));
  if (!reading.ok)
    return refuse("invalid", "assessment.scheme_wrong", {
      n: reading.errors.length,
      line: reading.errors[0]?.line,
      problems: spokenErrors(reading.errors, context),
    });
  const { scheme } = reading;
  const area = keyOfCode(scheme.area);
  if (area !== context.actor.area.lo) return refuse("invalid", "assessment.scheme_other_area", { area: scheme.area });
  const before = await inForce(context, scheme.scheme, area, own);
  const old = before && readScheme(before.source);
  const changes = old?.ok ? schemeChanges(old.scheme, scheme) : [];
  return ok({ scheme, area, changes, edition: (before?.edition ?? 0) + 1 });
}

const written = z.object({ id: z.uuid(), edition: z.number().int(), changes: z.array(z.string()) });

export const draftScheme = route({
  method: "POST",
  path: "/assessment/schemes",
  summary: "起草考核方案",
  tag: "考核方案",
  permission: "assessment.configure",
  composed: ["changes"],
  input: z.object({ source }),
  output: written,
  async run(context, { source: text }) {
    const { actor, services, now } = context;
    const ready = await prepared(context, text, null);
    if (!ready.ok) return ready;
    const { scheme, area, changes, edition } = ready.value;
    const values = {
      code: scheme.scheme,
      edition,
      title: scheme.title,
      level: scheme.of,
      from: scheme.from,
      until: scheme.to ?? null,
      source: text,
      indicators: scheme.indicators.length,
      changes: changes.join("；").slice(0, 400),
      writtenBy: actor.userId,
    };
    const raised = await raiseCase(
      eraseCase(schemeCase),
      { area, values, holderOrgan: actor.organId, at: now, kind: "person", actor: actor.userId, actorName: actor.name },
      readerOf(context),
      services,
    );
    if (!raised.ok) return raised;
    context.audit({ action: "起草考核方案", subject: SCHEME, subjectId: raised.value.id, area, detail: { code: scheme.scheme, edition } });
    return ok({ id: raised.value.id, edition, changes: [...changes] });
  },
});

export const editScheme = route({
  method: "PUT",
  path: "/assessment/schemes/:id",
  summary: "修改考核方案草稿",
  tag: "考核方案",
  permission: "assessment.configure",
  composed: ["changes"],
  input: z.object({ id: z.uuid(), version: z.number().int(), source }),
  output: written,
  async run(context, { id, version, source: text }) {
    const { tx, actor } = context;
    const { rows } =
      await sql<Stored>`select id, code, edition, source, state, version, written_by, area, title from assessment.scheme where id = ${id} and deleted_at is null for update`.execute(
        tx,
      );
    const row = rows[0];
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.state !== "draft") return refuse("conflict", "assessment.not_draft");
    if (row.version !== version) return refuse("conflict", "ledger.changed_by_other", { version: row.version });
    const ready = await prepared(context, text, id);
    if (!ready.ok) return ready;
    const { scheme, changes } = ready.value;
    if (scheme.scheme !== row.code) return refuse("invalid", "assessment.scheme_code_changed", { code: row.code });
    await sql`update assessment.scheme set source = ${text}, title = ${scheme.title}, level = ${scheme.of}, "from" = ${scheme.from}, until = ${scheme.to ?? null},
      indicators = ${scheme.indicators.length}, changes = ${changes.join("；").slice(0, 400)}, written_by = ${actor.userId}, version = version + 1, updated_at = now() where id = ${id}`.execute(
      tx,
    );
    context.audit({
      action: "修改考核方案",
      subject: SCHEME,
      subjectId: id,
      area: row.area,
      detail: { code: row.code, edition: row.edition },
    });
    return ok({ id, edition: row.edition, changes: [...changes] });
  },
});

export const showScheme = route({
  method: "GET",
  path: "/assessment/schemes/:id",
  summary: "考核方案全文与改动",
  tag: "考核方案",
  permission: "assessment.scheme.read",
  composed: ["changes"],
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    title: z.string(),
    code: z.string(),
    edition: z.number().int(),
    state: z.string(),
    version: z.number().int(),
    source: z.string(),
    summary,
    changes: z.array(z.string()),
  }),
  async run(context, { id }) {
    const { rows } =
      await sql<Stored>`select id, code, edition, source, state, version, written_by, area, title from assessment.v_scheme where id = ${id}`.execute(
        context.tx,
      );
    const row = rows[0];
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const reading = readScheme(row.source);
    if (!reading.ok) throw new Error(`scheme ${row.code} ${row.edition} does not read`);
    const before = row.state === "draft" || row.state === "review" ? await inForce(context, row.code, row.area, id) : undefined;
    const old = before && readScheme(before.source);
    const { title, code, edition, state, version, source: text } = row;
    return ok({
      id,
      title,
      code,
      edition,
      state,
      version,
      source: text,
      summary: summaryOf(reading.scheme),
      changes: old?.ok ? [...schemeChanges(old.scheme, reading.scheme)] : [],
    });
  },
});

export const listShipped = route({
  method: "GET",
  path: "/assessment/schemes/shipped",
  summary: "随平台提供的方案样本",
  tag: "考核方案",
  permission: "assessment.configure",
  input: z.object({}),
  output: z.object({ schemes: z.array(z.object({ code: z.string(), title: z.string(), source: z.string() })) }),
  async run() {
    return ok({ schemes: shippedSchemes().map(({ code, title, source: text }) => ({ code, title, source: text })) });
  },
});
