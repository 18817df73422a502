/** The keyboard, only if wished: Space 接警, 2–4 conclusions, c 呼叫, m 静音. Never while a field has the focus. */
import { useEffect, useRef } from "react";
import type { Asked } from "./verify.tsx";

export type Keys = {
  readonly accept: () => void;
  readonly ask: (asked: Asked) => void;
  readonly call: () => void;
  readonly mute: () => void;
  /** A dialog is open: the keys are its own. */
  readonly busy: boolean;
};

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT", "BUTTON"].includes(target.tagName));

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { accept, ask, call, mute, busy } = latest.current;
      if (busy || event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target)) return;
      const acts: Readonly<Record<string, () => void>> = {
        " ": accept,
        "1": () => document.querySelector<HTMLElement>("[data-hold=confirm]")?.focus(),
        "2": () => ask("falseAlarm"),
        "3": () => ask("test"),
        "4": () => ask("operation"),
        c: call,
        m: mute,
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
