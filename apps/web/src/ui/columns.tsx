/** Which columns a person sees, in what order and how wide; kept per person and ledger. */
import { messages } from "../lib/i18n.ts";
import { usePreference } from "../lib/preference.ts";
import { IconButton } from "./button.tsx";
import { Checkbox } from "./field.tsx";
import { Icon } from "./icon.tsx";
import { Popover } from "./popover.tsx";
import "./columns.css";

const t = messages(
  { columns: "列", up: "上移 {c}", down: "下移 {c}", reset: "恢复默认" },
  { columns: "Columns", up: "Move {c} up", down: "Move {c} down", reset: "Reset" },
);

type Kept = { readonly shown: readonly string[] | null; readonly widths: Readonly<Record<string, number>> };

/** What a person kept, whatever is stored; what cannot be read is left out. Pure. */
export function columnsKept(stored: unknown): Kept {
  const { shown, widths }: { shown?: unknown; widths?: unknown } = typeof stored === "object" && stored !== null ? stored : {};
  const keys = Array.isArray(shown) ? shown.filter((key) => typeof key === "string") : null;
  const pairs = typeof widths === "object" && widths !== null ? Object.entries(widths) : [];
  return { shown: keys, widths: Object.fromEntries(pairs.filter(([, width]) => typeof width === "number" && width > 0)) };
}

/** The chosen keys in order with their widths; a chosen column that no longer exists is forgotten. */
export function useColumns(name: string, all: readonly string[], defaults: readonly string[]) {
  const [stored, keep] = usePreference(`columns.${name}`);
  const { shown: chosen, widths } = columnsKept(stored);
  const shown = (chosen ?? defaults).filter((key) => all.includes(key));
  return {
    shown,
    widths,
    /** `null`: order and widths as declared. */
    set: (next: readonly string[] | null) => keep(next && { shown: next, widths }),
    resize: (key: string, width: number) => keep({ shown: chosen, widths: { ...widths, [key]: Math.round(width) } }),
  };
}

export function ColumnChooser({
  all,
  shown,
  onChange,
}: {
  readonly all: readonly { readonly key: string; readonly label: string }[];
  readonly shown: readonly string[];
  readonly onChange: (shown: readonly string[] | null) => void;
}) {
  const ordered = [
    ...shown.flatMap((key) => all.find((column) => column.key === key) ?? []),
    ...all.filter((column) => !shown.includes(column.key)),
  ];
  const move = (key: string, by: number) => {
    const next = [...shown];
    const from = next.indexOf(key);
    const to = from + by;
    if (to < 0 || to >= next.length) return;
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <Popover align="end" width={250} label={t("columns")} buttonClass="icon-btn" button={<Icon name="gear" size={16} />}>
      {() => (
        <div className="column-chooser">
          {ordered.map((column) => {
            const on = shown.includes(column.key);
            return (
              <div key={column.key} className="row">
                <span className="grow">
                  <Checkbox
                    label={column.label}
                    checked={on}
                    onChange={() => onChange(on ? shown.filter((key) => key !== column.key) : [...shown, column.key])}
                  />
                </span>
                {on && <IconButton icon="up" size={14} label={t("up", { c: column.label })} onClick={() => move(column.key, -1)} />}
                {on && <IconButton icon="down" size={14} label={t("down", { c: column.label })} onClick={() => move(column.key, 1)} />}
              </div>
            );
          })}
          <button type="button" className="link small" onClick={() => onChange(null)}>
            {t("reset")}
          </button>
        </div>
      )}
    </Popover>
  );
}
