/**
 * The live feed: one connection for the page, whoever subscribes. Reconnects with back-off, knows how old the page's data is,
 * and hands messages on in batches of 100 ms so a busy city paints once; topics beginning with `fire` are handed on at once.
 */
import { useEffect, useSyncExternalStore } from "react";
import { serverNow } from "./clock.ts";
import { presenceHeaders } from "./presence.ts";
import { EventReader } from "./sse.ts";

export type LiveMessage = { readonly topic: string; readonly id: string | null; readonly data: Readonly<Record<string, unknown>> };
export type Listener = (messages: readonly LiveMessage[]) => void;
export type LinkState = {
  readonly state: "off" | "connecting" | "open" | "lost";
  /** How often in a row it was tried since the line was lost. */
  readonly tries: number;
  /** When the last word from the server came, server time in ms; 0 before the first. */
  readonly heardAt: number;
};

const BATCH_MS = 100;
/** The server beats each 15 s; two missed beats mean a dead line that TCP has not noticed. */
const SILENCE_MS = 35_000;
const BACKOFF_MS = [500, 1_000, 2_000, 5_000, 10_000, 15_000] as const;

export const backoffMs = (tries: number): number => BACKOFF_MS[Math.min(tries, BACKOFF_MS.length - 1)] ?? 15_000;

/** How a connection is made; in the browser a fetch of /api/v1/live. Yields text, ends or throws when the line breaks. */
export type Connect = (lastEventId: string | null, signal: AbortSignal) => AsyncIterable<string>;

const STOPPED: LinkState = { state: "off", tries: 0, heardAt: 0 };

export class Live {
  #connect: Connect;
  #topics = new Map<string, Set<Listener>>();
  #watchers = new Set<() => void>();
  #pending: LiveMessage[] = [];
  #flushTimer: ReturnType<typeof setTimeout> | null = null;
  #abort: AbortController | null = null;
  #wake: (() => void) | null = null;
  #lastEventId: string | null = null;
  #link: LinkState = STOPPED;

  constructor(connect: Connect) {
    this.#connect = connect;
  }

  get link(): LinkState {
    return this.#link;
  }
  get lastEventId(): string | null {
    return this.#lastEventId;
  }

  /** `topic` is exact, or a beginning followed by `*`: `fire*`. @returns how to stop listening */
  subscribe(topic: string, listener: Listener): () => void {
    const listeners = this.#topics.get(topic) ?? new Set();
    listeners.add(listener);
    this.#topics.set(topic, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#topics.delete(topic);
    };
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  start(): void {
    if (this.#abort) return;
    this.#abort = new AbortController();
    void this.#run(this.#abort.signal);
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#wake?.();
    this.#set(STOPPED);
  }

  /** Speaks anew: the language of a line is that of its beginning. Nothing happens before the first start. */
  restart(): void {
    if (!this.#abort) return;
    this.stop();
    this.start();
  }

  /** Do not wait for the back-off: the person pressed 立即重试 or the browser says it is online again. */
  retryNow(): void {
    this.#wake?.();
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (this.#link.tries === 0) this.#set({ ...this.#link, state: "connecting" });
      await this.#listen(signal).catch(() => undefined);
      if (signal.aborted) return;
      const tries = this.#link.state === "open" ? 1 : this.#link.tries + 1;
      this.#set({ ...this.#link, state: "lost", tries });
      await this.#pause(backoffMs(tries - 1));
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const line = new AbortController();
    const end = () => line.abort();
    signal.addEventListener("abort", end);
    let silence = setTimeout(end, SILENCE_MS);
    try {
      const reader = new EventReader();
      for await (const piece of this.#connect(this.#lastEventId, line.signal)) {
        clearTimeout(silence);
        silence = setTimeout(end, SILENCE_MS);
        this.#set({ state: "open", tries: 0, heardAt: serverNow() });
        for (const event of reader.push(piece)) this.#take(event.event, event.id, event.data);
      }
    } finally {
      clearTimeout(silence);
      signal.removeEventListener("abort", end);
    }
  }

  #take(topic: string, id: string | null, text: string): void {
    if (id) this.#lastEventId = id;
    if (topic === "beat") return;
    this.#pending.push({ topic, id, data: JSON.parse(text) });
    if (topic.startsWith("fire")) this.#flush();
    else this.#flushTimer ??= setTimeout(() => this.#flush(), BATCH_MS);
  }

  #flush(): void {
    if (this.#flushTimer) clearTimeout(this.#flushTimer);
    this.#flushTimer = null;
    const batch = this.#pending;
    this.#pending = [];
    for (const [topic, listeners] of this.#topics) {
      const mine = batch.filter((message) =>
        topic.endsWith("*") ? message.topic.startsWith(topic.slice(0, -1)) : message.topic === topic,
      );
      if (mine.length > 0) for (const listener of listeners) listener(mine);
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #set(next: LinkState): void {
    const { state, tries } = this.#link;
    this.#link = next;
    if (state !== next.state || tries !== next.tries) for (const watcher of this.#watchers) watcher();
  }
}

async function* fetchStream(lastEventId: string | null, signal: AbortSignal): AsyncIterable<string> {
  const headers: Record<string, string> = { accept: "text/event-stream", ...presenceHeaders() };
  if (lastEventId) headers["last-event-id"] = lastEventId;
  const response = await fetch("/api/v1/live", { headers, signal, credentials: "same-origin", cache: "no-store" });
  if (!response.ok || !response.body) throw new Error(`live feed answered ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** The page's one feed; the shell starts it after sign-in. `hello` is heard after every (re)connection, also the server's own to its
 * database: read again what you show. */
export const live = new Live(fetchStream);
if (globalThis.window) window.addEventListener("online", () => live.retryNow());

export const useLink = (): LinkState =>
  useSyncExternalStore(
    (watcher) => live.watch(watcher),
    () => live.link,
  );

/** Listens while the component is on the page. Keep `listener` stable with useCallback. */
export function useLive(topic: string, listener: Listener): void {
  useEffect(() => live.subscribe(topic, listener), [topic, listener]);
}
