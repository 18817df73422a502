/** What is being filled in outside an item (signatures, a report): kept on the phone with each change, so a death of the phone loses none of it. */
import { useState } from "react";

const keyOf = (name: string): string => `suiren.field.kept.${name}`;

export function useKept<T>(name: string, first: T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? first : JSON.parse(text);
  });
  const keep = (next: T) => {
    setValue(next);
    localStorage.setItem(keyOf(name), JSON.stringify(next));
  };
  return [value, keep];
}

/** It was saved, or given up. */
export function forgetKept(prefix: string): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(keyOf(prefix))) localStorage.removeItem(key);
}
