/**
 * Group commit 成组提交: frames are stored many at a time, and answered when PostgreSQL has committed them. At most 20 ms or 500 frames
 * wait; a fire waits for nobody. While the database is away nobody is answered, and beyond a bound connections are read no further: memory
 * stays bounded, devices send again, and what was taken is stored when the database is back.
 */
import type { Log } from "#platform/log.ts";
import { Acknowledger } from "./answers.ts";
import { type Arrival, FIRE, type StoredBatch } from "./arrival.ts";
import { CopyRows } from "./copy-rows.ts";
import { IdentityMemory, identityOf, MOST_IDENTITIES, SAME_WITHIN_MS } from "./identity.ts";
import { MessageIds, uuidText } from "./message-id.ts";
import { MESSAGE_COLUMNS, type MessageRow, writeRow } from "./message-row.ts";
import { isPassing, Store } from "./store.ts";

const WAIT_MS = 15;
const FULL = 500;
const MOST_IN_A_BATCH = 2_000;
/** Frames that wait before connections are read no further, and below which they are read again. */
const MOST_WAITING = 10_000;
const FEW_WAITING = 5_000;
/** UDP cannot be made to wait: beyond this its frames are left to be sent again. */
const MOST_DATAGRAMS_KEPT = 20_000;
/** The same for connections, which each deliver one more read after they were told to wait. */
const MOST_KEPT = 60_000;
const RETRY_MS = 500;
/** Answers written before others get their turn: each is a system call. */
const ANSWERS_AT_ONCE = 200;
/**
 * A plan made while today's partition is empty reads it from end to end, and is kept while it fills: 2,000 addresses then took 10 s
 * (2026-11-23, 100,000 rows). This connection asks by index only.
 */
const BY_INDEX_ONLY = "set enable_seqscan = off; set enable_bitmapscan = off";

export type WriterOptions = {
  readonly databaseUrl: string;
  readonly gateway: string;
  readonly log: Log;
  now(): number;
  /** After the commit, in order of batches. */
  onStored(batch: StoredBatch): void;
  /** A repeated frame: not stored again, but its sender lives. */
  onRepeated(arrival: Arrival): void;
  /** A frame whose row the database refuses for good. */
  onRefused(arrival: Arrival, error: Error): void;
  onStoring(storing: boolean, error: Error | null): void;
  /** There is room again after `isFull`. */
  onRoom(): void;
  onTurnedAway(): void;
};

type Batch = { readonly id: Buffer; readonly rows: readonly MessageRow[]; readonly answers: readonly Arrival[] };

export class Writer {
  readonly #options: WriterOptions;
  readonly #store: Store;
  readonly #memory = new IdentityMemory();
  readonly #ids = new MessageIds();
  readonly #copy = new CopyRows();
  readonly #acknowledger = new Acknowledger();
  readonly counts = { stored: 0, fires: 0, repeated: 0, batches: 0, turnedAway: 0, refused: 0 };
  #fires: Arrival[] = [];
  #pending: Arrival[] = [];
  #isFull = false;
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> | null = null;
  #answering: Promise<void> = Promise.resolve();
  #storing = true;
  #stopping = false;
  #wakeRetry: (() => void) | null = null;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#store = new Store(options.databaseUrl, "suiren-gateway", BY_INDEX_ONLY);
  }

  get storing(): boolean {
    return this.#storing;
  }

  get waiting(): number {
    return this.#fires.length + this.#pending.length;
  }

  /** Whoever can make his peer wait should. */
  get isFull(): boolean {
    return this.#isFull;
  }

  get addresses(): number {
    return this.#memory.size;
  }

  /** Takes a frame to be stored and answered. */
  add(arrival: Arrival): void {
    if (this.#stopping || this.waiting >= (arrival.line.transport === "udp" ? MOST_DATAGRAMS_KEPT : MOST_KEPT)) {
      this.counts.turnedAway += 1;
      this.#options.onTurnedAway();
      return;
    }
    (arrival.lane === FIRE ? this.#fires : this.#pending).push(arrival);
    if (this.waiting >= MOST_WAITING) this.#isFull = true;
    if (arrival.lane === FIRE || this.#pending.length === FULL) this.#soon(0);
    else if (!this.#timer && !this.#working) this.#soon(WAIT_MS);
  }

  /** Whether the last two minutes of an address are known without asking the database. */
  knows(address: string): boolean {
    return this.#memory.knows(address);
  }

  sweep(now: number): void {
    this.#memory.sweep(now);
  }

  /** Stores what waits, then ends; gives up on a database that is away. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wakeRetry?.();
    this.#soon(0);
    await new Promise((resolve) => setImmediate(resolve));
    await this.#working;
    await this.#answering;
    await this.#store.close();
  }

  #soon(ms: number): void {
    if (ms === 0) {
      if (this.#timer) clearTimeout(this.#timer);
      this.#timer = null;
      setImmediate(() => this.#start());
    } else this.#timer = setTimeout(() => this.#start(), ms);
  }

  #start(): void {
    this.#timer = null;
    if (this.#working || this.waiting === 0) return;
    this.#working = this.#drain().finally(() => {
      this.#working = null;
      if (this.waiting > 0 && !this.#stopping) this.#soon(this.#fires.length > 0 ? 0 : WAIT_MS);
    });
  }

  async #drain(): Promise<void> {
    do {
      await this.#storeOne(this.#takeNext());
      if (this.#isFull && this.waiting <= FEW_WAITING) {
        this.#isFull = false;
        this.#options.onRoom();
      }
    } while (this.#fires.length > 0 || this.#pending.length >= FULL || (this.#stopping && this.#pending.length > 0));
  }

  /** Fires first, whatever waits longer. */
  #takeNext(): readonly Arrival[] {
    const fires = this.#fires.splice(0, MOST_IN_A_BATCH);
    const others = this.#pending.splice(0, MOST_IN_A_BATCH - fires.length);
    return fires.length === 0 ? others : [...fires, ...others];
  }

  /** One batch to its end: committed and answered, or given up because the gateway stops. */
  async #storeOne(arrivals: readonly Arrival[]): Promise<void> {
    let batch: Batch | null = null;
    for (let attempt = 0; ; attempt++) {
      try {
        batch ??= await this.#prepare(arrivals);
        if (batch.rows.length > 0 && !(attempt > 0 && (await this.#isStored(batch)))) await this.#write(batch);
        this.#told(true, null);
        this.#finish(batch);
        return;
      } catch (error) {
        if (batch && !isPassing(error)) return this.#isolate(batch, error as Error);
        this.#told(false, error as Error);
        if (this.#stopping) return;
        await this.#pause();
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, RETRY_MS);
      this.#wakeRetry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Tells retransmissions from news. Everything that can fail is asked before anything is remembered. */
  async #prepare(arrivals: readonly Arrival[]): Promise<Batch> {
    await this.#recall(arrivals);
    const rows: MessageRow[] = [];
    const answers: Arrival[] = [];
    for (const arrival of arrivals) {
      const identity = identityOf(arrival.bytes);
      if (arrival.wantsAnswer) answers.push(arrival);
      if (this.#memory.of(arrival.address).add(identity, arrival.receivedAt))
        rows.push({ id: this.#ids.next(arrival.receivedAt), arrival, identity });
      else {
        this.counts.repeated += 1;
        this.#options.onRepeated(arrival);
      }
    }
    return { id: this.#ids.next(this.#options.now()), rows, answers };
  }

  /** Reads the last two minutes of every address that speaks on a new connection: another process may have stored its frames. */
  async #recall(arrivals: readonly Arrival[]): Promise<void> {
    const addresses = [...new Set(arrivals.filter((each) => each.isFirst).map((each) => each.address))];
    if (addresses.length === 0) return;
    const since = new Date(this.#options.now() - SAME_WITHIN_MS);
    const found = await this.#store.rows<{ address: string; identity: number; at: number }>(
      "recall",
      `select a.address, m.identity, (extract(epoch from m.received_at) * 1000)::float8 as at
         from unnest($1::text[]) as a (address)
         cross join lateral (select identity, received_at from gateway.message where address = a.address and received_at between $2 and $3
           order by received_at desc limit ${MOST_IDENTITIES}) m`,
      [addresses, since, new Date(this.#options.now() + SAME_WITHIN_MS)],
    );
    for (const { address, identity, at } of found.reverse()) this.#memory.of(address).add(Number(identity), at);
  }

  async #isStored(batch: Batch): Promise<boolean> {
    const found = await this.#store.rows("is-stored", "select from gateway.batch where id = $1", [uuidText(batch.id)]);
    return found.length > 0;
  }

  async #write(batch: Batch): Promise<void> {
    const { rows } = batch;
    const first = rows[0];
    const last = rows[rows.length - 1];
    if (!first || !last) return;
    this.#copy.reset();
    let fires = 0;
    let firstAt = first.arrival.receivedAt;
    let lastAt = firstAt;
    for (const row of rows) {
      if (row.arrival.lane === FIRE) fires += 1;
      firstAt = Math.min(firstAt, row.arrival.receivedAt);
      lastAt = Math.max(lastAt, row.arrival.receivedAt);
      writeRow(this.#copy, row, batch.id);
    }
    const instants = [this.#options.now(), firstAt, lastAt].map((ms) => `'${new Date(ms).toISOString()}'`);
    const ids = [batch.id, first.id, last.id].map((id) => `'${uuidText(id)}'`);
    const [id, firstId, lastId] = ids;
    const [at, ...range] = instants;
    await this.#store.copy(
      `copy gateway.message (${MESSAGE_COLUMNS}) from stdin (format binary);
       insert into gateway.batch (id, gateway, at, first_id, last_id, first_at, last_at, messages, fires)
       values (${id}, '${this.#options.gateway.replaceAll("'", "''")}', ${at}, ${firstId}, ${lastId}, ${range.join(", ")}, ${rows.length}, ${fires})`,
      this.#copy.finish(),
    );
    this.counts.fires += fires;
  }

  /** Acknowledged means durable: nothing here runs before the commit. The next batch is stored while this one is answered. */
  #finish(batch: Batch): void {
    if (batch.rows.length > 0) {
      this.counts.stored += batch.rows.length;
      this.counts.batches += 1;
      this.#options.onStored({ id: uuidText(batch.id), messages: batch.rows });
    }
    if (batch.answers.length > 0) this.#answering = this.#answering.then(() => this.#answer(batch.answers));
  }

  async #answer(answers: readonly Arrival[]): Promise<void> {
    const now = this.#options.now();
    for (let from = 0; from < answers.length; from += ANSWERS_AT_ONCE) {
      if (from > 0) await new Promise((resolve) => setImmediate(resolve));
      const some = answers.slice(from, from + ANSWERS_AT_ONCE);
      for (const { frame, bytes, line } of some) line.send(this.#acknowledger.answer(frame, bytes, now));
      for (const { line } of some) line.flush();
    }
  }

  /** A row the database refuses must not hold up the others: halves the batch until it stands alone. */
  async #isolate(batch: Batch, error: Error): Promise<void> {
    for (const { arrival, identity } of batch.rows) this.#memory.of(arrival.address).forget(identity);
    const repeated = batch.answers.filter((each) => !batch.rows.some(({ arrival }) => arrival === each));
    const alone = batch.rows[0]?.arrival;
    if (batch.rows.length === 1 && alone) {
      this.counts.refused += 1;
      this.#options.log.error({ err: error, address: alone.address }, "a frame the database refuses");
      this.#options.onRefused(alone, error);
      return this.#finish({ ...batch, rows: [], answers: repeated });
    }
    const middle = batch.rows.length >> 1;
    for (const half of [batch.rows.slice(0, middle), batch.rows.slice(middle)]) await this.#storeOne(half.map(({ arrival }) => arrival));
    this.#finish({ ...batch, rows: [], answers: repeated });
  }

  #told(storing: boolean, error: Error | null): void {
    if (storing === this.#storing) return;
    this.#storing = storing;
    if (storing) this.#options.log.info("storing again");
    else this.#options.log.error({ err: error }, "cannot store: nobody is acknowledged");
    this.#options.onStoring(storing, error);
  }
}
