/** When the queue is sent: at once after each act, when the network returns, when the page is looked at, and each minute while something waits. */
import { useSyncExternalStore } from "react";
import { sentenceOf } from "../../lib/api.ts";
import { loadDay } from "./day.ts";
import { askWho, noteSignedOut, personNow } from "./person.ts";
import { loadRounds } from "./rounds.ts";
import { sendAll } from "./send.ts";
import { wire } from "./wire.ts";

export type Sending = { readonly busy: boolean; readonly online: boolean; readonly trouble: string | null };
const listeners = new Set<() => void>();
let sending: Sending = { busy: false, online: globalThis.navigator?.onLine ?? true, trouble: null };
let again = false;

function set(next: Partial<Sending>): void {
  sending = { ...sending, ...next };
  for (const listener of listeners) listener();
}
export const useSending = (): Sending =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => sending,
  );

/** One page at a time: two of the same browser would send everything twice, harmless and useless. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  if (!navigator.locks) return work();
  await navigator.locks.request("suiren-field-send", { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
};

export async function sendNow(): Promise<void> {
  const { store } = personNow();
  if (!store) return;
  if (sending.busy) {
    again = true;
    return;
  }
  set({ busy: true });
  try {
    await alone(async () => {
      do {
        again = false;
        const ending = await sendAll(store, wire);
        if (ending === "signedOut") noteSignedOut();
        set({ online: ending !== "away" && navigator.onLine, trouble: null });
      } while (again);
    });
  } catch (error) {
    set({ trouble: sentenceOf(error) });
  } finally {
    set({ busy: false });
  }
}

const MINUTE_MS = 60_000;
let started = false;

/** Who is it, what waits, what is new: asked whenever any of it may have changed. */
export function look(): void {
  set({ online: navigator.onLine });
  if (navigator.onLine) void askWho().then(() => Promise.all([sendNow(), loadDay(), loadRounds()]));
}

/** Once a page. @returns whether it was this time */
export function startEngine(): boolean {
  if (started) return false;
  started = true;
  addEventListener("online", look);
  addEventListener("offline", () => set({ online: false }));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  setInterval(() => navigator.onLine && void sendNow(), MINUTE_MS);
  void navigator.storage?.persist?.();
  look();
  return true;
}
