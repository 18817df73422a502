import { type ReactNode, useId, useRef, useState } from "react";
import { cx } from "../lib/class.ts";
import "./popover.css";

export type PopoverProps = {
  /** What is pressed; its label for readers when it has no text. */
  readonly button: ReactNode;
  readonly label?: string;
  readonly buttonClass?: string;
  readonly align?: "start" | "end";
  readonly width?: number;
  /** Drawn only while open. `close` closes it. */
  readonly children: (close: () => void) => ReactNode;
};

/** A small sheet in the top layer under its button; closes on Esc or a press elsewhere. */
export function Popover({ button, label, buttonClass, align = "start", width, children }: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const place = () => {
    if (!anchor.current || !sheet.current) return;
    const rect = anchor.current.getBoundingClientRect();
    const { style } = sheet.current;
    const { offsetWidth, offsetHeight } = sheet.current;
    const below = rect.bottom + 6 + offsetHeight <= innerHeight || rect.top < offsetHeight;
    const left = align === "start" ? rect.left : rect.right - offsetWidth;
    style.top = `${below ? rect.bottom + 6 : rect.top - 6 - offsetHeight}px`;
    style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  };
  const setSheet = (element: HTMLDivElement | null) => {
    sheet.current = element;
    if (element && open) requestAnimationFrame(place);
  };
  return (
    <>
      <button ref={anchor} type="button" className={buttonClass} aria-label={label} title={label} aria-expanded={open} popoverTarget={id}>
        {button}
      </button>
      <div
        id={id}
        ref={setSheet}
        popover="auto"
        className="popover"
        style={width ? { width } : undefined}
        onToggle={(event) => {
          const opened = event.newState === "open";
          setOpen(opened);
          if (opened) requestAnimationFrame(place);
        }}
      >
        {open && children(() => sheet.current?.hidePopover())}
      </div>
    </>
  );
}

export function MenuButton({
  chosen,
  children,
  onClick,
}: {
  readonly chosen?: boolean;
  readonly children: ReactNode;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={cx("menu-button", chosen && "menu-chosen")} aria-pressed={chosen} onClick={onClick}>
      {children}
    </button>
  );
}
