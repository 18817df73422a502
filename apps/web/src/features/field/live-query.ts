/** What the store holds, anew after every change of it, from whichever page. */
import { liveQuery } from "dexie";
import { useEffect, useMemo, useState } from "react";
import { groupsOf, leftOf } from "./domain/queue.ts";
import { useStore } from "./person.ts";
import { type FieldStore, piecesOf } from "./store.ts";

/** `undefined` until the first answer. */
export function useStored<T>(ask: (store: FieldStore) => Promise<T>, ...of: readonly (string | number)[]): T | undefined {
  const store = useStore();
  const [found, setFound] = useState<{ readonly value: T }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the same for the same `of`
  useEffect(() => {
    const asked = liveQuery(() => ask(store)).subscribe({
      next: (value) => setFound({ value }),
      error: (error: unknown) => console.error(error),
    });
    return () => asked.unsubscribe();
  }, [store, ...of]);
  return found?.value;
}

export function useQueue() {
  const found = useStored(async (store) => ({
    pieces: await piecesOf(store),
    photos: await store.photos.toArray(),
    visits: await store.visits.toArray(),
    patrols: await store.patrols.toArray(),
    risks: await store.risks.toArray(),
  }));
  return useMemo(() => {
    if (!found) return undefined;
    const conflicts = new Set(found.visits.filter(({ told }) => told?.conflict).map(({ id }) => id));
    return { ...found, left: leftOf(found.pieces, found.photos), groups: groupsOf(found.pieces, found.photos, conflicts) };
  }, [found]);
}
export type Queue = NonNullable<ReturnType<typeof useQueue>>;
