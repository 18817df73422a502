/** A draft 草稿 on this device: kept each 2 s while somebody types, gone when it is saved or thrown away. */
import { useEffect, useRef, useState } from "react";

export type Draft = { readonly at: string; readonly values: Readonly<Record<string, unknown>> };
const KEEP_EVERY_MS = 2_000;
const keyOf = (name: string): string => `suiren.draft.${name}`;

/** Reads a stored draft; text that is no draft counts as none. Pure. */
export function parseDraft(text: string | null): Draft | null {
  if (!text) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : null;
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

/** @param values what is in the form; `null` while nothing was touched */
export function useDraft(name: string, values: Readonly<Record<string, unknown>> | null) {
  const [found] = useState(() => parseDraft(localStorage.getItem(keyOf(name))));
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
