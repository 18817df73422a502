/**
 * A plain table for many rows: fixed head and first column, fixed row height, windowed over 100 rows, worked by the keyboard
 * (↑↓ rows, Enter opens, Space checks). Cells are text and spans; on a phone each row is a card of its first columns.
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { usePreferences } from "../app/theme/preferences.ts";
import { cx } from "../lib/class.ts";
import { bracketed } from "../lib/format.ts";
import { messages } from "../lib/i18n.ts";
import { useNarrow } from "../lib/viewport.ts";
import { Icon } from "./icon.tsx";
import { sliceOf } from "./window.ts";
import "./ledger-table.css";

const t = messages(
  { all: "全选本页", row: "选 {title}", up: "升序", down: "降序", width: "{label} 列宽" },
  { all: "Select page", row: "Select {title}", up: "ascending", down: "descending", width: "Width of {label}" },
);
export const rowHeights = { dense: 33, normal: 40, relaxed: 48 } as const;

export type TableColumn<R> = {
  readonly key: string;
  readonly label: string;
  readonly unit?: string | undefined;
  readonly align?: "start" | "end";
  /** CSS width; names in the middle columns are truncated, figures and deadlines never. */
  readonly width?: string | undefined;
  readonly truncate?: boolean;
  readonly sortable?: boolean;
  readonly cell: (row: R) => ReactNode;
  /** The same without its link, where the whole row is already one: a card on a phone. */
  readonly text?: (row: R) => ReactNode;
};

export type Selection = { readonly chosen: ReadonlySet<string>; readonly onChange: (chosen: ReadonlySet<string>) => void };

export type LedgerTableProps<R> = {
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly rowId: (row: R) => string;
  readonly rowTitle: (row: R) => string;
  readonly openId?: string | undefined;
  readonly onOpen: (row: R) => void;
  /** Address of the row's own page, for Ctrl-click. */
  readonly hrefOf?: ((row: R) => string) | undefined;
  readonly selection?: Selection | undefined;
  /** `risk` or `-risk`. */
  readonly sort?: string | undefined;
  readonly onSort?: ((sort: string) => void) | undefined;
  /** A column was made wider or narrower. */
  readonly onResize?: ((key: string, width: number) => void) | undefined;
  /** Old rows stay, dimmed, while new ones come. */
  readonly dimmed?: boolean;
};

const toggle = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
};

export function LedgerTable<R>(props: LedgerTableProps<R>) {
  const narrow = useNarrow();
  return narrow ? <RowCards {...props} /> : <RowTable {...props} />;
}

function RowTable<R>(props: LedgerTableProps<R>) {
  const { columns, rows, rowId, openId, onOpen, hrefOf, selection, dimmed } = props;
  const height = rowHeights[usePreferences().density];
  const box = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const [active, setActive] = useState(-1);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const slice = sliceOf(rows.length, height, view.top, view.height);

  const focusRow = (index: number) => {
    const element = box.current;
    if (!element || index < 0 || index >= rows.length) return;
    setActive(index);
    const top = index * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height * 2 > element.scrollTop + element.clientHeight) element.scrollTop = top + height * 2 - element.clientHeight;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const from = active >= 0 ? active : rows.findIndex((row) => rowId(row) === openId);
    const row = rows[from];
    if (event.key === "ArrowDown") focusRow(from + 1);
    else if (event.key === "ArrowUp") focusRow(Math.max(0, from - 1));
    else if (event.key === "Enter" && row) onOpen(row);
    else if (event.key === " " && row && selection) selection.onChange(toggle(selection.chosen, rowId(row)));
    else return;
    event.preventDefault();
  };
  const open = (event: MouseEvent, row: R, index: number) => {
    if (event.target instanceof HTMLElement && event.target.closest("input, button, a[target]")) return;
    const href = hrefOf?.(row);
    if ((event.ctrlKey || event.metaKey) && href) return void window.open(href, "_blank");
    if (event.target instanceof HTMLElement && event.target.closest("a")) event.preventDefault();
    setActive(index);
    onOpen(row);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside are worked by arrow keys as one stop
    <section
      ref={box}
      className={cx("table-box", dimmed && "table-dimmed")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the one stop
      tabIndex={0}
      onKeyDown={onKey}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <table className="table" aria-rowcount={rows.length}>
        <TableHead {...props} />
        <tbody>
          {slice.before > 0 && <tr style={{ height: slice.before }} />}
          {rows.slice(slice.first, slice.last).map((row, offset) => {
            const index = slice.first + offset;
            const id = rowId(row);
            const chosen = selection?.chosen.has(id) ?? false;
            return (
              <tr
                key={id}
                style={{ height }}
                aria-selected={chosen || undefined}
                className={cx(id === openId && "row-open", chosen && "row-chosen", index === active && "row-active")}
                onClick={(event) => open(event, row, index)}
              >
                {selection && (
                  <td className="table-check">
                    <input
                      type="checkbox"
                      aria-label={t("row", { title: props.rowTitle(row) })}
                      checked={chosen}
                      tabIndex={-1}
                      onChange={() => selection.onChange(toggle(selection.chosen, id))}
                    />
                  </td>
                )}
                {columns.map((column, at) => (
                  <td key={column.key} className={cellClass(column, at)} style={widthOf(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {slice.after > 0 && <tr style={{ height: slice.after }} />}
        </tbody>
      </table>
    </section>
  );
}

const widthOf = <R,>({ width }: TableColumn<R>) => (width ? { width, minWidth: width, maxWidth: width } : undefined);

const cellClass = <R,>(column: TableColumn<R>, at: number): string =>
  cx(column.align === "end" && "cell-end", at === 0 && "cell-first", (column.truncate || column.width) && "cell-truncate");

function TableHead<R>({ columns, rows, rowId, selection, sort, onSort, onResize }: LedgerTableProps<R>) {
  const chosenHere = selection ? rows.filter((row) => selection.chosen.has(rowId(row))).length : 0;
  const toggleAll = () => {
    if (!selection) return;
    const next = new Set(selection.chosen);
    for (const row of rows) {
      if (chosenHere === rows.length) next.delete(rowId(row));
      else next.add(rowId(row));
    }
    selection.onChange(next);
  };
  return (
    <thead>
      <tr>
        {selection && (
          <th className="table-check" scope="col">
            <input
              type="checkbox"
              aria-label={t("all")}
              checked={rows.length > 0 && chosenHere === rows.length}
              ref={(element) => {
                if (element) element.indeterminate = chosenHere > 0 && chosenHere < rows.length;
              }}
              onChange={toggleAll}
            />
          </th>
        )}
        {columns.map((column, at) => {
          const direction = sort === column.key ? "up" : sort === `-${column.key}` ? "down" : null;
          const label = (
            <>
              {column.label}
              {column.unit && <span className="t3">{bracketed(column.unit)}</span>}
            </>
          );
          return (
            <th
              key={column.key}
              scope="col"
              style={widthOf(column)}
              className={cellClass({ ...column, truncate: false }, at)}
              aria-sort={direction ? (direction === "up" ? "ascending" : "descending") : undefined}
            >
              {column.sortable && onSort ? (
                <button type="button" className="table-sort" onClick={() => onSort(direction === "down" ? column.key : `-${column.key}`)}>
                  {label}
                  {direction && (
                    <span className="table-arrow" title={t(direction)}>
                      {direction === "up" ? "▲" : "▼"}
                    </span>
                  )}
                </button>
              ) : (
                label
              )}
              {onResize && <WidthGrip label={column.label} onWidth={(width) => onResize(column.key, width)} />}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const NARROWEST = 48;
const WIDEST = 900;
const STEP = 16;
const within = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, width));

/** The edge of a column's head: drawn by the pointer, moved by ← →. */
function WidthGrip({ label, onWidth }: { readonly label: string; readonly onWidth: (width: number) => void }) {
  const now = (grip: HTMLElement): number => grip.parentElement?.getBoundingClientRect().width ?? NARROWEST;
  /** At once, so that the next key of a held arrow starts from here. */
  const show = ({ parentElement }: HTMLElement, width: number): void => {
    if (parentElement) Object.assign(parentElement.style, { width: `${width}px`, minWidth: `${width}px`, maxWidth: `${width}px` });
  };
  const draw = (event: PointerEvent<HTMLButtonElement>) => {
    const grip = event.currentTarget;
    const [from, width] = [event.clientX, now(grip)];
    let wanted = width;
    const move = (moved: globalThis.PointerEvent) => {
      wanted = within(width + moved.clientX - from);
      show(grip, wanted);
    };
    const end = () => {
      grip.removeEventListener("pointermove", move);
      grip.removeEventListener("pointerup", end);
      grip.removeEventListener("pointercancel", end);
      if (wanted !== width) onWidth(wanted);
    };
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener("pointermove", move);
    grip.addEventListener("pointerup", end);
    grip.addEventListener("pointercancel", end);
    event.preventDefault();
  };
  return (
    <button
      type="button"
      className="table-grip"
      aria-label={t("width", { label })}
      onPointerDown={draw}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.stopPropagation();
        const wanted = within(now(event.currentTarget) + (event.key === "ArrowRight" ? STEP : -STEP));
        show(event.currentTarget, wanted);
        onWidth(wanted);
      }}
    />
  );
}

/** The phone's form of the same rows: the first column as title, the next four below it. */
function RowCards<R>({ columns, rows, rowId, onOpen, dimmed }: LedgerTableProps<R>) {
  const [title, ...rest] = columns;
  return (
    <ul className={cx("row-cards", dimmed && "table-dimmed")}>
      {rows.map((row) => (
        <li key={rowId(row)}>
          <button type="button" onClick={() => onOpen(row)}>
            <b>{title && (title.text ?? title.cell)(row)}</b>
            <span className="row-card-facts">
              {rest.slice(0, 4).map((column) => (
                <span key={column.key}>
                  <small>{column.label}</small> {column.cell(row)}
                </span>
              ))}
            </span>
            <Icon name="right" size={16} />
          </button>
        </li>
      ))}
    </ul>
  );
}
