/** One clock for the page, set to the server's: every running figure ticks from it and no component owns a timer. */
import { useSyncExternalStore } from "react";

let offsetMs = 0;
let nowMs = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** Called whenever an answer tells the server's time; a half-way trip is not worth correcting. */
export function setServerTime(iso: string): void {
  const server = Date.parse(iso);
  if (!Number.isNaN(server)) offsetMs = server - Date.now();
}

/** The server's present time in ms, as well as this page knows it. */
export const serverNow = (): number => Date.now() + offsetMs;

function tick(): void {
  nowMs = serverNow();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    nowMs = serverNow();
    timer = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
}

/** The server's time in ms, renewed each second. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => (timer ? nowMs : Math.floor(serverNow() / 1000) * 1000));
