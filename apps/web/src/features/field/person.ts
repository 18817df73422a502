/** Whose phone this is at the moment. Remembered, so that the work goes on without a signal and after the session has ended. */
import { useSyncExternalStore } from "react";
import { ApiError, sessionApi } from "../../lib/api.ts";
import { setServerTime } from "../../lib/clock.ts";
import { matches } from "../../lib/session.ts";
import { FieldStore } from "./store.ts";

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly organ: string;
  readonly area: string;
  readonly demo: boolean;
  readonly city: string;
};
export type Standing = "known" | "signedOut" | "away" | "notAllowed" | "asking";
type State = { readonly person: Person | null; readonly store: FieldStore | null; readonly standing: Standing };

const KEY = "suiren.field.person";
const listeners = new Set<() => void>();

function remembered(): Person | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
const first = remembered();
let state: State = { person: first, store: first && new FieldStore(first.id), standing: "asking" };

function set(next: Partial<State>): void {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

function become(person: Person): void {
  localStorage.setItem(KEY, JSON.stringify(person));
  if (state.person?.id === person.id) set({ person, standing: "known" });
  else {
    state.store?.close();
    set({ person, store: new FieldStore(person.id), standing: "known" });
  }
}

/** Asks the server who is signed in. Another person than before gets his own store; the former one's stays for him. */
export async function askWho(): Promise<void> {
  try {
    const me = await sessionApi.get("/me");
    setServerTime(me.serverTime);
    if (!me.permissions.some((pattern) => matches(pattern, "inspection.field"))) return set({ standing: "notAllowed" });
    become({ id: me.user.id, name: me.user.name, organ: me.user.organ ?? "", area: me.user.areaName, demo: me.demo, city: me.city.name });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    set({ standing: error.status === 401 ? "signedOut" : "away" });
  }
}

export const noteSignedOut = (): void => set({ standing: "signedOut" });

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const usePerson = (): State => useSyncExternalStore(subscribe, () => state);
export const personNow = (): State => state;

/** The store of whoever works here; only beneath the shell, which shows nothing before there is one. */
export function useStore(): FieldStore {
  const { store } = usePerson();
  if (!store) throw new Error("this screen stands beneath the shell of the field");
  return store;
}
