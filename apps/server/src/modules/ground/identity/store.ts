/** Every read and write of the tables of this module. All of it runs as the owner: the row filter's role sees only `identity.user`. */
import { sql } from "kysely";
import type { AreaHooks } from "#platform/areas/places.ts";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { readSettings } from "#platform/settings.ts";
import type { AreaRange } from "#platform/values.ts";
import { type Throttle, untouched } from "./domain/lockout.ts";
import { defaultPolicy, type Policy, policySchema } from "./domain/policy.ts";
import { builtInRoles, type Kind, type RoleRow } from "./domain/roles.ts";
import type { UserState } from "./user.ts";

export const POLICY_SETTING = "identity.policy";

export async function readPolicy(tx: Tx): Promise<Policy> {
  const stored = (await readSettings(tx)).get(POLICY_SETTING);
  return policySchema.parse({ ...defaultPolicy, ...(typeof stored === "object" ? stored : {}) });
}

/** A user with what proves who he is. */
export type Account = {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly kind: Kind;
  readonly state: UserState;
  readonly area: number;
  readonly unit: string | null;
  readonly demo: boolean;
  readonly passwordHash: string;
  readonly passwordSetAt: string;
  readonly mustChange: boolean;
  readonly previous: readonly string[];
  readonly totpSecret: Uint8Array | null;
  readonly totpConfirmedAt: string | null;
  readonly totpLastStep: number | null;
};

const ACCOUNT = sql`select u.id, u.account, u.name, u.kind, u.state, u.area, u.unit, u.demo, c.password_hash, c.password_set_at, c.must_change, c.previous,
    c.totp_secret, c.totp_confirmed_at, c.totp_last_step
  from identity."user" u join identity.credential c on c.user_id = u.id where u.deleted_at is null`;

export async function findByAccount(tx: Tx, account: string): Promise<Account | undefined> {
  return (await sql<Account>`${ACCOUNT} and u.account = ${account}`.execute(tx)).rows[0];
}

/** Holds the credential until commit, so that a code or an old password cannot be used twice at once. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return (await sql<Account>`${ACCOUNT} and u.id = ${id} for update of c`.execute(tx)).rows[0];
}

/** Is there, beside this account, another one at work of its kind? */
export async function hasPeer(tx: Tx, { id, kind }: Pick<Account, "id" | "kind">): Promise<boolean> {
  const { rows } =
    await sql`select 1 from identity."user" where kind = ${kind} and state = 'active' and deleted_at is null and id <> ${id} limit 1`.execute(
      tx,
    );
  return rows.length > 0;
}

export async function saveState(tx: Tx, id: string, state: UserState): Promise<void> {
  await sql`update identity."user" set state = ${state}, version = version + 1, updated_at = now() where id = ${id}`.execute(tx);
}

export async function noteLogin(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`update identity."user" set last_login_at = ${now.toISOString()} where id = ${id}`.execute(tx);
}

type NewPassword = { readonly hash: string; readonly setAt: Date; readonly mustChange: boolean };

export async function addCredential(tx: Tx, userId: string, { hash, setAt, mustChange }: NewPassword): Promise<void> {
  await sql`insert into identity.credential (user_id, password_hash, password_set_at, must_change) values (${userId}, ${hash}, ${setAt.toISOString()}, ${mustChange})`.execute(
    tx,
  );
}

/** Sets a new password and keeps the `history` hashes before it. */
export async function savePassword(tx: Tx, userId: string, { hash, setAt, mustChange }: NewPassword, history: number): Promise<void> {
  await sql`update identity.credential set previous = (array[password_hash] || previous)[1:${history}], password_hash = ${hash},
    password_set_at = ${setAt.toISOString()}, must_change = ${mustChange} where user_id = ${userId}`.execute(tx);
}

export async function saveTotp(tx: Tx, userId: string, secret: Uint8Array | null): Promise<void> {
  await sql`update identity.credential set totp_secret = ${secret}, totp_confirmed_at = null, totp_last_step = null where user_id = ${userId}`.execute(
    tx,
  );
  await sql`delete from identity.recovery_code where user_id = ${userId}`.execute(tx);
}

export async function noteTotpStep(tx: Tx, userId: string, step: number): Promise<void> {
  await sql`update identity.credential set totp_last_step = ${step} where user_id = ${userId}`.execute(tx);
}

export async function confirmTotp(tx: Tx, userId: string, step: number, at: Date, codeHashes: readonly Uint8Array[]): Promise<void> {
  await sql`update identity.credential set totp_confirmed_at = ${at.toISOString()}, totp_last_step = ${step} where user_id = ${userId}`.execute(
    tx,
  );
  for (const hash of codeHashes) await sql`insert into identity.recovery_code (code_hash, user_id) values (${hash}, ${userId})`.execute(tx);
}

/** @returns whether the code was there and unused */
export async function useRecoveryCode(tx: Tx, userId: string, hash: Uint8Array, now: Date): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update identity.recovery_code set used_at = ${now.toISOString()} where user_id = ${userId} and code_hash = ${hash} and used_at is null`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

type ThrottleKind = "account" | "address";
type StoredThrottle = { readonly failures: number; readonly lastFailedAt: string | null; readonly lockedUntil: string | null };
const toDate = (text: string | null): Date | null => (text === null ? null : new Date(text));

export async function readThrottle(tx: Tx, kind: ThrottleKind, key: string): Promise<Throttle> {
  const { rows } =
    await sql<StoredThrottle>`select failures, last_failed_at, locked_until from identity.throttle where kind = ${kind} and key = ${key}`.execute(
      tx,
    );
  const row = rows[0];
  return row ? { failures: row.failures, lastFailedAt: toDate(row.lastFailedAt), lockedUntil: toDate(row.lockedUntil) } : untouched;
}

/** Makes guesses at one account wait for each other until commit: parallel ones would all see the same count. */
export async function holdThrottle(tx: Tx, kind: ThrottleKind, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.throttle ${kind} ${key}`}, 0))`.execute(tx);
}

export async function saveThrottle(
  tx: Tx,
  kind: ThrottleKind,
  key: string,
  { failures, lastFailedAt, lockedUntil }: Throttle,
): Promise<void> {
  await sql`insert into identity.throttle (kind, key, failures, last_failed_at, locked_until)
    values (${kind}, ${key}, ${failures}, ${lastFailedAt?.toISOString() ?? null}, ${lockedUntil?.toISOString() ?? null})
    on conflict (kind, key) do update set failures = excluded.failures, last_failed_at = excluded.last_failed_at, locked_until = excluded.locked_until`.execute(
    tx,
  );
}

export async function clearThrottle(tx: Tx, kind: ThrottleKind, key: string): Promise<void> {
  await sql`delete from identity.throttle where kind = ${kind} and key = ${key}`.execute(tx);
}

export type NewSession = {
  readonly tokenHash: Uint8Array;
  readonly userId: string;
  readonly posting: string | null;
  readonly createdAt: Date;
  readonly address: string;
};

export async function addSession(tx: Tx, { tokenHash, userId, posting, createdAt, address }: NewSession): Promise<void> {
  const at = createdAt.toISOString();
  await sql`insert into identity.session (id, token_hash, user_id, posting, created_at, last_seen_at, address)
    values (${uuidv7(createdAt.getTime())}, ${tokenHash}, ${userId}, ${posting}, ${at}, ${at}, ${address})`.execute(tx);
}

export async function endSession(tx: Tx, tokenHash: Uint8Array): Promise<void> {
  await sql`delete from identity.session where token_hash = ${tokenHash}`.execute(tx);
}

/** Ends a person's sessions, all but the one kept. @returns how many */
export async function endSessionsOf(tx: Tx, userId: string, except: Uint8Array | null = null): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from identity.session where user_id = ${userId} and (${except}::bytea is null or token_hash <> ${except})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** A session under a new name: what an eavesdropper may have learned of the old one is worthless. */
export async function renameSession(tx: Tx, oldHash: Uint8Array, newHash: Uint8Array): Promise<void> {
  await sql`update identity.session set token_hash = ${newHash} where token_hash = ${oldHash}`.execute(tx);
}

export type SessionRow = {
  readonly sessionId: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userId: string;
  readonly account: string;
  readonly name: string;
  readonly kind: Kind;
  readonly unit: string | null;
  readonly demo: boolean;
  readonly mustChange: boolean;
  readonly passwordSetAt: string;
  readonly hasTotp: boolean;
  readonly posting: string | null;
  readonly role: string | null;
  readonly title: string | null;
  readonly organ: string | null;
  readonly organName: string | null;
  readonly area: number;
  readonly areaName: string;
};

/** The session of a token with its owner and the posting he acts in (the first, when the chosen one was taken away). */
export async function findSession(tx: Tx, tokenHash: Uint8Array): Promise<SessionRow | undefined> {
  const { rows } =
    await sql<SessionRow>`select s.id as session_id, s.created_at, s.last_seen_at, u.id as user_id, u.account, u.name, u.kind, u.unit, u.demo,
      c.must_change, c.password_set_at, c.totp_confirmed_at is not null as has_totp,
      p.id as posting, p.role, p.title, p.organ, o.name as organ_name, coalesce(p.area, u.area) as area, a.name as area_name
    from identity.session s
      join identity."user" u on u.id = s.user_id and u.state = 'active' and u.deleted_at is null
      join identity.credential c on c.user_id = u.id
      left join lateral (select * from identity.posting p where p.user_id = u.id and p.ended_at is null
        order by p.id is not distinct from s.posting desc, p.granted_at, p.id limit 1) p on true
      left join organizations.v_organ o on o.id = p.organ
      join platform.area a on a.key = coalesce(p.area, u.area)
    where s.token_hash = ${tokenHash}`.execute(tx);
  return rows[0];
}

export type CallerRow = Pick<
  SessionRow,
  "userId" | "account" | "name" | "kind" | "unit" | "role" | "title" | "organ" | "organName" | "area" | "areaName"
>;

/** The owner of an account at work, in his first posting. */
export async function findCaller(tx: Tx, account: string): Promise<CallerRow | undefined> {
  const { rows } = await sql<CallerRow>`select u.id as user_id, u.account, u.name, u.kind, u.unit,
      p.role, p.title, p.organ, o.name as organ_name, coalesce(p.area, u.area) as area, a.name as area_name
    from identity."user" u
      left join lateral (select * from identity.posting p where p.user_id = u.id and p.ended_at is null order by p.granted_at, p.id limit 1) p on true
      left join organizations.v_organ o on o.id = p.organ
      join platform.area a on a.key = coalesce(p.area, u.area)
    where u.account = ${account} and u.state = 'active' and u.deleted_at is null`.execute(tx);
  return rows[0];
}

export async function touchSession(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await sql`update identity.session set last_seen_at = ${now.toISOString()} where id = ${sessionId}`.execute(tx);
}

export async function chooseSessionPosting(tx: Tx, sessionId: string, posting: string): Promise<void> {
  await sql`update identity.session set posting = ${posting} where id = ${sessionId}`.execute(tx);
}

export type OpenSession = { readonly id: string; readonly createdAt: string; readonly lastSeenAt: string; readonly address: string };

export async function listSessions(tx: Tx, userId: string): Promise<readonly OpenSession[]> {
  const { rows } =
    await sql<OpenSession>`select id, created_at, last_seen_at, address from identity.session where user_id = ${userId} order by last_seen_at desc`.execute(
      tx,
    );
  return rows;
}

/** @returns whether there was such a session of this person */
export async function endSessionById(tx: Tx, userId: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from identity.session where id = ${id} and user_id = ${userId}`.execute(tx);
  return numAffectedRows === 1n;
}

export type Posting = {
  readonly id: string;
  readonly userId: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly organ: string | null;
  readonly organName: string | null;
  readonly area: number;
  readonly areaName: string;
  readonly title: string | null;
};

/** What a person may act as, oldest first. */
export async function listPostings(tx: Tx, userId: string): Promise<readonly Posting[]> {
  const { rows } =
    await sql<Posting>`select p.id, p.user_id, p.role, r.label as role_label, p.organ, o.name as organ_name, p.area, a.name as area_name, p.title
    from identity.posting p join identity.role r on r.key = p.role join platform.area a on a.key = p.area
      left join organizations.v_organ o on o.id = p.organ
    where p.user_id = ${userId} and p.ended_at is null order by p.granted_at, p.id`.execute(tx);
  return rows;
}

export type NewPosting = {
  readonly userId: string;
  readonly role: string;
  readonly organ: string | null;
  readonly area: number;
  readonly title: string | null;
};

/** @returns its id, or null when the person holds exactly this already */
export async function addPosting(
  tx: Tx,
  { userId, role, organ, area, title }: NewPosting,
  by: string | null,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into identity.posting (id, user_id, role, organ, area, title, granted_by, granted_at)
    values (${uuidv7(now.getTime())}, ${userId}, ${role}, ${organ}, ${area}, ${title}, ${by}, ${now.toISOString()}) on conflict do nothing returning id`.execute(
    tx,
  );
  return rows[0]?.id ?? null;
}

export async function endPosting(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await sql`update identity.posting set ended_at = ${now.toISOString()}, ended_by = ${by} where id = ${id} and ended_at is null`.execute(
    tx,
  );
}

/** Areas or organs become one: of postings that then say the same, the oldest goes on and the others end. */
export async function endDoubledPostings(
  tx: Tx,
  { areas, organs, by, now }: Parameters<NonNullable<AreaHooks["settle"]>>[1],
): Promise<void> {
  await sql`with after as (select p.id, row_number() over (partition by p.user_id, p.role, coalesce(o."to", p.organ), coalesce(a."to", p.area) order by p.granted_at, p.id) as nth
      from identity.posting p
        left join unnest(${areas.map(({ from }) => from)}::bigint[], ${areas.map(({ to }) => to)}::bigint[]) as a ("from", "to") on a."from" = p.area
        left join unnest(${organs.map(({ from }) => from)}::uuid[], ${organs.map(({ to }) => to)}::uuid[]) as o ("from", "to") on o."from" = p.organ
      where p.ended_at is null)
    update identity.posting p set ended_at = ${now.toISOString()}, ended_by = ${by} from after where after.id = p.id and after.nth > 1`.execute(
    tx,
  );
}

type Held = Pick<Posting, "id" | "userId" | "role" | "area">;

export async function findPosting(tx: Tx, id: string): Promise<Held | undefined> {
  return (await sql<Held>`select id, user_id, role, area from identity.posting where id = ${id} and ended_at is null`.execute(tx)).rows[0];
}

export async function areaExists(tx: Tx, key: number): Promise<boolean> {
  return (await sql`select 1 from platform.area where key = ${key} and valid_to is null`.execute(tx)).rows.length > 0;
}

export async function organExists(tx: Tx, id: string, within: AreaRange): Promise<boolean> {
  const { rows } = await sql`select 1 from organizations.v_organ where id = ${id} and area between ${within.lo} and ${within.hi}`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function listRoles(tx: Tx): Promise<readonly (RoleRow & { readonly builtIn: boolean })[]> {
  const { rows } = await sql<
    RoleRow & { builtIn: boolean }
  >`select key, label, kind, patterns, built_in from identity.role order by built_in desc, key`.execute(tx);
  return rows;
}

export async function findRole(tx: Tx, key: string): Promise<(RoleRow & { readonly builtIn: boolean }) | undefined> {
  return (await listRoles(tx)).find((role) => role.key === key);
}

export async function saveRole(tx: Tx, { key, label, kind, patterns }: RoleRow, by: string | null): Promise<void> {
  await sql`insert into identity.role (key, label, kind, built_in, patterns, updated_by) values (${key}, ${label}, ${kind}, ${key in builtInRoles}, ${patterns}, ${by})
    on conflict (key) do update set label = excluded.label, patterns = excluded.patterns, updated_at = now(), updated_by = excluded.updated_by`.execute(
    tx,
  );
}

/** The built-in roles, as far as they are missing. */
export async function seedRoles(tx: Tx): Promise<void> {
  for (const [key, { label, kind }] of Object.entries(builtInRoles))
    await sql`insert into identity.role (key, label, kind, built_in) values (${key}, ${label}, ${kind}, true) on conflict (key) do nothing`.execute(
      tx,
    );
}

/** Sessions and counts nobody will ask for again. */
export async function sweep(tx: Tx, policy: Policy, now: Date): Promise<void> {
  const hours = Math.max(policy.sessionHours, policy.dutySessionHours);
  await sql`delete from identity.session where created_at < ${now.toISOString()}::timestamptz - make_interval(hours => ${hours})`.execute(
    tx,
  );
  await sql`delete from identity.throttle where last_failed_at < ${now.toISOString()}::timestamptz - interval '2 days'`.execute(tx);
}

/** Credentials of the demonstration accounts. */
export async function listDemoCredentials(tx: Tx): Promise<readonly { readonly userId: string; readonly passwordHash: string }[]> {
  const { rows } = await sql<{ userId: string; passwordHash: string }>`select c.user_id, c.password_hash
    from identity.credential c join identity."user" u on u.id = c.user_id where u.demo order by c.user_id`.execute(tx);
  return rows;
}
