/** 八大体系: how many of what each area owes are met, per subsystem; a cell opens its clauses. */
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useNarrow } from "../../lib/viewport.ts";
import { Matrix, type MatrixCell, type MatrixTone } from "../../ui/matrix.tsx";
import { type Address, writeAddress } from "./address.ts";
import { type PolicyBoard, type SubsystemCell, type SubsystemRow, subsystemsOf } from "./model.ts";
import { t } from "./words.ts";

const WHOLE = "whole";
const toneOf = ({ of, overdue, atRisk, met }: SubsystemCell): MatrixTone =>
  of === 0 ? "none" : overdue > 0 ? "late" : atRisk > 0 ? "soon" : met === of ? "met" : "open";

export function Subsystems({
  board,
  address,
  onOpen,
}: {
  readonly board: PolicyBoard;
  readonly address: Address;
  readonly onOpen: (href: string) => void;
}) {
  const narrow = useNarrow();
  const rows = subsystemsOf(board);
  const byName = new Map(rows.map((row) => [row.subsystem, row]));
  const hrefOf = (row: SubsystemRow, column?: string) => {
    const area =
      column === undefined || column === WHOLE ? address.area : (board.columns.find(({ key }) => key === column)?.area ?? address.area);
    return writeAddress({ ...address, view: "area", subsystem: row.subsystem || null, area, all: true, open: null });
  };
  const labels = new Map([[WHOLE, board.area.name], ...board.columns.map(({ key, label }) => [key, label] as const)]);
  const cellOf = (row: SubsystemRow, column: string): MatrixCell | undefined => {
    const cell = column === WHOLE ? row.whole : row.cells.get(column);
    if (!cell || cell.of === 0) return undefined;
    const { of, met, atRisk, overdue } = cell;
    return {
      tone: toneOf(cell),
      text: t("ofAll", { n: number(met), all: number(of) }),
      label: `${labels.get(column) ?? ""} ${row.subsystem || t("noSubsystem")}，${t("subsystemCell", { of, met, atRisk, overdue })}`,
    };
  };
  // No matrix in the hand: a line a subsystem, its clauses behind it.
  if (narrow)
    return (
      <ul className="policy-lines">
        {rows.map((row) => (
          <li key={row.subsystem}>
            <Go className="policy-line policy-subsystem-line" href={hrefOf(row)}>
              <span>{row.subsystem || t("noSubsystem")}</span>
              <SubsystemBar cell={row.whole} />
              <span className="num">{t("ofAll", { n: number(row.whole.met), all: number(row.whole.of) })}</span>
            </Go>
          </li>
        ))}
      </ul>
    );
  return (
    <Matrix
      label={t("bySubsystem")}
      lead={[
        {
          key: "subsystem",
          label: t("subsystem"),
          className: "policy-subsystem",
          cell: (row) => <Go href={hrefOf(row)}>{row.subsystem || t("noSubsystem")}</Go>,
        },
        {
          key: "bar",
          label: t("met"),
          className: "policy-subsystem-bar",
          cell: ({ whole }) => <SubsystemBar cell={whole} />,
        },
      ]}
      columns={[{ key: WHOLE, label: board.area.name }, ...board.columns.map(({ key, label }) => ({ key, label, title: label }))]}
      groups={[{ key: "all", label: "", rows }]}
      rowKey={({ subsystem }) => subsystem || "-"}
      cellOf={cellOf}
      chosen={null}
      onOpen={({ row, column }) => {
        const found = byName.get(row === "-" ? "" : row);
        if (found) onOpen(hrefOf(found, column));
      }}
    />
  );
}

const SubsystemBar = ({ cell: { of, met, atRisk, overdue } }: { readonly cell: SubsystemCell }) => (
  <span className="policy-bar" aria-hidden="true">
    {met > 0 && <i className="policy-part policy-part-met" style={{ flexGrow: met }} />}
    {atRisk > 0 && <i className="policy-part policy-part-at-risk" style={{ flexGrow: atRisk }} />}
    {overdue > 0 && <i className="policy-part policy-part-overdue" style={{ flexGrow: overdue }} />}
    {of - met - atRisk - overdue > 0 && <i className="policy-part policy-part-open" style={{ flexGrow: of - met - atRisk - overdue }} />}
  </span>
);
