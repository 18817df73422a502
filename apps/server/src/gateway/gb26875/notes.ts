/**
 * What the gateway writes down beside messages: bytes nobody could read, and connections that opened and closed. Bounded: a peer may fill
 * so many rows a minute, the rest is counted in one row; while the database is away the newest notes are dropped and counted.
 */
import { randomUUID } from "node:crypto";
import type { Log } from "#platform/log.ts";
import type { Transport } from "./arrival.ts";
import { Store } from "./store.ts";

const ROWS_PER_PEER_AND_MINUTE = 20;
const ROWS_PER_MINUTE = 2_000;
const MOST_PEERS = 10_000;
const MOST_WAITING = 5_000;
const MOST_BYTES = 256;
const EVERY_MS = 500;
const MINUTE_MS = 60_000;

export type Unreadable = {
  readonly peer: string;
  readonly host: string;
  readonly transport: Transport;
  readonly address: string | null;
  /** A code of the codec (`bad-checksum`, `truncated`, …), `storage` or `projection`. */
  readonly reason: string;
  readonly detail?: string;
  readonly byteOffset: number | null;
  readonly bytes: Uint8Array | null;
  readonly byteCount: number;
  /** Half frames and other pieces in these bytes: one behind the other they arrive as one. */
  readonly pieces: number;
};

export type UnreadableRow = Unreadable & { readonly at: number; readonly count: number };

type PeerMinute = { rows: number; further: number; bytes: number; last: Unreadable };

/** Decides which unreadable bytes get a row of their own. Pure but for its memory; `now` in milliseconds since 1970. */
export class UnreadableBudget {
  readonly #peers = new Map<string, PeerMinute>();
  #minute = 0;
  #rows = 0;

  /** @returns rows to write now: this one, or none; and at the turn of a minute what was only counted before. */
  note(found: Unreadable, now: number): readonly UnreadableRow[] {
    const rows = [...this.turn(now)];
    const key = this.#peers.has(found.host) || this.#peers.size < MOST_PEERS ? found.host : "*";
    const peer = this.#peers.get(key) ?? { rows: 0, further: 0, bytes: 0, last: found };
    this.#peers.set(key, peer);
    if (peer.rows < ROWS_PER_PEER_AND_MINUTE && this.#rows < ROWS_PER_MINUTE) {
      peer.rows += 1;
      this.#rows += 1;
      rows.push({ ...found, bytes: found.bytes?.slice(0, MOST_BYTES) ?? null, at: now, count: found.pieces });
    } else {
      peer.further += found.pieces;
      peer.bytes += found.byteCount;
      peer.last = found;
    }
    return rows;
  }

  /** Ends the minute when it is over: one row per peer for what exceeded its budget. */
  turn(now: number): readonly UnreadableRow[] {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute === this.#minute) return [];
    const rows = [...this.#peers.values()]
      .filter((peer) => peer.further > 0)
      .map(({ last, further, bytes }) => ({ ...last, bytes: null, byteOffset: null, byteCount: bytes, at: now, count: further }));
    this.#peers.clear();
    this.#minute = minute;
    this.#rows = 0;
    return rows;
  }
}

export type Opened = {
  readonly id: string;
  readonly address: string;
  readonly peer: string;
  readonly transport: Transport;
  readonly openedAt: number;
  readonly claimedFrom: string | null;
};
export type Closed = {
  readonly id: string;
  readonly closedAt: number;
  readonly why: string;
  readonly frames: number;
  readonly bytes: number;
};

export class Notes {
  readonly #store: Store;
  readonly #gateway: string;
  readonly #log: Log;
  readonly #budget = new UnreadableBudget();
  readonly counts: { unreadable: number; dropped: number; readonly byReason: Map<string, number> } = {
    unreadable: 0,
    dropped: 0,
    byReason: new Map(),
  };
  #unreadable: UnreadableRow[] = [];
  #opened: Opened[] = [];
  #closed: Closed[] = [];
  #working: Promise<void> = Promise.resolve();
  readonly #timer: NodeJS.Timeout;

  constructor(options: { readonly databaseUrl: string; readonly gateway: string; readonly log: Log; now(): number }) {
    this.#store = new Store(options.databaseUrl, "suiren-gateway-notes");
    this.#gateway = options.gateway;
    this.#log = options.log;
    this.#timer = setInterval(() => {
      this.#unreadable.push(...this.#budget.turn(options.now()));
      this.#flushSoon();
    }, EVERY_MS);
  }

  /** Connections that a killed process left open are closed by its successor. */
  async closeLeftovers(now: number): Promise<void> {
    await this.#store.rows(
      "close-leftovers",
      "update gateway.connection set closed_at = $2, why = 'restart' where gateway = $1 and closed_at is null",
      [this.#gateway, new Date(now)],
    );
  }

  unreadable(found: Unreadable, now: number): void {
    this.counts.unreadable += found.pieces;
    this.counts.byReason.set(found.reason, (this.counts.byReason.get(found.reason) ?? 0) + found.pieces);
    this.#keep(this.#unreadable, this.#budget.note(found, now));
  }

  opened(connection: Opened): void {
    this.#keep(this.#opened, [connection]);
  }

  closed(connection: Closed): void {
    this.#keep(this.#closed, [connection]);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#flushSoon();
    await this.#working;
    await this.#store.close();
  }

  #keep<T>(list: T[], more: readonly T[]): void {
    for (const each of more) {
      if (list.length < MOST_WAITING) list.push(each);
      else this.counts.dropped += 1;
    }
  }

  #flushSoon(): void {
    if (this.#unreadable.length + this.#opened.length + this.#closed.length === 0) return;
    this.#working = this.#working
      .then(() => this.#flush())
      .catch((error: unknown) => this.#log.debug({ err: error }, "gateway notes wait"));
  }

  async #flush(): Promise<void> {
    const [unreadable, opened, closed] = [this.#unreadable, this.#opened, this.#closed];
    this.#unreadable = [];
    this.#opened = [];
    this.#closed = [];
    try {
      await this.#write(unreadable, opened, closed);
    } catch (error) {
      const later = [this.#unreadable, this.#opened, this.#closed] as const;
      this.#unreadable = unreadable;
      this.#opened = opened;
      this.#closed = closed;
      this.#keep(this.#unreadable, later[0]);
      this.#keep(this.#opened, later[1]);
      this.#keep(this.#closed, later[2]);
      throw error;
    }
  }

  async #write(unreadable: readonly UnreadableRow[], opened: readonly Opened[], closed: readonly Closed[]): Promise<void> {
    if (unreadable.length > 0)
      await this.#store.rows("note-unreadable", UNREADABLE_SQL, [
        JSON.stringify(unreadable.map(({ bytes, at, ...rest }) => ({ ...rest, id: randomUUID(), at: new Date(at), bytes: hexOf(bytes) }))),
      ]);
    if (opened.length > 0)
      await this.#store.rows("note-opened", OPENED_SQL, [
        JSON.stringify(opened.map((each) => ({ ...each, openedAt: new Date(each.openedAt) }))),
        this.#gateway,
      ]);
    if (closed.length > 0)
      await this.#store.rows("note-closed", CLOSED_SQL, [
        JSON.stringify(closed.map((each) => ({ ...each, closedAt: new Date(each.closedAt) }))),
      ]);
  }
}

const hexOf = (bytes: Uint8Array | null): string | null => (bytes ? Buffer.from(bytes).toString("hex") : null);

/** On conflict nothing: notes are written again when their commit was not heard of. */
const UNREADABLE_SQL = `insert into gateway.unreadable (id, at, peer, transport, address, reason, detail, byte_offset, bytes, byte_count, count)
  select id, at, peer, transport, address, reason, detail, "byteOffset", decode(bytes, 'hex'), "byteCount", count
  from jsonb_to_recordset($1::jsonb) as n (id uuid, at timestamptz, peer text, transport text, address text, reason text, detail text,
    "byteOffset" bigint, bytes text, "byteCount" integer, count integer) on conflict do nothing`;
const OPENED_SQL = `insert into gateway.connection (id, gateway, address, peer, transport, opened_at, claimed_from)
  select id, $2, address, peer, transport, "openedAt", "claimedFrom"
  from jsonb_to_recordset($1::jsonb) as n (id uuid, address text, peer text, transport text, "openedAt" timestamptz, "claimedFrom" text)
  on conflict do nothing`;
const CLOSED_SQL = `update gateway.connection c set closed_at = n."closedAt", why = n.why, frames = n.frames, bytes = n.bytes
  from jsonb_to_recordset($1::jsonb) as n (id uuid, "closedAt" timestamptz, why text, frames bigint, bytes bigint) where c.id = n.id`;
