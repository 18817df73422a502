/**
 * A draft 草稿 on this device: kept each 2 s while somebody types, gone when it is saved or thrown away, when he signs out, and after a day.
 * It lies in clear where whoever opens this browser can read it, so personal values are never in it.
 */
import { useEffect, useRef, useState } from "react";
import { DRAFTS, dropDrafts, isFresh } from "../../lib/drafts.ts";

export type Draft = { readonly at: string; readonly values: Readonly<Record<string, unknown>> };
const KEEP_EVERY_MS = 2_000;
const keyOf = (name: string): string => `${DRAFTS}${name}`;

/** Reads a stored draft; text that is no draft, or is of another day, counts as none. Pure. */
export function parseDraft(text: string | null, now: number): Draft | null {
  if (!text) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) && isFresh(draft.at, now) ? draft : null;
  } catch {
    return null;
  }
}
const isDraft = (value: unknown): value is Draft =>
  typeof value === "object" &&
  value !== null &&
  "at" in value &&
  typeof value.at === "string" &&
  "values" in value &&
  typeof value.values === "object";

/** What of a form may lie on the device. Pure. */
export const withoutPersonal = (
  values: Readonly<Record<string, unknown>>,
  fields: readonly { readonly key: string; readonly personal?: unknown }[],
): Readonly<Record<string, unknown>> => {
  const personal = new Set(fields.filter((field) => field.personal).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !personal.has(key)));
};

/** @param values what is in the form, without personal values; `null` while nothing was touched */
export function useDraft(name: string, values: Readonly<Record<string, unknown>> | null) {
  const [found] = useState(() => {
    dropDrafts("old");
    return parseDraft(localStorage.getItem(keyOf(name)), Date.now());
  });
  const [savedAt, setSavedAt] = useState<string>();
  const latest = useRef(values);
  latest.current = values;
  useEffect(() => {
    let kept = "";
    const timer = setInterval(() => {
      if (!latest.current) return;
      const text = JSON.stringify(latest.current);
      if (text === kept) return;
      kept = text;
      const at = new Date().toISOString();
      localStorage.setItem(keyOf(name), JSON.stringify({ at, values: latest.current }));
      setSavedAt(at);
    }, KEEP_EVERY_MS);
    return () => clearInterval(timer);
  }, [name]);
  const drop = () => {
    latest.current = null;
    localStorage.removeItem(keyOf(name));
    setSavedAt(undefined);
  };
  return { found, savedAt, drop };
}
