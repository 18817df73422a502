/** Custom fields in the database, and the word that makes every process read them again. */
import { sql } from "kysely";
import type { Actor } from "../actor.ts";
import { asWorker, type Tx } from "../db.ts";
import { pushLive } from "../live.ts";
import type { Services } from "../services.ts";
import type { Compiled } from "./condition.ts";
import type { Decided, FieldRecord, Filling, Proposal } from "./custom-fields.ts";
import { qualified } from "./names.ts";

const COLUMNS = sql`ledger, key, area, definition, state, promoted, promotion, proposal, proposed_by, proposed_at, decided_at, decided_why, position, filling`;

export async function listFields(tx: Tx, ledger?: string): Promise<readonly FieldRecord[]> {
  const { rows } = await sql<FieldRecord>`select ${COLUMNS} from platform.custom_field
    ${ledger === undefined ? sql`` : sql`where ledger = ${ledger}`} order by ledger, position, created_at, key`.execute(tx);
  return rows;
}

export async function lockField(tx: Tx, ledger: string, key: string): Promise<FieldRecord | undefined> {
  const { rows } =
    await sql<FieldRecord>`select ${COLUMNS} from platform.custom_field where ledger = ${ledger} and key = ${key} for update`.execute(tx);
  return rows[0];
}

export async function insertField(
  tx: Tx,
  field: Pick<FieldRecord, "ledger" | "key" | "area" | "definition">,
  proposal: Proposal,
  by: string,
) {
  await sql`insert into platform.custom_field (ledger, key, area, definition, state, proposal, proposed_by, proposed_at, created_by, position)
    values (${field.ledger}, ${field.key}, ${field.area}, ${JSON.stringify(field.definition)}::jsonb, 'proposed', ${JSON.stringify(proposal)}::jsonb, ${by}, now(), ${by},
      (select coalesce(max(position), 0) + 1 from platform.custom_field where ledger = ${field.ledger}))`.execute(tx);
}

export async function propose(tx: Tx, { ledger, key }: FieldRecord, proposal: Proposal, by: string): Promise<void> {
  await sql`update platform.custom_field set proposal = ${JSON.stringify(proposal)}::jsonb, proposed_by = ${by}, proposed_at = now(), decided_why = null
    where ledger = ${ledger} and key = ${key}`.execute(tx);
}

export async function saveDecision(tx: Tx, { ledger, key }: FieldRecord, decided: Decided, by: string, why: string | null): Promise<void> {
  const { state, definition, promotion, fill } = decided;
  const filling: Filling | null = fill === undefined ? null : { value: fill, state: "running", done: 0, total: 0, by };
  await sql`update platform.custom_field set state = ${state}, definition = ${JSON.stringify(definition)}::jsonb,
      promotion = ${promotion}, proposal = null, decided_by = ${by}, decided_at = now(), decided_why = ${why}, changed_at = now(),
      filling = coalesce(${filling && JSON.stringify(filling)}::jsonb, filling)
    where ledger = ${ledger} and key = ${key}`.execute(tx);
  await sayFieldsChanged(tx);
}

/** The order of the form: the keys as given, the rest behind them. */
export async function saveOrder(tx: Tx, ledger: string, keys: readonly string[]): Promise<void> {
  await sql`update platform.custom_field f set position = coalesce(array_position(${keys}::text[], f.key), ${keys.length} + f.position), changed_at = now()
    where ledger = ${ledger}`.execute(tx);
  await sayFieldsChanged(tx);
}

export type Touched = { readonly rows: number; readonly appears: number; readonly filled: number };

/** Rows of the ledger, those the field would appear on, and those of them that carry a value already. */
export async function countTouched(tx: Tx, ledger: string, key: string, appears: Compiled): Promise<Touched> {
  const value = sql`t.custom -> ${key}`;
  const { rows } = await sql<Touched>`select count(*)::int as rows, count(*) filter (where ${appears})::int as appears,
      count(*) filter (where ${appears} and ${value} is not null and ${value} <> 'null'::jsonb)::int as filled
    from ${sql.raw(qualified(ledger))} t where t.deleted_at is null`.execute(tx);
  return rows[0] ?? { rows: 0, appears: 0, filled: 0 };
}

const TOPIC = "fields";
/** Held by no role: the word is for processes, not for screens. */
const RELOAD = "platform.fields.reload";

export const sayFieldsChanged = (tx: Tx): Promise<void> => pushLive(tx, { topic: TOPIC, area: null, permission: RELOAD, data: {} });

const LISTENER: Actor = {
  userId: "00000000-0000-0000-0000-000000000001",
  account: "",
  name: "系统",
  kind: "official",
  post: null,
  organId: null,
  organName: null,
  area: { lo: 0, hi: 0 },
  areaName: "",
  unitId: null,
  permissions: new Set([RELOAD]),
};
const LOOK_AGAIN_MS = 20_000;

/** Reads the custom fields again when told, and now and then in case the word was lost. @returns how to stop */
export function followFields({ db, catalog, live, log }: Services): () => Promise<void> {
  let seen: string | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const look = (told: boolean) => {
    running = running
      .then(() =>
        asWorker(db, async (tx) => {
          const { rows } = await sql<{ at: string | null }>`select max(changed_at) as at from platform.custom_field`.execute(tx);
          const at = rows[0]?.at ?? null;
          if (!told && at === seen) return;
          seen = at;
          await catalog.loadCustomFields(tx);
        }),
      )
      .catch((error: unknown) => log.warn({ err: error }, "custom fields"));
  };
  const end = live.subscribe(LISTENER, () => look(true));
  const timer = setInterval(() => look(false), LOOK_AGAIN_MS);
  return async () => {
    end();
    clearInterval(timer);
    await running;
  };
}
