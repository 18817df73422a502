/**
 * The keyboard, only if wished: Space 接警, 1–4 conclusions, c 呼叫, m 静音, ↑↓ rows, / search. Never while a field has the focus or a dialog
 * is open.
 */
import { useEffect, useRef } from "react";
import type { Asked } from "./verify.tsx";

export type Keys = {
  readonly accept: () => void;
  readonly ask: (asked: Asked) => void;
  readonly call: () => void;
  readonly mute: () => void;
  readonly search: () => void;
  /** One row down (1) or up (-1). */
  readonly step: (by: 1 | -1) => void;
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));
/** Space on a button is that button's own. */
const isPressed = ({ key, target }: KeyboardEvent): boolean =>
  key === " " && target instanceof HTMLElement && target.closest("button, a[href], summary") !== null;

/** A first press without helpers, outside fields, buttons that want it and dialogs: the seat's own. */
export const isFree = (event: KeyboardEvent): boolean =>
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.repeat &&
  !isField(event.target) &&
  !isPressed(event) &&
  document.querySelector("dialog[open]") === null;

/** `1`, the real fire, is held at its own button (verify.tsx). */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      const { accept, ask, call, mute, search, step } = latest.current;
      const acts: Readonly<Record<string, () => void>> = {
        " ": accept,
        "2": () => ask("falseAlarm"),
        "3": () => ask("test"),
        "4": () => ask("operation"),
        c: call,
        m: mute,
        "/": search,
      };
      const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
      const act = by === null ? acts[event.key] : () => step(by);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
