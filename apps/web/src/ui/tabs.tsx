import type { KeyboardEvent, ReactNode } from "react";
import { cx } from "../lib/class.ts";
import "./tabs.css";

export type TabItem<K extends string> = { readonly key: K; readonly label: ReactNode; readonly count?: number | string | undefined };

/** Underlined tabs with counts; arrow keys move. At most six, the rest go to `end`. */
export function Tabs<K extends string>({
  items,
  value,
  onChange,
  label,
  end,
}: {
  readonly items: readonly TabItem<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  readonly label: string;
  readonly end?: ReactNode;
}) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const index = items.findIndex((item) => item.key === value);
    const next = items[(index + step + items.length) % items.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.key);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[items.indexOf(next)]?.focus();
  };
  return (
    <div className="tabs">
      <div className="tabs-list" role="tablist" aria-label={label} onKeyDown={move}>
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            aria-selected={item.key === value}
            tabIndex={item.key === value ? 0 : -1}
            className={cx("tab", item.key === value && "tab-active")}
            onClick={() => onChange(item.key)}
          >
            {item.label}
            {item.count !== undefined && <span className="tab-count num">{item.count}</span>}
          </button>
        ))}
      </div>
      {end !== undefined && <div className="tabs-end">{end}</div>}
    </div>
  );
}
