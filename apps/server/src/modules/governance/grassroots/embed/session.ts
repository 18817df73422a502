/**
 * Single sign-on of an embedded page. The platform's server asks for a ticket in a person's name (signed); the browser brings it once within a minute,
 * in the fragment of the address, which no server and no referrer ever sees; it is exchanged for a token that the page keeps in its memory alone.
 * No cookie is set: browsers keep cookies from pages framed by strangers (SameSite=Lax), and a page without one cannot be ridden on.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import { actorOfAccount } from "#modules/ground/identity/index.ts";
import { type Actor, scopeOf } from "#platform/actor.ts";
import { writeAudit } from "#platform/audit.ts";
import { asWorker, inScope, type Tx } from "#platform/db.ts";
import { languageOf, parseAsked } from "#platform/http/server.ts";
import { ok, RefusalError, type Result, refuse } from "#platform/result.ts";
import type { RawRoute, RouteContext } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import type { AreaRange } from "#platform/values.ts";
import { EMBEDDED, SESSION_SECONDS, TICKET_SECONDS } from "./domain/scopes.ts";
import { authenticatePlatform, jsonOf } from "./partner.ts";
import { findByKey, hashOf, type Platform, rangeOfPlatform } from "./store.ts";

const tag = "基层平台接口";

/** The narrower of two ranges of the tree; null where they have nothing in common. */
export function narrower(a: AreaRange, b: AreaRange): AreaRange | null {
  const lo = Math.max(a.lo, b.lo);
  const hi = Math.min(a.hi, b.hi);
  return lo <= hi ? { lo, hi } : null;
}

/** A person as an embedded page knows him: his own rights cut down to those of the page, his area to the platform's. */
export function embeddedActor(actor: Actor, platform: Pick<Platform, "area">): Actor | null {
  const area = narrower(actor.area, rangeOfPlatform(platform));
  if (actor.kind !== "official" || area === null) return null;
  const permissions = new Set(EMBEDDED.filter((each) => actor.permissions.has(each)));
  return permissions.size === 0 ? null : { ...actor, area, permissions };
}

const macOf = (services: Services, head: string): string => services.sealer.hash(head, "grassroots.embed-ticket").toString("hex");

/** `random.expiry.mac`: a forged one is refused without a look into the database. */
function newTicket(services: Services, now: Date): { readonly ticket: string; readonly expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + TICKET_SECONDS * 1_000);
  const head = `${randomBytes(24).toString("base64url")}.${Math.floor(expiresAt.getTime() / 1_000)}`;
  return { ticket: `${head}.${macOf(services, head)}`, expiresAt };
}

export function isGenuine(services: Services, ticket: string, now: Date): boolean {
  const parts = ticket.split(".");
  const [random, expiry, mac] = parts;
  if (parts.length !== 3 || !random || !expiry || !mac) return false;
  const expected = macOf(services, `${random}.${expiry}`);
  if (mac.length !== expected.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return false;
  return Number(expiry) * 1_000 > now.getTime();
}

const ticketInput = z.object({ account: z.string().trim().min(1).max(64).describe("本系统的账号；须在平台授权辖区内") });
const ticketGiven = z.object({
  ticket: z.string(),
  expiresInSeconds: z.number().int(),
  url: z.string().describe("放进 iframe 的地址；票据在 # 之后，不进日志"),
});

export const postTicket: RawRoute = {
  method: "POST",
  path: "/partner/tickets",
  summary: "为嵌入页取一次性票据",
  description: "服务器对服务器。票据 60 秒内用一次；换得的会话 30 分钟，权限为本人与嵌入页两者之交集。",
  tag,
  permission: "public",
  proof: "signature",
  input: ticketInput,
  output: ticketGiven,
  example: {
    input: { account: "huxiaoping" },
    output: { ticket: "kq3…", expiresInSeconds: TICKET_SECONDS, url: "/embedded/jczz-330802#ticket=kq3…" },
  },
  async answer({ request, services }) {
    const platform = await authenticatePlatform(request, "embed", services);
    if (!platform.ok) return platform;
    const json = jsonOf(request);
    const given = json.ok ? parseAsked(ticketInput, json.value, request) : json;
    if (!given.ok) return given;
    const now = services.clock.now();
    return asWorker(services.db, async (tx): Promise<Result<z.output<typeof ticketGiven>>> => {
      const { id, key, name } = platform.value;
      const actor = await actorOfAccount(tx, given.value.account, services);
      // Unknown, not official, elsewhere: one answer, so that accounts cannot be found out.
      if (!actor || !embeddedActor(actor, platform.value)) return refuse("not_found", "grassroots.unknown_account");
      const { ticket, expiresAt } = newTicket(services, now);
      await sql`insert into grassroots.embed_ticket (token_hash, platform, account, created_at, expires_at)
        values (${hashOf(ticket)}, ${id}, ${actor.account}, ${now.toISOString()}, ${expiresAt.toISOString()})`.execute(tx);
      await writeAudit(tx, {
        action: "取嵌入票据",
        actor: null,
        actorName: name,
        subject: "grassroots.platform",
        subjectId: id,
        detail: { account: actor.account },
      });
      return ok({ ticket, expiresInSeconds: TICKET_SECONDS, url: `/embedded/${key}#ticket=${ticket}` });
    });
  },
};

const exchangeInput = z.object({ key: z.string().max(40), ticket: z.string().max(200) });
const exchanged = z.object({ token: z.string(), expiresAt: z.string(), name: z.string(), platform: z.string(), areaName: z.string() });

export const exchangeTicket: RawRoute = {
  method: "POST",
  path: "/embedded/session",
  summary: "嵌入页用票据换会话",
  tag,
  permission: "public",
  input: exchangeInput,
  output: exchanged,
  refuses: ["unauthenticated"],
  async answer({ request, services }) {
    const given = parseAsked(exchangeInput, request.body, request);
    if (!given.ok) return given;
    const { key, ticket } = given.value;
    const now = services.clock.now();
    const gone = refuse("unauthenticated", "grassroots.ticket_gone");
    if (!isGenuine(services, ticket, now)) return gone;
    return asWorker(services.db, async (tx): Promise<Result<z.output<typeof exchanged>>> => {
      const { rows } = await sql<{ account: string; platform: string }>`update grassroots.embed_ticket set used_at = ${now.toISOString()}
        where token_hash = ${hashOf(ticket)} and used_at is null and expires_at > ${now.toISOString()} returning account, platform`.execute(
        tx,
      );
      const [row] = rows;
      const platform = row ? await findByKey(tx, key) : undefined;
      // The ticket is spent even when it was brought to the wrong page.
      if (!row || !platform || platform.id !== row.platform || platform.state !== "active" || !platform.scopes.includes("embed"))
        return gone;
      const actor = await actorOfAccount(tx, row.account, services);
      const embedded = actor && embeddedActor(actor, platform);
      if (!embedded) return gone;
      const token = randomBytes(32).toString("base64url");
      const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1_000).toISOString();
      await sql`insert into grassroots.embed_session (token_hash, platform, account, created_at, expires_at)
        values (${hashOf(token)}, ${platform.id}, ${row.account}, ${now.toISOString()}, ${expiresAt})`.execute(tx);
      await writeAudit(tx, {
        action: "进入嵌入页",
        actor: embedded.userId,
        actorName: embedded.name,
        subject: "grassroots.platform",
        subjectId: platform.id,
        detail: { platform: platform.key, address: request.ip },
      });
      return ok({ token, expiresAt, name: embedded.name, platform: platform.name, areaName: embedded.areaName });
    });
  },
};

export type Embedded = { readonly actor: Actor; readonly platform: Platform };

/** The person behind the token, as long as session, account and platform stand. */
async function readSession(request: FastifyRequest, services: Services): Promise<Embedded | null> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? "")?.[1];
  if (!token) return null;
  return asWorker(services.db, async (tx) => {
    const { rows } = await sql<{
      account: string;
      key: string;
    }>`select s.account, p.key from grassroots.embed_session s join grassroots.platform p on p.id = s.platform
      where s.token_hash = ${hashOf(token)} and s.expires_at > ${services.clock.now().toISOString()} and p.state = 'active' and 'embed' = any(p.scopes)`.execute(
      tx,
    );
    const [row] = rows;
    const platform = row && (await findByKey(tx, row.key));
    const actor = row && platform ? await actorOfAccount(tx, row.account, services) : null;
    const embedded = actor && platform ? embeddedActor(actor, platform) : null;
    return embedded && platform ? { actor: embedded, platform } : null;
  });
}

export type EmbeddedContext = Embedded & Pick<RouteContext, "tx" | "now" | "today" | "services" | "language">;

/** Work of an embedded page: one transaction under the row filter of its cut-down person; what it writes is audited with the platform's name. */
export async function inEmbedded<T>(
  request: FastifyRequest,
  services: Services,
  permission: string,
  audit: { readonly action: string; readonly subject: string } | null,
  work: (context: EmbeddedContext) => Promise<Result<T>>,
): Promise<Result<T>> {
  const embedded = await readSession(request, services);
  if (!embedded) return refuse("unauthenticated", "grassroots.session_gone");
  const { actor, platform } = embedded;
  if (!actor.permissions.has(permission)) return refuse("forbidden", "http.no_permission", { permission });
  const run = async (tx: Tx): Promise<Result<T>> => {
    const result = await work({
      tx,
      ...embedded,
      services,
      now: services.clock.now(),
      today: services.clock.today(),
      language: languageOf(request),
    });
    if (!result.ok) throw new RefusalError(result.refusal);
    if (audit)
      await writeAudit(tx, {
        ...audit,
        actor: actor.userId,
        actorName: actor.name,
        detail: { platform: platform.key, embedded: true, address: request.ip },
      });
    return result;
  };
  return inScope(services.db, scopeOf(actor), run).catch((error: unknown) => {
    if (error instanceof RefusalError) return { ok: false as const, refusal: error.refusal };
    throw error;
  });
}
