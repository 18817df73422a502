/**
 * Snapshot 快照: what was asked, the rows and figures of the answer, the version of the rules, who and when, under one SM3 hash that the audit
 * chain knows. Live data change under a signature; these do not: the database refuses to change or remove them, and `verify` finds it if it did.
 */
import { sql } from "kysely";
import { writeAudit } from "../audit.ts";
import type { Db, Tx } from "../db.ts";
import { uuidv7 } from "../ledger/write.ts";
import { type SnapshotHead, type SnapshotRow, sm3Of } from "./canonical.ts";

export type Frozen = { readonly id: string; readonly sm3: string };
export type ToFreeze = Pick<SnapshotHead, "kind" | "subject" | "area" | "query" | "figures" | "ruleVersion"> & {
  readonly rows: readonly SnapshotRow[];
  readonly demo?: boolean;
};
export type FreezeBy = { readonly userId: string | null; readonly name: string; readonly now: Date };

/** Freezes in the caller's transaction; its hash goes into the audit chain with it. */
export async function freeze(tx: Tx, given: ToFreeze, by: FreezeBy): Promise<Frozen> {
  const head: SnapshotHead = {
    id: uuidv7(by.now.getTime()),
    kind: given.kind,
    subject: given.subject,
    area: given.area,
    query: given.query,
    figures: given.figures,
    ruleVersion: given.ruleVersion,
    at: by.now.toISOString(),
    byName: by.name,
  };
  const sm3 = sm3Of(head, given.rows);
  await sql`insert into platform.snapshot (id, kind, subject, area, query, figures, rule_version, row_count, sm3, at, by, by_name, demo)
    values (${head.id}, ${head.kind}, ${head.subject}, ${head.area}, ${JSON.stringify(head.query ?? null)}::jsonb, ${JSON.stringify(head.figures ?? null)}::jsonb,
      ${head.ruleVersion}, ${given.rows.length}, decode(${sm3}, 'hex'), ${head.at}, ${by.userId}, ${head.byName}, ${given.demo ?? false})`.execute(
    tx,
  );
  for (let from = 0; from < given.rows.length; from += ROWS_A_STATEMENT) await insertRows(tx, head, given.rows, from);
  await writeAudit(tx, {
    actor: by.userId,
    actorName: by.name,
    action: "冻结快照",
    subject: "platform.snapshot",
    subjectId: head.id,
    area: head.area,
    detail: { kind: head.kind, sm3, rows: given.rows.length, ruleVersion: head.ruleVersion },
  });
  return { id: head.id, sm3 };
}
const ROWS_A_STATEMENT = 2_000;

async function insertRows(tx: Tx, head: SnapshotHead, rows: readonly SnapshotRow[], from: number): Promise<void> {
  const lines = rows.slice(from, from + ROWS_A_STATEMENT).map(({ part, ledger, rowId, version, content }, i) => ({
    ord: from + i,
    part,
    ledger,
    row_id: rowId,
    version,
    content,
  }));
  await sql`insert into platform.snapshot_row (snapshot, ord, area, part, ledger, row_id, version, content)
    select ${head.id}, x.ord, ${head.area}, x.part, x.ledger, x.row_id, x.version, x.content
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (ord integer, part text, ledger text, row_id uuid, version integer, content jsonb)`.execute(
    tx,
  );
}

export type Snapshot = SnapshotHead & { readonly sm3: string; readonly rowCount: number; readonly by: string | null };

/** @returns undefined where the reader's rows end: row-level security applies. */
export async function readSnapshot(tx: Tx | Db, id: string): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`select id, kind, subject, area, query, figures, rule_version, row_count, encode(sm3, 'hex') as sm3,
      to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "at", by, by_name from platform.snapshot where id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export type RowsAsked = { readonly part?: string | undefined; readonly limit: number; readonly offset: number };
export type ReadRow = SnapshotRow & { readonly ord: number };

export async function readSnapshotRows(tx: Tx | Db, id: string, { part, limit, offset }: RowsAsked): Promise<readonly ReadRow[]> {
  const only = part === undefined ? sql`` : sql`and part = ${part}`;
  const { rows } =
    await sql<ReadRow>`select ord, part, ledger, row_id, version, content from platform.snapshot_row where snapshot = ${id} ${only} order by ord limit ${limit} offset ${offset}`.execute(
      tx,
    );
  return rows;
}

export type SnapshotCheck = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly rows: number;
  readonly sm3: string;
  /** `changed`: rows or head no longer give the hash; `unknown`: no entry of the audit chain knows this hash; `unsealed`: not chained yet. */
  readonly verdict: "same" | "changed" | "unknown";
  readonly sealed: boolean;
  readonly auditId: number | null;
};

/** Computes the hash anew from what is stored and compares it with the one stored and the one the audit chain knows. */
export async function verifySnapshot(tx: Tx | Db, id: string): Promise<SnapshotCheck | undefined> {
  const head = await readSnapshot(tx, id);
  if (!head) return undefined;
  const rows = await readSnapshotRows(tx, id, { limit: 10_000_000, offset: 0 });
  const known = await sql<{ id: number; sealed: boolean }>`select id, hash is not null as sealed from platform.audit
    where subject = 'platform.snapshot' and subject_id = ${id} and detail ->> 'sm3' = ${head.sm3} order by id limit 1`.execute(tx);
  const entry = known.rows[0];
  const isSame = rows.length === head.rowCount && sm3Of(head, rows) === head.sm3;
  const verdict = !isSame ? "changed" : entry ? "same" : "unknown";
  return {
    id,
    kind: head.kind,
    subject: head.subject,
    rows: rows.length,
    sm3: head.sm3,
    verdict,
    sealed: entry?.sealed ?? false,
    auditId: entry?.id ?? null,
  };
}

/** Every snapshot there is, oldest first. */
export async function snapshotIds(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from platform.snapshot order by at, id`.execute(db);
  return rows.map(({ id }) => id);
}
