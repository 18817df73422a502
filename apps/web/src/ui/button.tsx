import type { ButtonHTMLAttributes, ReactNode } from "react";
import { cx } from "../lib/class.ts";
import { Icon } from "./icon.tsx";
import "./button.css";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> & {
  readonly kind?: "primary" | "plain" | "text" | "fire";
  readonly size?: "small" | "normal" | "large";
  readonly icon?: string | undefined;
  readonly busy?: boolean;
  /** Why it cannot be pressed now: shown on hover and read aloud. A button is never off without it. */
  readonly reason?: string | undefined;
  readonly children?: ReactNode;
};

/** A verb of two to four characters. One primary per panel; `fire` only for 真实火警 and 119. */
export function Button({
  kind = "plain",
  size = "normal",
  icon,
  busy,
  reason,
  className,
  children,
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  const off = Boolean(disabled || reason || busy);
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      title={reason ?? rest.title}
      className={cx("btn", `btn-${kind}`, `btn-${size}`, off && "btn-off", className)}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} size={size === "small" ? 14 : 16} solid={kind === "primary" || kind === "fire"} />}
      {children}
    </button>
  );
}

/** Only where the glyph is universal (close, up, down) and space is short; the label is always read. */
export function IconButton({
  icon,
  label,
  size = 18,
  ...rest
}: Omit<ButtonProps, "kind" | "icon" | "size"> & { icon: string; label: string; size?: number }) {
  const { busy: _busy, reason, children: _children, className, ...own } = rest;
  return (
    <button type="button" {...own} aria-label={label} title={reason ?? label} className={cx("icon-btn", className)}>
      <Icon name={icon} size={size} />
    </button>
  );
}

export type SegmentItem<K extends string> = {
  readonly key: K;
  readonly label: ReactNode;
  readonly count?: number | undefined;
  readonly hint?: string;
};

/** Two to four answers to one question, side by side. `solid` marks the chosen one in primary. */
export function Segments<K extends string>({
  items,
  value,
  onChange,
  label,
  solid = false,
}: {
  readonly items: readonly SegmentItem<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  readonly label: string;
  readonly solid?: boolean;
}) {
  return (
    <div className={cx("segments", solid && "segments-solid")} role="radiogroup" aria-label={label}>
      {items.map((item) => (
        // biome-ignore lint/a11y/useSemanticElements: a segment is a button that behaves as a radio
        <button
          key={item.key}
          type="button"
          role="radio"
          aria-checked={item.key === value}
          title={item.hint}
          onClick={() => onChange(item.key)}
        >
          {item.label}
          {item.count !== undefined && ` ${item.count}`}
        </button>
      ))}
    </div>
  );
}
