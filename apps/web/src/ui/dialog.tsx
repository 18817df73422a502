import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { messages } from "../lib/i18n.ts";
import { Button, IconButton } from "./button.tsx";
import "./dialog.css";

const t = messages({ close: "关闭", cancel: "取消" }, { close: "Close", cancel: "Cancel" });

export type DialogProps = {
  readonly title: ReactNode;
  readonly onClose?: (() => void) | undefined;
  readonly foot?: ReactNode;
  readonly width?: number;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: keeps the focus inside, closes with Esc. Never over another dialog. Without `onClose` it must be answered. */
export function Dialog({ title, onClose, foot, width = 440, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className="dialog"
      style={{ maxWidth: width }}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className="dialog-head">
        <h2>{title}</h2>
        {onClose && <IconButton icon="x" label={t("close")} onClick={onClose} />}
      </header>
      <div className="dialog-body">{children}</div>
      {foot !== undefined && <footer className="dialog-foot">{foot}</footer>}
    </dialog>
  );
}

type Question = {
  readonly title: string;
  /** What is lost or follows, with the object's name. */
  readonly text: ReactNode;
  readonly verb: string;
  readonly answer: (yes: boolean) => void;
};
let question: Question | null = null;
const listeners = new Set<() => void>();
function setQuestion(next: Question | null): void {
  question = next;
  for (const listener of listeners) listener();
}

/** Asks before something that cannot be undone. `verb` names the act; the other button is 取消. */
export const confirm = (asked: Omit<Question, "answer">): Promise<boolean> =>
  new Promise((resolve) =>
    setQuestion({
      ...asked,
      answer: (yes) => {
        setQuestion(null);
        resolve(yes);
      },
    }),
  );

export function Confirmations() {
  const asked = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question,
  );
  if (!asked) return null;
  return (
    <Dialog
      title={asked.title}
      onClose={() => asked.answer(false)}
      foot={
        <>
          <Button onClick={() => asked.answer(false)}>{t("cancel")}</Button>
          <Button kind="primary" onClick={() => asked.answer(true)}>
            {asked.verb}
          </Button>
        </>
      }
    >
      {asked.text}
    </Dialog>
  );
}
