/** Measures made while the program runs, for duties whose pack was put in force: known by name like the declared ones, in no catalogue. */
import type { Services } from "../services.ts";
import type { Measure } from "./define.ts";

type Known = ReadonlyMap<string, Measure>;
const listeners = new WeakMap<Known, Set<() => void>>();

/** Makes measures known to everything that reads them by name, in this process; those already known so are left alone. @returns whether any was new */
export function registerMeasures({ registry, spoken }: Pick<Services, "registry" | "spoken">, measures: readonly Measure[]): boolean {
  let isNew = false;
  for (const measure of measures) {
    const before = registry.measures.get(measure.name);
    if (before && !before.hidden) throw new Error(`measure ${measure.name} is declared already`);
    if (before && JSON.stringify(before) === JSON.stringify(measure)) continue;
    isNew = true;
    for (const known of new Set([registry.measures, ...Object.values(spoken).map((each) => each.registry.measures)]))
      (known as Map<string, Measure>).set(measure.name, measure);
  }
  if (isNew) for (const heard of listeners.get(registry.measures) ?? []) heard();
  return isNew;
}

/** @returns how to stop listening */
export function onMeasures({ registry }: Pick<Services, "registry">, heard: () => void): () => void {
  const all = listeners.get(registry.measures) ?? new Set();
  listeners.set(registry.measures, all);
  all.add(heard);
  return () => all.delete(heard);
}
