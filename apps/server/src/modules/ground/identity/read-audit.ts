/** 审计日志, for the audit administrator alone and within his area: read, verified as a chain, taken out as a file. */
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, isOverAll } from "#platform/actor.ts";
import { verifyAudit } from "#platform/audit.ts";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";

const auditing = { tag: "审计", permission: "identity.audit", scope: "owner", method: "GET" } as const;

const entry = z
  .object({
    id: z.number().int(),
    at: z.string(),
    actor: z.uuid().nullable(),
    actorName: z.string(),
    action: z.string(),
    subject: z.string().nullable(),
    subjectId: z.string().nullable(),
    area: z.number().int().nullable(),
    detail: z.record(z.string(), z.unknown()),
    sealed: z.boolean(),
  })
  .meta({ id: "AuditEntry", description: "审计的一条" });
export type AuditRow = z.input<typeof entry>;

/** Entries of this administrator's area; what belongs to none, a sign-in or a setting, is seen by who audits the whole city. */
export const auditedBy = (actor: Actor, { city }: Pick<Services, "city">) =>
  sql`(${isOverAll(actor, city.range)} or area between ${actor.area.lo} and ${actor.area.hi})`;

export const auditFilter = z.object({
  before: z.coerce.number().int().positive().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  action: z.string().max(60).optional(),
  actorName: z.string().max(40).optional(),
  subject: z.string().max(60).optional(),
  subjectId: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const readAuditRoute = route({
  ...auditing,
  path: "/identity/audit",
  composed: ["action", "actorName"],
  summary: "审计日志，新的在前",
  input: auditFilter,
  output: z.object({ entries: z.array(entry), next: z.number().int().nullable() }),
  example: { input: { action: "登录", limit: 50 } },
  async run({ tx, actor, services }, { before, from, to, action, actorName, subject, subjectId, limit }) {
    const { rows } =
      await sql<AuditRow>`select id, at, actor, actor_name, action, subject, subject_id, area, detail, hash is not null as sealed
      from platform.audit where (${before ?? null}::bigint is null or id < ${before ?? null})
        and (${from ?? null}::timestamptz is null or at >= ${from ?? null}) and (${to ?? null}::timestamptz is null or at < ${to ?? null})
        and (${action ?? null}::text is null or action = ${action ?? null}) and (${actorName ?? null}::text is null or actor_name = ${actorName ?? null})
        and (${subject ?? null}::text is null or subject = ${subject ?? null}) and (${subjectId ?? null}::text is null or subject_id = ${subjectId ?? null})
        and ${auditedBy(actor, services)}
      order by id desc limit ${limit + 1}`.execute(tx);
    const entries = rows.slice(0, limit);
    return ok({ entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null });
  },
});

export const verifyAuditRoute = route({
  ...auditing,
  path: "/identity/audit/verify",
  summary: "校验审计链",
  audited: true,
  input: z.object({}),
  output: z.object({
    ok: z.boolean(),
    entries: z.number().int(),
    unsealed: z.number().int(),
    head: z.string(),
    brokenAt: z.number().int().optional(),
  }),
  async run({ tx, audit }) {
    const found = await verifyAudit(tx);
    audit({
      action: "校验审计链",
      subject: "platform.audit",
      detail: { ok: found.ok, entries: found.entries, brokenAt: found.brokenAt ?? null },
    });
    return ok(found);
  },
});
