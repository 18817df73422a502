/** Results state facts: “已派给 林晓东，3月20日前”. Reversible moves offer 撤销 for 10 s; troubles stay until read. */
import { useSyncExternalStore } from "react";
import { sentenceOf } from "../lib/api.ts";
import { messages } from "../lib/i18n.ts";
import { IconButton } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./toast.css";

export type Toast = {
  readonly id: number;
  readonly tone: "done" | "trouble" | "mine";
  readonly text: string;
  readonly undo?: (() => void) | undefined;
};
const t = messages({ undo: "撤销", close: "关闭" }, { undo: "Undo", close: "Close" });

let toasts: readonly Toast[] = [];
let counter = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
const dismiss = (id: number): void => set(toasts.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, "id">, forMs: number | null): void {
  counter += 1;
  const id = counter;
  set([...toasts.slice(-3), { ...toast, id }]);
  if (forMs) setTimeout(() => dismiss(id), forMs);
}

export const toast = {
  done: (text: string, undo?: () => void) => show({ tone: "done", text, undo }, undo ? 10_000 : 4_000),
  trouble: (error: unknown) => show({ tone: "trouble", text: sentenceOf(error) }, 12_000),
  /** Something is mine to do now: stays until touched. */
  mine: (text: string) => show({ tone: "mine", text }, null),
};

const glyph = { done: "ok", trouble: "fault", mine: "bell" } as const;

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <output className="toasts" aria-live="polite">
      {shown.map((each) => (
        <div key={each.id} className={`toast toast-${each.tone}`}>
          <Icon name={glyph[each.tone]} size={18} />
          <span className="grow">{each.text}</span>
          {each.undo && (
            <button
              type="button"
              className="link"
              onClick={() => {
                each.undo?.();
                dismiss(each.id);
              }}
            >
              {t("undo")}
            </button>
          )}
          <IconButton icon="x" size={14} label={t("close")} onClick={() => dismiss(each.id)} />
        </div>
      ))}
    </output>
  );
}
