/** What was typed into the settings, against what stands: which keys change, to what, and what cannot be sent. Pure. */
import type { DutySettings, Takes } from "@suiren/api-client";
import { kinds } from "../../lib/alarm-kinds.ts";

export type Limits = DutySettings["limits"];
export type Key = keyof Limits;
export type Step = Limits["escalation"][number];
export type Changes = Takes<"PUT", "/duty/settings">["limits"];

export const figures = [
  "raiseWindowSeconds",
  "stormPerMinute",
  "nuisanceTimes",
  "nuisanceDays",
  "offlineSeconds",
  "claimFireMinutes",
  "dutyAnswerMinutes",
  "messageDays",
] as const;
export type FigureKey = (typeof figures)[number];
export const tables = ["acceptSeconds", "verifySeconds"] as const;
export type TableKey = (typeof tables)[number];

/** A reminder as it is typed: its figure is text until it is sent. `id` is the screen's own. */
export type TypedStep = Omit<Step, "afterSeconds"> & { readonly id: number; readonly afterSeconds: string };
export type Typed = {
  /** By path: `messageDays`, `acceptSeconds.fire`, `dispatchUrl`. */
  readonly texts: Readonly<Record<string, string>>;
  readonly steps: readonly TypedStep[];
};

export const typedOf = ({ escalation, dispatchUrl, ...limits }: Limits): Typed => ({
  texts: {
    ...Object.fromEntries(figures.map((key) => [key, String(limits[key])])),
    ...Object.fromEntries(tables.flatMap((key) => kinds.map((kind) => [`${key}.${kind}`, String(limits[key][kind])]))),
    dispatchUrl: dispatchUrl ?? "",
  },
  steps: escalation.map((step, id) => ({ ...step, id, afterSeconds: String(step.afterSeconds) })),
});

/** Not a whole number: NaN, which no range holds. */
const wholeOf = (text: string | undefined): number => (/^\s*\d{1,9}\s*$/.test(text ?? "") ? Number(text) : Number.NaN);

const tableOf = ({ texts }: Typed, key: TableKey): Limits[TableKey] => {
  const of = (kind: string) => wholeOf(texts[`${key}.${kind}`]);
  return {
    fire: of("fire"),
    supervision: of("supervision"),
    linkage: of("linkage"),
    fault: of("fault"),
    shield: of("shield"),
    offline: of("offline"),
    test: of("test"),
  };
};

/** The limits as typed; a figure that is none is NaN. */
export const limitsTyped = (typed: Typed): Limits => {
  const of = (key: FigureKey) => wholeOf(typed.texts[key]);
  return {
    acceptSeconds: tableOf(typed, "acceptSeconds"),
    verifySeconds: tableOf(typed, "verifySeconds"),
    raiseWindowSeconds: of("raiseWindowSeconds"),
    stormPerMinute: of("stormPerMinute"),
    nuisanceTimes: of("nuisanceTimes"),
    nuisanceDays: of("nuisanceDays"),
    offlineSeconds: of("offlineSeconds"),
    claimFireMinutes: of("claimFireMinutes"),
    dutyAnswerMinutes: of("dutyAnswerMinutes"),
    messageDays: of("messageDays"),
    dispatchUrl: typed.texts.dispatchUrl?.trim() || null,
    escalation: typed.steps.map(({ id: _, afterSeconds, to, what, ...step }) => ({
      ...step,
      afterSeconds: wholeOf(afterSeconds),
      to: to.trim(),
      what: what.trim(),
    })),
  };
};

export const allKeys: readonly Key[] = [...tables, ...figures, "dispatchUrl", "escalation"];

// NaN is written as null, and so differs from every figure that stands.
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The keys whose value is another than the one that stands. */
export const changedKeys = (base: Limits, typed: Typed): readonly Key[] => {
  const given = limitsTyped(typed);
  return allKeys.filter((key) => !isSame(sorted(base[key]), sorted(given[key])));
};

/** The keys of an object in one order, so that two of the same content are written alike. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)));
};

/** What is sent: the changed keys, `null` where the value is the default again. */
export function changesTyped(settings: Pick<DutySettings, "limits" | "defaults">, typed: Typed): Changes {
  const given = limitsTyped(typed);
  return Object.fromEntries(
    changedKeys(settings.limits, typed).map((key) => [key, isSame(sorted(given[key]), sorted(settings.defaults[key])) ? null : given[key]]),
  );
}

export type Bad = "range" | "whole" | "url" | "empty";
/** What is wrong, by path, before anything is sent; the server looks again. */
export function problemsOf(ranges: DutySettings["ranges"], typed: Typed): Readonly<Record<string, Bad>> {
  const problems: [string, Bad][] = [];
  const figure = (path: string, key: string, text: string | undefined) => {
    const value = wholeOf(text);
    const range = ranges[key];
    if (Number.isNaN(value)) problems.push([path, text?.trim() ? "whole" : "empty"]);
    else if (range && (value < range.least || value > range.most)) problems.push([path, "range"]);
  };
  for (const key of figures) figure(key, key, typed.texts[key]);
  for (const key of tables) for (const kind of kinds) figure(`${key}.${kind}`, key, typed.texts[`${key}.${kind}`]);
  const url = typed.texts.dispatchUrl?.trim() ?? "";
  if (url !== "" && !/^https?:\/\/[^\s/]+/.test(url)) problems.push(["dispatchUrl", "url"]);
  for (const [index, step] of typed.steps.entries()) {
    figure(`escalation.${index}.afterSeconds`, "escalation", step.afterSeconds);
    if (!step.to.trim()) problems.push([`escalation.${index}.to`, "empty"]);
    if (!step.what.trim()) problems.push([`escalation.${index}.what`, "empty"]);
  }
  return Object.fromEntries(problems);
}

/** One key as it stands, put back into what is typed. */
export function restored(typed: Typed, key: Key, limits: Limits): Typed {
  const { texts, steps } = typedOf(limits);
  if (key === "escalation") return { ...typed, steps: steps.map((step) => ({ ...step, id: step.id + 1_000 + typed.steps.length })) };
  const own = Object.entries(texts).filter(([path]) => path === key || path.startsWith(`${key}.`));
  return { ...typed, texts: { ...typed.texts, ...Object.fromEntries(own) } };
}

/** The same typing over newer settings: what was not touched follows them, what was stays as typed. */
export function rebased(before: Limits, after: Limits, typed: Typed): Typed {
  const touched = new Set(changedKeys(before, typed));
  return allKeys.filter((key) => !touched.has(key)).reduce((kept, key) => restored(kept, key, after), typed);
}
