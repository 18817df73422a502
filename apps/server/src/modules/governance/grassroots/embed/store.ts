/** Connected platforms, their nonces, tickets, sessions and deliveries. All of it runs as the owner: the row filter's role cannot read these tables. */
import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { type AreaRange, subtreeOf } from "#platform/values.ts";
import type { PlatformScope, PlatformState } from "./domain/scopes.ts";

export type Platform = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly area: number;
  readonly scopes: readonly PlatformScope[];
  readonly webhookUrl: string | null;
  readonly allowPrivate: boolean;
  readonly origin: string | null;
  readonly perMinute: number;
  readonly state: PlatformState;
  readonly secret: Uint8Array;
  readonly secretMadeAt: string;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly approvedAt: string | null;
  readonly revokedAt: string | null;
  readonly lastInAt: string | null;
  readonly refused: number;
  readonly lastRefusal: string | null;
  readonly lastRefusedAt: string | null;
  readonly version: number;
};

const COLUMNS = sql`p.id, p.key, p.name, p.kind, p.area, p.scopes, p.webhook_url, p.allow_private, p.origin, p.per_minute, p.state, p.secret, p.secret_made_at, p.created_by,
  p.created_at, p.approved_at, p.revoked_at, p.last_in_at, p.refused, p.last_refusal, p.last_refused_at, p.version`;

export const rangeOfPlatform = ({ area }: Pick<Platform, "area">): AreaRange => subtreeOf(area);

export const listPlatforms = async (tx: Tx): Promise<readonly Platform[]> =>
  (await sql<Platform>`select ${COLUMNS} from grassroots.platform p order by p.created_at, p.id`.execute(tx)).rows;
export const findPlatform = async (tx: Tx, id: string): Promise<Platform | undefined> =>
  (await sql<Platform>`select ${COLUMNS} from grassroots.platform p where p.id = ${id} for update`.execute(tx)).rows[0];
export const findByKey = async (tx: Tx, key: string): Promise<Platform | undefined> =>
  (await sql<Platform>`select ${COLUMNS} from grassroots.platform p where p.key = ${key}`.execute(tx)).rows[0];

const placeOfSecret = (id: string): string => `grassroots.platform ${id} secret`;
export const newSecret = (): string => randomBytes(32).toString("base64url");
export const sealSecret = ({ sealer }: Pick<Services, "sealer">, id: string, secret: string): Buffer =>
  sealer.seal(secret, placeOfSecret(id));
export const secretOf = ({ sealer }: Pick<Services, "sealer">, { id, secret }: Pick<Platform, "id" | "secret">): string =>
  sealer.open(secret, placeOfSecret(id));

export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** @returns false when this nonce has been seen: a request heard twice */
export async function keepNonce(tx: Tx, platform: string, nonce: string, now: Date): Promise<boolean> {
  const { rows } =
    await sql`insert into grassroots.platform_nonce (platform, nonce, at) values (${platform}, ${nonce}, ${now.toISOString()})
    on conflict do nothing returning nonce`.execute(tx);
  return rows.length > 0;
}

/** @returns how often it has called in this minute, this call included */
export async function countCall(tx: Tx, platform: string, now: Date): Promise<number> {
  const { rows } = await sql<{ hits: number }>`insert into grassroots.platform_rate (platform, minute, hits)
    values (${platform}, date_trunc('minute', ${now.toISOString()}::timestamptz), 1)
    on conflict (platform, minute) do update set hits = grassroots.platform_rate.hits + 1 returning hits`.execute(tx);
  return rows[0]?.hits ?? 1;
}

export async function noteRefusal(tx: Tx, platform: string, why: string, now: Date): Promise<void> {
  await sql`update grassroots.platform set refused = refused + 1, last_refusal = ${why}, last_refused_at = ${now.toISOString()} where id = ${platform}`.execute(
    tx,
  );
}
export async function noteCall(tx: Tx, platform: string, now: Date): Promise<void> {
  await sql`update grassroots.platform set last_in_at = ${now.toISOString()} where id = ${platform}`.execute(tx);
}

export type NewDelivery = {
  readonly platform: string;
  readonly kind: "feedback" | "warning" | "problem" | "test";
  readonly type: string;
  readonly subject: string | null;
  readonly area: number | null;
  /** What makes it the same: an event of the outbox heard twice is delivered once. */
  readonly sameness: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** @returns its id, or null when it was already there */
export async function addDelivery(tx: Tx, given: NewDelivery, now: Date): Promise<string | null> {
  const id = uuidv7(now.getTime());
  const body = JSON.stringify({ id, type: given.type, at: now.toISOString(), data: given.body });
  const { rows } = await sql<{
    id: string;
  }>`insert into grassroots.delivery (id, platform, kind, type, subject, area, sameness, body, state, attempts, created_at, next_at)
    values (${id}, ${given.platform}, ${given.kind}, ${given.type}, ${given.subject}, ${given.area}, ${given.sameness}, ${body}, 'pending', 0, ${now.toISOString()}, ${now.toISOString()})
    on conflict (platform, sameness) do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Old nonces, rates, tickets and sessions say nothing any more. Deliveries are kept: they are evidence. */
export async function sweep(tx: Tx, now: Date): Promise<void> {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000).toISOString();
  await sql`delete from grassroots.platform_nonce where at < ${ago(3_600)}`.execute(tx);
  await sql`delete from grassroots.platform_rate where minute < ${ago(3_600)}`.execute(tx);
  await sql`delete from grassroots.embed_ticket where expires_at < ${ago(86_400)}`.execute(tx);
  await sql`delete from grassroots.embed_session where expires_at < ${ago(86_400)}`.execute(tx);
}
