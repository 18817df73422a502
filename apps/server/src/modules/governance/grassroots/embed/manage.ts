/**
 * 基层平台接入, for the administrators: the system administrator registers a platform and sees its secret once, the security administrator puts it in
 * force or takes it out, each within his own area. A change of where something goes or who may frame us waits for him again. Everything is audited.
 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin } from "#platform/values.ts";
import { sendLater } from "./deliver.ts";
import { faultOfUrl, isOrigin } from "./domain/outward.ts";
import { platformKinds, platformScopes, platformStates } from "./domain/scopes.ts";
import { addDelivery, findPlatform, listPlatforms, newSecret, type Platform, sealSecret } from "./store.ts";

const tag = "基层平台接入";
const SUBJECT = "grassroots.platform";
const READ = "grassroots.platforms.read";
const REGISTER = "grassroots.platforms-register";
const APPROVE = "grassroots.platforms-approve";

const keysOf = <T extends object>(words: T) => Object.keys(words) as [keyof T & string];
const nullable = z.string().nullable();
const shown = z
  .object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    kind: z.enum(keysOf(platformKinds)),
    area: z.number().int(),
    areaName: z.string(),
    scopes: z.array(z.enum(keysOf(platformScopes))),
    webhookUrl: nullable,
    allowPrivate: z.boolean(),
    origin: nullable,
    perMinute: z.number().int(),
    state: z.enum(keysOf(platformStates)),
    secretMadeAt: z.string(),
    createdAt: z.string(),
    approvedAt: nullable,
    revokedAt: nullable,
    lastInAt: nullable,
    refused: z.number().int(),
    lastRefusal: nullable,
    lastRefusedAt: nullable,
    version: z.number().int(),
    events: z.number().int(),
    openEvents: z.number().int(),
    delivered: z.number().int(),
    pending: z.number().int(),
    dead: z.number().int(),
    sessions: z.number().int(),
  })
  .meta({ id: "ConnectedPlatform", description: "接入的基层平台；密钥只在登记或更换时给出一次" });
type Shown = z.output<typeof shown>;

async function figures(tx: RouteContext["tx"], platforms: readonly Platform[]): Promise<readonly Shown[]> {
  const { rows } = await sql<
    Pick<Shown, "id" | "areaName" | "events" | "openEvents" | "delivered" | "pending" | "dead" | "sessions">
  >`select p.id, a.full_name as area_name,
      (select count(*)::int from grassroots.event e where e.platform_key = p.key and e.deleted_at is null) as events,
      (select count(*)::int from grassroots.event e where e.platform_key = p.key and e.closed_at is null and e.deleted_at is null) as open_events,
      (select count(*)::int from grassroots.delivery d where d.platform = p.id and d.state = 'delivered') as delivered,
      (select count(*)::int from grassroots.delivery d where d.platform = p.id and d.state = 'pending') as pending,
      (select count(*)::int from grassroots.delivery d where d.platform = p.id and d.state = 'dead') as dead,
      (select count(*)::int from grassroots.embed_session s where s.platform = p.id and s.expires_at > now()) as sessions
    from grassroots.platform p join platform.area a on a.key = p.area`.execute(tx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return platforms.flatMap(({ secret: _, createdBy: __, ...platform }) => {
    const more = byId.get(platform.id);
    return more ? [{ ...platform, scopes: [...platform.scopes], ...more } as Shown] : [];
  });
}
const oneShown = async (tx: RouteContext["tx"], id: string): Promise<Result<Shown>> => {
  const platform = await findPlatform(tx, id);
  const [found] = platform ? await figures(tx, [platform]) : [];
  return found ? ok(found) : refuse("not_found", "grassroots.unknown_platform", { id });
};

const given = z.object({
  name: z.string().trim().min(2).max(60),
  kind: z.enum(keysOf(platformKinds)),
  area: z.number().int().pipe(areaKey),
  scopes: z.array(z.enum(keysOf(platformScopes))).min(1),
  webhookUrl: z.string().trim().max(500).nullable().default(null),
  allowPrivate: z.boolean().default(false).describe("允许回调地址在内网（政务网）或用 http"),
  origin: z.string().trim().max(200).nullable().default(null).describe("可嵌入我方页面的来源，如 https://jczz.example.gov.cn"),
  perMinute: z.number().int().min(1).max(6_000).default(60),
});
type Given = z.output<typeof given>;

/** What is wrong with what an administrator typed, by field. */
function problemOf({ scopes, webhookUrl, allowPrivate, origin }: Given): Result<null> {
  const bad = (field: string, code: string) => refuse("invalid", "ledger.invalid", { problems: [{ field, code: `grassroots.${code}` }] });
  const fault = webhookUrl === null ? null : faultOfUrl(webhookUrl, allowPrivate);
  if (fault) return bad("webhookUrl", `url_${fault}`);
  if ((scopes.includes("feedback") || scopes.includes("warnings")) && webhookUrl === null) return bad("webhookUrl", "url_needed");
  if (scopes.includes("embed") && origin === null) return bad("origin", "origin_needed");
  if (origin !== null && !isOrigin(origin)) return bad("origin", "bad_origin");
  return ok(null);
}

/** A platform of the administrator's own area, held for change; another's does not exist for him. */
async function findOwn({ tx, actor }: Pick<RouteContext, "tx" | "actor">, id: string): Promise<Result<Platform>> {
  const platform = await findPlatform(tx, id);
  return platform && isWithin(platform.area, actor.area) ? ok(platform) : refuse("not_found", "grassroots.unknown_platform", { id });
}

const base = { tag, scope: "owner" } as const;
const withId = z.object({ id: z.uuid() });

export const showPlatforms = route({
  ...base,
  method: "GET",
  path: "/grassroots/platforms",
  summary: "接入的基层平台",
  permission: READ,
  input: z.object({}),
  output: z.object({ platforms: z.array(shown), mayRegister: z.boolean(), mayApprove: z.boolean() }),
  run: async ({ tx, actor }) =>
    ok({
      platforms: [
        ...(await figures(
          tx,
          (await listPlatforms(tx)).filter(({ area }) => isWithin(area, actor.area)),
        )),
      ],
      mayRegister: may(actor, REGISTER),
      mayApprove: may(actor, APPROVE),
    }),
});

const withSecret = z.object({ platform: shown, secret: z.string().describe("只给这一次") });

export const registerPlatform = route({
  ...base,
  method: "POST",
  path: "/grassroots/platforms",
  summary: "登记一个平台，给出密钥",
  permission: REGISTER,
  input: given.extend({ key: z.string().regex(/^[a-z0-9][a-z0-9-]{3,39}$/) }),
  output: withSecret,
  example: {
    input: {
      key: "jczz-330802",
      name: "柯城区基层智治",
      kind: "grassroots",
      area: 330_802_000_000_000,
      scopes: ["events", "embed"],
      origin: "https://jczz.example.gov.cn",
    },
  },
  async run(context, { key, ...values }) {
    const { tx, actor, now, services } = context;
    const problem = problemOf(values);
    if (!problem.ok) return problem;
    if (!isWithin(values.area, actor.area)) return refuse("invalid", "ledger.outside_area");
    const known = await sql`select 1 from platform.area where key = ${values.area}`.execute(tx);
    if (known.rows.length === 0) return refuse("invalid", "ledger.unknown_area");
    const taken = await sql`select 1 from grassroots.platform where key = ${key}`.execute(tx);
    if (taken.rows.length > 0) return refuse("conflict", "grassroots.key_taken", { key });
    const id = uuidv7(now.getTime());
    const secret = newSecret();
    await sql`insert into grassroots.platform (id, key, name, kind, area, scopes, webhook_url, allow_private, origin, per_minute, secret, secret_made_at, created_by, created_at)
      values (${id}, ${key}, ${values.name}, ${values.kind}, ${values.area}, ${values.scopes}, ${values.webhookUrl}, ${values.allowPrivate}, ${values.origin}, ${values.perMinute},
        ${sealSecret(services, id, secret)}, ${now.toISOString()}, ${actor.userId}, ${now.toISOString()})`.execute(tx);
    context.audit({ action: "登记基层平台", subject: SUBJECT, subjectId: id, area: values.area, detail: { key, ...values } });
    const platform = await oneShown(tx, id);
    return platform.ok ? ok({ platform: platform.value, secret }) : platform;
  },
});

export const changePlatform = route({
  ...base,
  method: "PUT",
  path: "/grassroots/platforms/:id",
  summary: "修改平台；改辖区、权限、地址后须重新授权",
  permission: REGISTER,
  input: given.extend({ id: z.uuid(), version: z.number().int() }),
  output: shown,
  async run(context, { id, version, ...values }) {
    const { tx, actor } = context;
    const found = await findOwn(context, id);
    if (!found.ok) return found;
    const platform = found.value;
    if (platform.version !== version) return refuse("conflict", "ledger.changed_by_other", { version: platform.version });
    const problem = problemOf(values);
    if (!problem.ok) return problem;
    if (!isWithin(values.area, actor.area)) return refuse("invalid", "ledger.outside_area");
    const weighty =
      values.area !== platform.area ||
      values.webhookUrl !== platform.webhookUrl ||
      values.allowPrivate !== platform.allowPrivate ||
      values.origin !== platform.origin ||
      values.scopes.some((each) => !platform.scopes.includes(each));
    const state = platform.state === "active" && weighty ? "pending" : platform.state;
    await sql`update grassroots.platform set name = ${values.name}, kind = ${values.kind}, area = ${values.area}, scopes = ${values.scopes}, webhook_url = ${values.webhookUrl},
      allow_private = ${values.allowPrivate}, origin = ${values.origin}, per_minute = ${values.perMinute}, state = ${state}, version = version + 1 where id = ${id}`.execute(
      tx,
    );
    context.audit({ action: "修改基层平台", subject: SUBJECT, subjectId: id, area: values.area, detail: { ...values, state } });
    return oneShown(tx, id);
  },
});

export const approvePlatform = route({
  ...base,
  method: "POST",
  path: "/grassroots/platforms/:id/approve",
  summary: "授权启用平台",
  permission: APPROVE,
  input: withId,
  output: shown,
  async run(context, { id }) {
    const { tx, actor, now } = context;
    const found = await findOwn(context, id);
    if (!found.ok) return found;
    const platform = found.value;
    if (platform.state !== "pending") return refuse("conflict", "grassroots.not_pending");
    if (platform.createdBy === actor.userId) return refuse("forbidden", "grassroots.approves_own");
    await sql`update grassroots.platform set state = 'active', approved_by = ${actor.userId}, approved_at = ${now.toISOString()}, version = version + 1 where id = ${id}`.execute(
      tx,
    );
    context.audit({ action: "授权基层平台", subject: SUBJECT, subjectId: id, area: platform.area });
    return oneShown(tx, id);
  },
});

export const revokePlatform = route({
  ...base,
  method: "POST",
  path: "/grassroots/platforms/:id/revoke",
  summary: "撤销平台：立即停用，嵌入会话一并失效",
  permission: APPROVE,
  input: withId.extend({ reason: z.string().trim().min(2).max(200) }),
  output: shown,
  async run(context, { id, reason }) {
    const { tx, now } = context;
    const found = await findOwn(context, id);
    if (!found.ok) return found;
    const platform = found.value;
    await sql`update grassroots.platform set state = 'revoked', revoked_at = ${now.toISOString()}, version = version + 1 where id = ${id}`.execute(
      tx,
    );
    await sql`delete from grassroots.embed_session where platform = ${id}`.execute(tx);
    await sql`delete from grassroots.embed_ticket where platform = ${id}`.execute(tx);
    context.audit({ action: "撤销基层平台", subject: SUBJECT, subjectId: id, area: platform.area, detail: { reason } });
    return oneShown(tx, id);
  },
});

export const renewSecret = route({
  ...base,
  method: "POST",
  path: "/grassroots/platforms/:id/secret",
  summary: "更换密钥；旧的立即失效，须重新授权",
  permission: REGISTER,
  input: withId,
  output: withSecret,
  async run(context, { id }) {
    const { tx, now, services } = context;
    const found = await findOwn(context, id);
    if (!found.ok) return found;
    const platform = found.value;
    const secret = newSecret();
    await sql`update grassroots.platform set secret = ${sealSecret(services, id, secret)}, secret_made_at = ${now.toISOString()}, state = 'pending', version = version + 1
      where id = ${id}`.execute(tx);
    context.audit({ action: "更换平台密钥", subject: SUBJECT, subjectId: id, area: platform.area });
    const after = await oneShown(tx, id);
    return after.ok ? ok({ platform: after.value, secret }) : after;
  },
});

const delivery = z.object({
  id: z.uuid(),
  kind: z.enum(["feedback", "warning", "problem", "test"]),
  type: z.string(),
  state: z.enum(["pending", "delivered", "dead"]),
  attempts: z.number().int(),
  createdAt: z.string(),
  nextAt: nullable,
  lastAt: nullable,
  deliveredAt: nullable,
  status: z.number().int().nullable(),
  receipt: nullable,
  trouble: nullable,
  body: z.string(),
});

export const listDeliveries = route({
  ...base,
  method: "GET",
  path: "/grassroots/platforms/:id/deliveries",
  summary: "外发消息，新的在前",
  permission: READ,
  composed: ["trouble"],
  input: withId.extend({ state: z.enum(["pending", "delivered", "dead"]).optional() }),
  output: z.object({ deliveries: z.array(delivery) }),
  async run(context, { id, state }) {
    const { tx } = context;
    const found = await findOwn(context, id);
    if (!found.ok) return found;
    const { rows } = await sql<
      z.output<typeof delivery>
    >`select id, kind, type, state, attempts, created_at, next_at, last_at, delivered_at, status, receipt, trouble, body
      from grassroots.delivery where platform = ${id} and (${state ?? null}::text is null or state = ${state ?? null}) order by created_at desc, id desc limit 100`.execute(
      tx,
    );
    return ok({ deliveries: rows });
  },
});

export const sendTest = route({
  ...base,
  method: "POST",
  path: "/grassroots/platforms/:id/test",
  summary: "发一条测试消息",
  permission: REGISTER,
  input: withId,
  output: z.object({ id: z.uuid() }),
  async run(context, { id }) {
    const { tx, now, services, actor } = context;
    const found = await findOwn(context, id);
    if (!found.ok) return found;
    const platform = found.value;
    if (platform.webhookUrl === null) return refuse("conflict", "grassroots.url_needed");
    // Nothing leaves before somebody else has looked at where it goes.
    if (platform.state !== "active") return refuse("conflict", `grassroots.platform_${platform.state}`);
    const made = await addDelivery(
      tx,
      {
        platform: id,
        kind: "test",
        type: "test",
        subject: null,
        area: platform.area,
        sameness: `test ${uuidv7()}`,
        body: { text: "燧人测试消息", by: actor.name },
      },
      now,
    );
    if (!made) return refuse("conflict", "ledger.changed_by_other");
    await sendLater(services, made, 1);
    context.audit({ action: "向平台发测试消息", subject: SUBJECT, subjectId: id, area: platform.area });
    return ok({ id: made });
  },
});

export const resendDelivery = route({
  ...base,
  method: "POST",
  path: "/grassroots/deliveries/:id/resend",
  summary: "重发未送达的消息",
  permission: REGISTER,
  input: withId,
  output: z.object({}),
  async run(context, { id }) {
    const { tx, actor, now, services } = context;
    const { rows } = await sql<{
      platform: string;
    }>`update grassroots.delivery set state = 'pending', attempts = 0, next_at = ${now.toISOString()}
      where id = ${id} and state = 'dead'
        and platform in (select p.id from grassroots.platform p where p.area between ${actor.area.lo} and ${actor.area.hi}) returning platform`.execute(
      tx,
    );
    const [row] = rows;
    if (!row) return refuse("conflict", "grassroots.not_dead");
    await sendLater(services, id, 1);
    context.audit({ action: "重发平台消息", subject: SUBJECT, subjectId: row.platform, detail: { delivery: id } });
    return ok({});
  },
});

export const manageRoutes = [
  showPlatforms,
  registerPlatform,
  changePlatform,
  approvePlatform,
  revokePlatform,
  renewSecret,
  listDeliveries,
  sendTest,
  resendDelivery,
];
