/**
 * Live feed: small facts pushed to open screens. They leave by `pg_notify` in the transaction that made them true, reach every API process,
 * and are filtered there by each listener's place in the tree and rights. A screen that missed some reads again; nothing depends on arrival.
 */
import { EventEmitter } from "node:events";
import { sql } from "kysely";
import type pg from "pg";
import type { Actor } from "./actor.ts";
import { may } from "./actor.ts";
import type { Tx } from "./db.ts";
import { isWithin } from "./values.ts";

export type LiveMessage = {
  /** `fire…` topics are painted at once, others in batches. */
  readonly topic: string;
  readonly area: number | null;
  readonly unitId?: string | null;
  readonly permission: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Keys of the data whose texts the program composed: each listener gets them in his language. */
  readonly composed?: readonly string[];
};

const CHANNEL = "suiren_live";
/** NOTIFY carries 8,000 bytes at most; a larger fact is sent as "read again". */
const LIMIT = 7_500;

/** Several facts leave in one statement. */
export async function pushLive(tx: Tx, ...messages: readonly LiveMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const texts = messages.map((message) => {
    const text = JSON.stringify(message);
    return Buffer.byteLength(text) <= LIMIT ? text : JSON.stringify({ ...message, data: { id: message.data.id, again: true } });
  });
  await sql`select pg_notify(${CHANNEL}, text) from unnest(${texts}::text[]) as text`.execute(tx);
}

export type LiveFeed = {
  /** @returns a function that ends the subscription */
  subscribe(actor: Actor, send: (message: LiveMessage, id: number) => void): () => void;
  onEvent(heard: () => void): void;
  /** Called each time listening begins anew: what was pushed before may have been missed. @returns a function that ends it */
  onListening(heard: () => void): () => void;
  readonly connected: boolean;
  stop(): Promise<void>;
};

const hears = (actor: Actor, message: LiveMessage): boolean =>
  may(actor, message.permission) &&
  (message.area === null || isWithin(message.area, actor.area)) &&
  (actor.unitId === null || message.unitId === actor.unitId);

/** Listens on its own connection and comes back by itself when the database was away. */
export function openLiveFeed(connect: () => Promise<pg.Client>, onError: (error: Error) => void): LiveFeed {
  const emitter = new EventEmitter().setMaxListeners(0);
  let counter = Date.now();
  let client: pg.Client | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;

  const retry = () => {
    client = null;
    if (!stopped && !timer) timer = setTimeout(start, 1_000);
  };
  function start() {
    timer = null;
    connect()
      .then(async (opened) => {
        if (stopped) return opened.end();
        client = opened;
        opened.on("notification", ({ channel, payload }) => {
          if (channel === CHANNEL && payload) emitter.emit("live", JSON.parse(payload) as LiveMessage, ++counter);
          else emitter.emit("event");
        });
        opened.on("error", onError);
        opened.on("end", retry);
        await opened.query(`listen ${CHANNEL}; listen suiren_event`);
        emitter.emit("event");
        emitter.emit("listening");
      })
      .catch((error: Error) => {
        onError(error);
        retry();
      });
  }
  start();

  return {
    subscribe(actor, send) {
      const listener = (message: LiveMessage, id: number) => {
        if (hears(actor, message)) send(message, id);
      };
      emitter.on("live", listener);
      return () => emitter.off("live", listener);
    },
    onEvent: (heard) => emitter.on("event", heard),
    onListening(heard) {
      emitter.on("listening", heard);
      return () => emitter.off("listening", heard);
    },
    get connected() {
      return client !== null;
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
