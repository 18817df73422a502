/**
 * Projection 投影: committed messages become signals for the module, each batch exactly once, fires before everything else. The mark on the
 * batch and what the module makes of it are one transaction. Decoded frames come straight from the writer; after a restart, or when far
 * behind, messages are read again from the table.
 *
 * Fires overtake: signals of one device may reach the module out of order between the two lanes, so it compares `receivedAt`. What a
 * message with a fire says of its device comes with the rest of its batch, so that the fire's own transaction is short and waits for nobody.
 */
import { decodeFrame, type ProfileChoice } from "@suiren/gb26875";
import { type KyselyPlugin, sql } from "kysely";
import type { Signal, Turn } from "#modules/sensing/remote-monitoring/index.ts";
import { asWorker, type Db, type Tx } from "#platform/db.ts";
import type { Log } from "#platform/log.ts";
import { type Arrival, FIRE, type StoredBatch, type StoredMessage } from "./arrival.ts";
import { MessageIds, uuidText } from "./message-id.ts";
import { isPassing } from "./store.ts";
import { translate } from "./translate.ts";

const MOST_HELD = 20_000;
const LEAST_AT_ONCE = 250;
/** Making sense of five hundred messages takes this process some 10 ms, in which no fire gets its turn. */
const MOST_AT_ONCE = 500;
const GOOD_MS = 100;
const RETRY_MS = 500;
const MANY_WAITING = 1_000;
const YIELD_MS = 50;
/** How often in a row the others yield before they take their turn all the same. */
const MOST_YIELDS = 10;
/** How long a transaction of the others rests for fires under way, in all: it may hold a row that one of them needs. */
const MOST_REST_MS = 80;
const ADOPT_EVERY_MS = 10_000;
const ADOPT_AFTER_MS = 30_000;
const MOST_ADOPTED = 200;

export type ProjectorOptions = {
  readonly db: Db;
  readonly gateway: string;
  readonly log: Log;
  now(): Date;
  profileOf(address: string): ProfileChoice | undefined;
  /** Frames that wait to be stored: storing and answering go before making sense of what is safe. */
  readonly waiting: () => number;
  apply(tx: Tx, signals: readonly Signal[], turn: Turn): Promise<void>;
  onApplied(signals: number, fires: boolean): void;
  onParked(): void;
};

/** `isRaised`: a fire whose alarm stands; what remains to be said is about its device. */
type Message = { readonly id: string; readonly lane: number; readonly signals: readonly Signal[]; readonly isRaised?: boolean };
/** The column of a batch that says a lane is done. */
type Mark = "fire_projected_at" | "projected_at";
/** `messages` is null where they must be read from the table. */
type Entry = {
  readonly id: string;
  readonly at: number;
  readonly count: number;
  readonly messages: readonly StoredMessage[] | null;
  firesDone: boolean;
};

export class Projector {
  readonly #options: ProjectorOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #lives = new Map<string, Arrival>();
  readonly #ids = new MessageIds();
  readonly #timer: NodeJS.Timeout;
  #held = 0;
  #atOnce = LEAST_AT_ONCE;
  #fires: Promise<void> | null = null;
  #others: Promise<void> | null = null;
  #stopping = false;
  /** More batches wait in the table than were taken up; looked for with this age. */
  #leftBehind: number | null = null;
  /** Said once, however long it lasts. */
  #trouble = "";

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      this.adopt(ADOPT_AFTER_MS).catch((error: unknown) => options.log.warn({ err: error }, "looking for batches left behind"));
    }, ADOPT_EVERY_MS);
  }

  /** Age of the oldest batch not yet projected, and how many messages wait. */
  lag(now: number): { readonly ms: number; readonly messages: number } {
    let messages = 0;
    let oldest = now;
    for (const entry of this.#entries.values()) {
      messages += entry.count;
      oldest = Math.min(oldest, entry.at);
    }
    return { ms: now - oldest, messages };
  }

  stored(batch: StoredBatch): void {
    const hasFires = batch.messages.some(({ arrival }) => arrival.lane === FIRE);
    const isHeld = hasFires || this.#held + batch.messages.length <= MOST_HELD;
    if (isHeld) this.#held += batch.messages.length;
    this.#entries.set(batch.id, {
      id: batch.id,
      at: this.#options.now().getTime(),
      count: batch.messages.length,
      messages: isHeld ? batch.messages : null,
      firesDone: !hasFires,
    });
    this.#wake();
  }

  /** A frame that was not worth a row: its sender lives. Only the latest of each address is told. */
  lives(arrival: Arrival): void {
    this.#lives.set(arrival.address, arrival);
    this.#wake();
  }

  /** Takes up batches nobody projected: one's own after a restart (`olderThanMs` 0), anybody's when they were left lying. */
  async adopt(olderThanMs: number): Promise<void> {
    const before = new Date(this.#options.now().getTime() - olderThanMs);
    const { rows } = await sql<{ id: string; at: string; messages: number; firesDone: boolean }>`
      select id, at, messages, fires = 0 or fire_projected_at is not null as fires_done from gateway.batch
      where projected_at is null and at <= ${before} and (gateway = ${this.#options.gateway} or ${olderThanMs > 0})
      order by id limit ${MOST_ADOPTED}`.execute(this.#options.db);
    for (const { id, at, messages, firesDone } of rows)
      if (!this.#entries.has(id)) this.#entries.set(id, { id, at: Date.parse(at), count: messages, messages: null, firesDone });
    this.#leftBehind = rows.length === MOST_ADOPTED ? olderThanMs : null;
    if (rows.length > 0) this.#wake();
  }

  /** Ends after the transactions under way; the rest is taken up at the next start. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await Promise.all([this.#fires, this.#others]);
  }

  #wake(): void {
    if (this.#stopping) return;
    this.#fires ??= this.#run(() => this.#projectFires()).finally(() => {
      this.#fires = null;
    });
    this.#others ??= this.#run(() => this.#projectOthers()).finally(() => {
      this.#others = null;
    });
  }

  async #run(step: () => Promise<boolean>): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (!this.#stopping) {
      try {
        if (!(await step())) return;
        this.#trouble = "";
      } catch (error) {
        if (this.#trouble !== String(error)) this.#options.log.error({ err: error }, "projection waits");
        this.#trouble = String(error);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** One transaction of the fire lane. @returns false when there was nothing to do. */
  async #projectFires(): Promise<boolean> {
    const entries: Entry[] = [];
    for (const entry of this.#entries.values()) if (!entry.firesDone && entries.length < 50) entries.push(entry);
    if (entries.length === 0) return false;
    await this.#project("fire_projected_at", entries, []);
    for (const entry of entries) entry.firesDone = true;
    this.#wake();
    return true;
  }

  /** One transaction of everything else: whole batches up to a size that keeps it short, and the latest signs of life. */
  async #projectOthers(): Promise<boolean> {
    const isPressed = () => this.#options.waiting() > MANY_WAITING || this.#hasFires();
    for (let yields = 0; isPressed() && yields < MOST_YIELDS && !this.#stopping; yields++)
      await new Promise((resolve) => setTimeout(resolve, YIELD_MS));
    const entries: Entry[] = [];
    let count = 0;
    for (const entry of this.#entries.values()) {
      if (!entry.firesDone) continue;
      if (entries.length > 0 && count + entry.count > this.#atOnce) break;
      entries.push(entry);
      count += entry.count;
    }
    const lives = [...this.#lives.values()];
    if (entries.length === 0 && this.#leftBehind !== null) {
      await this.adopt(this.#leftBehind);
      return true;
    }
    if (entries.length === 0 && lives.length === 0) return false;
    this.#lives.clear();
    const began = performance.now();
    await this.#project("projected_at", entries, lives);
    const took = performance.now() - began;
    if (took > GOOD_MS) this.#atOnce = Math.max(LEAST_AT_ONCE, this.#atOnce >> 1);
    else if (count >= this.#atOnce / 2) this.#atOnce = Math.min(MOST_AT_ONCE, this.#atOnce * 2);
    for (const entry of entries) this.#leave(entry);
    return true;
  }

  #hasFires(): boolean {
    for (const entry of this.#entries.values()) if (!entry.firesDone) return true;
    return false;
  }

  /** Between any two statements of the others a fire that is under way goes first. */
  #givingWay(): KyselyPlugin {
    let left = MOST_REST_MS;
    return {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (left <= 0 || !this.#hasFires()) return result;
        const began = performance.now();
        await Promise.race([this.#fires, new Promise((resolve) => setTimeout(resolve, left))]);
        left -= performance.now() - began;
        return result;
      },
    };
  }

  #leave(entry: Entry): void {
    if (this.#entries.delete(entry.id) && entry.messages) this.#held -= entry.messages.length;
  }

  /** Marks the batches that are still unmarked and hands their messages to the module, all at once; one by one where that fails. */
  async #project(mark: Mark, entries: readonly Entry[], lives: readonly Arrival[]): Promise<void> {
    const alive = lives.map((arrival) => messageOf(uuidText(this.#ids.next(arrival.receivedAt)), arrival, true));
    const urgent = mark === "fire_projected_at";
    const attempt = (apply: (tx: Tx, messages: readonly Message[]) => Promise<void>) =>
      asWorker(this.#options.db, async (whole) => {
        const tx = urgent ? whole : whole.withPlugin(this.#givingWay());
        const messages = coalesced([...(await this.#take(tx, mark, entries)), ...alive]);
        if (messages.length > 0) await apply(tx, messages);
        return messages.reduce((sum, { isRaised, signals: said }) => sum + (isRaised ? 0 : said.length), 0);
      });
    const signals = await attempt((tx, messages) => this.#apply(tx, messages, urgent)).catch((error: unknown) => {
      if (isDatabaseTrouble(error)) throw error;
      return attempt((tx, messages) => this.#applyHalving(tx, messages, urgent));
    });
    this.#options.onApplied(signals, urgent);
  }

  #apply(tx: Tx, messages: readonly Message[], urgent: boolean): Promise<void> {
    const signals = messages.flatMap((message) => (message.isRaised ? [] : message.signals));
    const alreadyRaised = messages.flatMap((message) => (message.isRaised ? message.signals : []));
    return this.#options.apply(tx, signals, { urgent, alreadyRaised });
  }

  /** The mark is the lock: whoever sets it projects the batch, in the same transaction. */
  async #take(tx: Tx, mark: Mark, entries: readonly Entry[]): Promise<readonly Message[]> {
    if (entries.length === 0) return [];
    const column = sql.ref(mark);
    const marked = await sql<{ id: string }>`update gateway.batch set ${column} = ${this.#options.now()}
      where id = any(${entries.map(({ id }) => id)}) and ${column} is null returning id`.execute(tx);
    const mine = new Set(marked.rows.map(({ id }) => id));
    const messages: Message[] = [];
    for (const entry of entries) {
      if (!mine.has(entry.id)) continue;
      const urgent = mark === "fire_projected_at";
      const wanted = (lane: number) => !urgent || lane === FIRE;
      const found = entry.messages
        ? entry.messages.filter(({ arrival }) => wanted(arrival.lane)).map(({ id, arrival }) => messageOf(uuidText(id), arrival))
        : (await this.#read(tx, entry.id)).filter(({ lane }) => wanted(lane));
      for (const message of found) messages.push(urgent || message.lane !== FIRE ? message : { ...message, isRaised: true });
    }
    return messages;
  }

  /** A message the module cannot take must not stop the rest: halves until it stands alone, then parks it with its error. */
  async #applyHalving(tx: Tx, messages: readonly Message[], urgent: boolean): Promise<void> {
    await sql`savepoint projection`.execute(tx);
    try {
      await this.#apply(tx, messages, urgent);
      await sql`release savepoint projection`.execute(tx);
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error;
      await sql`rollback to savepoint projection`.execute(tx);
      const only = messages[0];
      if (messages.length === 1 && only) return this.#park(tx, only, error);
      const middle = messages.length >> 1;
      await this.#applyHalving(tx, messages.slice(0, middle), urgent);
      await this.#applyHalving(tx, messages.slice(middle), urgent);
    }
  }

  async #park(tx: Tx, message: Message, error: unknown): Promise<void> {
    this.#options.onParked();
    this.#options.log.error({ err: error, message: message.id }, "a message that cannot be projected");
    await sql`insert into gateway.unreadable (id, at, peer, transport, address, reason, detail, bytes, byte_count, message_id)
      select gen_random_uuid(), ${this.#options.now()}, peer, transport, address, 'projection', ${String(error).slice(0, 1000)}, raw, length(raw), id
      from gateway.message where id = ${message.id}`.execute(tx);
  }

  async #read(tx: Tx, batchId: string): Promise<readonly Message[]> {
    const { rows } = await sql<{ id: string; receivedAt: string; address: string; lane: number; raw: Buffer }>`
      select m.id, m.received_at, m.address, m.lane, m.raw from gateway.batch b
      join gateway.message m on m.id between b.first_id and b.last_id and m.received_at between b.first_at and b.last_at and m.batch_id = b.id
      where b.id = ${batchId} order by m.id`.execute(tx);
    return rows.map(({ id, receivedAt, address, lane, raw }) => {
      const profile = this.#options.profileOf(address);
      const result = decodeFrame(raw, { profile });
      const source = { messageId: id, address, receivedAt, sentAt: result.ok ? result.frame.timestamp : null };
      return { id, lane, signals: result.ok ? translate(result.frame, source) : [{ ...source, part: 0, kind: "life" }] };
    });
  }
}

/** The database itself is in trouble, or another transaction stood in the way: the whole step is tried again. */
const isDatabaseTrouble = (error: unknown): boolean => {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === "string" && isPassing(error);
};

function messageOf(id: string, { frame, address, receivedAt, lane }: Arrival, onlyLife = false): Message {
  const source = { messageId: id, address, receivedAt: new Date(receivedAt).toISOString(), sentAt: frame.timestamp };
  return { id, lane, signals: onlyLife ? [{ ...source, part: 0, kind: "life" }] : translate(frame, source) };
}

/** Of the signs of life of one address only the latest says anything; every other signal is one itself. */
function coalesced(messages: readonly Message[]): readonly Message[] {
  const latest = new Map<string, string>();
  for (const { signals } of messages) for (const { address, messageId } of signals) latest.set(address, messageId);
  return messages.filter(({ signals }) =>
    signals.some(({ kind, address, messageId }) => kind !== "life" || latest.get(address) === messageId),
  );
}
