/** 待登记: addresses nobody has registered, with what they sent, until somebody claims them for a unit. Bounded: 10,000 addresses, 50 fires each. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { type Effect, effectsOf, keyText, pointStateOf } from "./domain/meaning.ts";
import { asRecords, inOrder } from "./rows.ts";
import { isFire, type Signal } from "./signal.ts";

const MOST_ADDRESSES = 10_000;
const MOST_FIRES = 50;

type Heard = {
  readonly address: string;
  readonly firstAt: string;
  lastAt: string;
  messages: Set<string>;
  kinds: Record<string, number>;
  fires: Record<string, Effect | null>;
  lastMessageId: string;
};

/** Keeps what unknown addresses said; a fire that was not restored is kept so that a claim can raise it at once. */
export async function keepUnregistered(tx: Tx, signals: readonly Signal[]): Promise<void> {
  if (signals.length === 0) return;
  const heard = new Map<string, Heard>();
  for (const signal of signals) {
    const entry = heard.get(signal.address) ?? {
      address: signal.address,
      firstAt: signal.receivedAt,
      lastAt: signal.receivedAt,
      messages: new Set<string>(),
      kinds: {},
      fires: {},
      lastMessageId: signal.messageId,
    };
    heard.set(signal.address, entry);
    entry.messages.add(signal.messageId);
    entry.lastAt = signal.receivedAt;
    entry.lastMessageId = signal.messageId;
    const kind = isFire(signal) ? "fire" : signal.kind;
    entry.kinds[kind] = (entry.kinds[kind] ?? 0) + 1;
    const state = pointStateOf(signal);
    if (!state) continue;
    if (Object.keys(entry.fires).length >= MOST_FIRES) continue;
    const burns = state.active.includes("fire");
    entry.fires[keyText(state.key)] = burns ? (effectsOf(state, []).find((effect) => effect.kind === "fire") ?? null) : null;
  }
  const records = inOrder(heard).map(({ address, firstAt, lastAt, messages, kinds, fires, lastMessageId }) => ({
    address,
    first_at: firstAt,
    last_at: lastAt,
    messages: messages.size,
    kinds,
    fires,
    last_message_id: lastMessageId,
  }));
  await sql`insert into remote_monitoring.unregistered as u (address, first_at, last_at, messages, kinds, fires, last_message_id)
    select x.* from jsonb_to_recordset(${asRecords(records)}::jsonb)
      x(address text, first_at timestamptz, last_at timestamptz, messages bigint, kinds jsonb, fires jsonb, last_message_id text)
    where exists (select from remote_monitoring.unregistered k where k.address = x.address) or (select count(*) from remote_monitoring.unregistered) < ${MOST_ADDRESSES}
    on conflict (address) do update set last_at = excluded.last_at, messages = u.messages + excluded.messages, last_message_id = excluded.last_message_id,
      kinds = u.kinds || (select jsonb_object_agg(key, value::bigint + coalesce((u.kinds ->> key)::bigint, 0)) from jsonb_each_text(excluded.kinds)),
      fires = case when u.fires = '{}' then jsonb_strip_nulls(excluded.fires) else jsonb_strip_nulls(u.fires || excluded.fires) end`.execute(
    tx,
  );
}

export type Unregistered = {
  readonly address: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly messages: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly fires: Readonly<Record<string, Effect>>;
  readonly lastMessageId: string;
};

export async function listUnregistered(tx: Tx): Promise<readonly Unregistered[]> {
  const { rows } =
    await sql<Unregistered>`select address, first_at, last_at, messages, kinds, jsonb_strip_nulls(fires) as fires, last_message_id
    from remote_monitoring.unregistered order by (fires <> '{}') desc, last_at desc limit 500`.execute(tx);
  return rows;
}

/** Takes an address out of the register; undefined when it never spoke. */
export async function takeUnregistered(tx: Tx, address: string): Promise<Unregistered | undefined> {
  const { rows } = await sql<Unregistered>`delete from remote_monitoring.unregistered where address = ${address}
    returning address, first_at, last_at, messages, kinds, jsonb_strip_nulls(fires) as fires, last_message_id`.execute(tx);
  return rows[0];
}
