/** Detail beside the list from 1366, over it below, a whole page on phones. Esc and Back close it first. */
import { type ReactNode, useEffect } from "react";
import { cx } from "../lib/class.ts";
import { messages } from "../lib/i18n.ts";
import { useDrawerBeside, useNarrow } from "../lib/viewport.ts";
import { IconButton } from "./button.tsx";
import "./drawer.css";

const t = messages(
  { close: "关闭", previous: "上一条", next: "下一条", back: "返回" },
  { close: "Close", previous: "Previous", next: "Next", back: "Back" },
);

export type DrawerProps = {
  readonly title: ReactNode;
  /** Live state in the head, beside the title. */
  readonly marks?: ReactNode;
  readonly sub?: ReactNode;
  readonly tabs?: ReactNode;
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  /** Step through the rows of the list; left out where there is no list. */
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly children: ReactNode;
};

export function Drawer({ title, marks, sub, tabs, foot, onClose, onPrevious, onNext, children }: DrawerProps) {
  const beside = useDrawerBeside();
  const narrow = useNarrow();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], [popover]:popover-open")) onClose();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <aside
      className={cx("drawer", beside ? "drawer-beside" : narrow ? "drawer-page" : "drawer-over")}
      aria-label={typeof title === "string" ? title : undefined}
    >
      <header className="drawer-head">
        {narrow && <IconButton icon="left" label={t("back")} onClick={onClose} />}
        <div className="grow">
          <div className="row">
            <h2 className="truncate">{title}</h2>
            {marks}
          </div>
          {sub !== undefined && <div className="drawer-sub">{sub}</div>}
        </div>
        {!narrow && (
          <div className="drawer-steps">
            {onPrevious && <IconButton icon="up" label={t("previous")} onClick={onPrevious} />}
            {onNext && <IconButton icon="down" label={t("next")} onClick={onNext} />}
            <IconButton icon="x" label={t("close")} onClick={onClose} />
          </div>
        )}
      </header>
      {tabs}
      <div className="drawer-body">{children}</div>
      {foot !== undefined && <footer className="drawer-foot">{foot}</footer>}
    </aside>
  );
}
