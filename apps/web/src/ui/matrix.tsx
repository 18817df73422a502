/** Items × places in cells of meaning. Met cells recede, overdue ones are the only solid ones; arrows walk the cells, Enter opens one. */
import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { cx } from "../lib/class.ts";
import { Icon } from "./icon.tsx";
import { nextCell } from "./walk.ts";
import "./matrix.css";

/** `late`: some of what a cell sums up is overdue; solid is kept for the one that is. */
export type MatrixTone = "met" | "soon" | "overdue" | "late" | "blank" | "open" | "off" | "none";
export type MatrixCell = {
  readonly tone: MatrixTone;
  readonly text: string;
  /** What the cell says to whoever hears it. */
  readonly label: string;
  /** Entered by hand: carries the pen. */
  readonly byHand?: boolean;
};
export type MatrixColumn = { readonly key: string; readonly label: ReactNode; readonly title?: string };
export type MatrixLead<R> = {
  readonly key: string;
  readonly label: string;
  readonly className?: string;
  readonly cell: (row: R) => ReactNode;
};
export type MatrixGroup<R> = { readonly key: string; readonly label: string; readonly rows: readonly R[] };
export type MatrixPlace = { readonly row: string; readonly column: string };

export type MatrixProps<R> = {
  readonly label: string;
  readonly lead: readonly MatrixLead<R>[];
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly MatrixGroup<R>[];
  readonly rowKey: (row: R) => string;
  readonly cellOf: (row: R, column: string) => MatrixCell | undefined;
  readonly tail?: { readonly label: string; readonly cell: (row: R) => ReactNode };
  readonly chosen: MatrixPlace | null;
  readonly onOpen: (place: MatrixPlace) => void;
  readonly wideCells?: boolean;
};

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function Matrix<R>({ label, lead, columns, groups, rowKey, cellOf, tail, chosen, onOpen, wideCells = false }: MatrixProps<R>) {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<MatrixPlace | null>(null);
  const opens = useRef(onOpen);
  opens.current = onOpen;
  const open = useCallback((place: MatrixPlace) => opens.current(place), []);
  const rows = groups.flatMap(({ rows: inGroup }) => inGroup);
  const here = chosen ?? at;
  // One cell is reached by Tab; from there the arrows walk.
  const known = here && rows.some((row) => rowKey(row) === here.row && cellOf(row, here.column)) ? here : null;
  const tabStop = known ?? firstFilled();

  function firstFilled(): MatrixPlace | null {
    for (const row of rows) {
      const column = columns.find(({ key }) => cellOf(row, key));
      if (column) return { row: rowKey(row), column: column.key };
    }
    return null;
  }
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = steps[event.key];
    const { row, column } = event.target instanceof HTMLElement ? event.target.dataset : {};
    if (!step || !row || !column) return;
    event.preventDefault();
    const filled = rows.map((each) => columns.map(({ key }) => cellOf(each, key) !== undefined));
    const from = [rows.findIndex((each) => rowKey(each) === row), columns.findIndex(({ key }) => key === column)] as const;
    const [nextRow, nextColumn] = nextCell(filled, from, step);
    const [toRow, toColumn] = [rows[nextRow], columns[nextColumn]];
    if (!toRow || !toColumn) return;
    const to = { row: rowKey(toRow), column: toColumn.key };
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(to.row)}"][data-column="${CSS.escape(to.column)}"]`)?.focus();
    if (chosen) onOpen(to); // with the panel open, walking leafs through it
  };
  useEffect(() => {
    if (chosen) setAt(chosen);
  }, [chosen]);
  return (
    <table ref={table} className={cx("matrix", wideCells && "matrix-wide")} aria-label={label} onKeyDown={walk}>
      <thead>
        <tr>
          {lead.map(({ key, label: word, className }) => (
            <th key={key} scope="col" className={className}>
              {word}
            </th>
          ))}
          {columns.map(({ key, label: word, title }) => (
            <th key={key} scope="col" className={cx("matrix-column", chosen?.column === key && "matrix-column-chosen")} title={title}>
              {word}
            </th>
          ))}
          {tail && (
            <th scope="col" className="matrix-tail">
              {tail.label}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          {group.label !== "" && (
            <tr className="matrix-group">
              <th scope="rowgroup">{group.label}</th>
            </tr>
          )}
          {group.rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} className={cx(chosen?.row === key && "matrix-row-chosen")}>
                {lead.map((each, index) =>
                  index === 0 ? (
                    <th key={each.key} scope="row" className={each.className}>
                      {each.cell(row)}
                    </th>
                  ) : (
                    <td key={each.key} className={each.className}>
                      {each.cell(row)}
                    </td>
                  ),
                )}
                {columns.map((column) => {
                  const cell = cellOf(row, column.key);
                  return (
                    <td key={column.key} className="matrix-cell">
                      {cell ? (
                        <CellButton
                          {...cell}
                          row={key}
                          column={column.key}
                          chosen={chosen?.row === key && chosen.column === column.key}
                          reached={tabStop?.row === key && tabStop.column === column.key}
                          onOpen={open}
                        />
                      ) : (
                        <span className="matrix-nothing" />
                      )}
                    </td>
                  );
                })}
                {tail && <td className="matrix-tail">{tail.cell(row)}</td>}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

type CellButtonProps = MatrixCell & {
  readonly row: string;
  readonly column: string;
  readonly chosen: boolean;
  readonly reached: boolean;
  readonly onOpen: (place: MatrixPlace) => void;
};
const CellButton = memo(function CellButton({ tone, text, label, byHand, row, column, chosen, reached, onOpen }: CellButtonProps) {
  return (
    <button
      type="button"
      className={cx("matrix-button", `matrix-${tone}`, chosen && "matrix-chosen")}
      data-row={row}
      data-column={column}
      tabIndex={reached ? 0 : -1}
      aria-label={label}
      aria-pressed={chosen}
      title={label}
      onClick={() => onOpen({ row, column })}
    >
      <MatrixGlyph tone={tone} />
      {byHand && <Icon name="pen" size={11} />}
      <span>{text}</span>
    </button>
  );
});

/** ▲ 临期, ■ 逾期: the shape beside the colour. */
export const MatrixGlyph = ({ tone }: { readonly tone: MatrixTone }) =>
  tone === "soon" || tone === "overdue" || tone === "late" ? (
    <i className={`matrix-glyph matrix-glyph-${tone}`} aria-hidden="true" />
  ) : null;

export const MatrixLegend = ({ items }: { readonly items: readonly { readonly tone: MatrixTone; readonly label: string }[] }) => (
  <ul className="matrix-legend">
    {items.map(({ tone, label }) => (
      <li key={label}>
        <span className={`matrix-sample matrix-${tone}`}>
          <MatrixGlyph tone={tone} />
        </span>
        {label}
      </li>
    ))}
  </ul>
);
