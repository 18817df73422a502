/**
 * Audit 审计: one entry per act, written in the act's transaction, chained with SM3 a second later.
 * Sealing apart keeps writers from queueing behind one lock (measured: docs/adr/0004); the last second is therefore unsealed.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { asWorker, type Db, type Tx } from "./db.ts";

export type AuditNote = {
  /** Who acted, where the request itself came from nobody yet: somebody who has just proved who he is. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly action?: string;
  readonly subject?: string;
  readonly subjectId?: string;
  readonly area?: number;
  readonly detail?: Readonly<Record<string, unknown>>;
};
export type AuditEntry = Omit<AuditNote, "by"> & { readonly action: string; readonly actor: string | null; readonly actorName: string };

export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await sql`insert into platform.audit (actor, actor_name, action, subject, subject_id, area, detail)
    values (${entry.actor}, ${entry.actorName}, ${entry.action}, ${entry.subject ?? null}, ${entry.subjectId ?? null}, ${entry.area ?? null}, ${JSON.stringify(entry.detail ?? {})}::jsonb)`.execute(
    tx,
  );
}

type Stored = {
  readonly id: number;
  readonly at: string;
  readonly actor: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string | null;
  readonly subjectId: string | null;
  readonly area: number | null;
  readonly detail: string;
  readonly hash: Uint8Array | null;
};

export const GENESIS = Buffer.alloc(32);

/** Hash of an entry on top of the one before it. Canonical text: fields in fixed order, detail as PostgreSQL prints jsonb. */
export const chainHash = (previous: Uint8Array, entry: Omit<Stored, "hash">): Buffer =>
  createHash("sm3")
    .update(previous)
    .update(
      JSON.stringify([
        entry.id,
        entry.at,
        entry.actor,
        entry.actorName,
        entry.action,
        entry.subject,
        entry.subjectId,
        entry.area,
        entry.detail,
      ]),
    )
    .digest();

const COLUMNS = sql`id, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at", actor, actor_name, action, subject, subject_id, area, detail::text as detail, hash`;
const SEAL_LOCK = 26_875_002;

/**
 * Seals what is committed and gives each entry its place in the chain. Ids do not order it: one drawn early may be committed late, and then
 * stands where it was sealed. @returns how many
 */
export function sealAudit(db: Db, limit = 5_000): Promise<number> {
  return asWorker(db, async (tx) => {
    const lock = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as got`.execute(tx);
    if (!lock.rows[0]?.got) return 0;
    const { rows } = await sql<Stored>`select ${COLUMNS} from platform.audit where hash is null order by id limit ${limit}`.execute(tx);
    if (rows.length === 0) return 0;
    const before = await sql<{ seq: number; hash: Uint8Array }>`select seq, hash from platform.audit where seq is not null
      order by seq desc limit 1`.execute(tx);
    const { seq, hash } = before.rows[0] ?? { seq: 0, hash: GENESIS };
    let previous: Uint8Array = hash;
    const hashes = rows.map((row) => {
      previous = chainHash(previous, row);
      return Buffer.from(previous).toString("hex");
    });
    await sql`update platform.audit a set seq = ${seq}::bigint + x.nth, hash = decode(x.hash, 'hex')
      from unnest(${rows.map((row) => row.id)}::bigint[], ${hashes}::text[]) with ordinality as x(id, hash, nth) where a.id = x.id`.execute(
      tx,
    );
    return rows.length;
  });
}

export type Verification = {
  readonly ok: boolean;
  readonly entries: number;
  readonly unsealed: number;
  readonly head: string;
  readonly brokenAt?: number;
};

/** Walks the chain from its first entry. A changed, removed or inserted entry breaks it at its id. */
export async function verifyAudit(db: Db, batch = 10_000): Promise<Verification> {
  let previous: Uint8Array = GENESIS;
  let entries = 0;
  let last = 0; // place in the chain
  for (;;) {
    const { rows } = await sql<
      Stored & { readonly seq: number }
    >`select seq, ${COLUMNS} from platform.audit where seq > ${last} order by seq limit ${batch}`.execute(db);
    for (const row of rows) {
      const expected = chainHash(previous, row);
      if (!row.hash || !expected.equals(row.hash))
        return { ok: false, entries, unsealed: 0, head: Buffer.from(previous).toString("hex"), brokenAt: row.id };
      previous = expected;
      entries += 1;
      last = row.seq;
    }
    if (rows.length < batch) break;
  }
  const open = await sql<{ n: number }>`select count(*)::int as n from platform.audit where hash is null`.execute(db);
  return { ok: true, entries, unsealed: open.rows[0]?.n ?? 0, head: Buffer.from(previous).toString("hex") };
}
