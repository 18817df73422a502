/** 底数清册: area × register, how full each is and how long ago somebody vouched for it; a cell opens what is lacking and who owes it. PT-2.2.4.3 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment, useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { GapsDrawer } from "./gaps.tsx";
import { type Cell, gradeOf, KEY, type Line, type Matrix, matrixQuery } from "./model.ts";
import { t } from "./words.ts";
import "./grassroots.css";

export default function Registers() {
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const area = Number(given.get("area")) || null;
  const open = given.get("open");
  const { data, error, refetch } = useQuery(matrixQuery(area));
  useEffect(() => {
    document.title = t("registers");
  }, []);
  const show = (next: { readonly area?: number | null; readonly open?: string | null }, replace = false) => {
    const params = new URLSearchParams();
    const at = next.area === undefined ? area : next.area;
    if (at !== null) params.set("area", String(at));
    if (next.open) params.set("open", next.open);
    go(`/grassroots/registers?${params.toString()}`, { replace });
  };
  if (error) return <Trouble error={error} what={t("registers")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("registers")} rows={12} />;
  return (
    <div className="with-drawer">
      <Board
        data={data}
        open={open}
        onArea={(key) => show({ area: key, open: null })}
        onCell={(line, cell) => (cell.id && line.isTown ? show({ open: cell.id }, open !== null) : show({ area: line.area, open: null }))}
      />
      {open && <GapsDrawer id={open} onClose={() => show({ open: null }, true)} />}
    </div>
  );
}

type BoardProps = {
  readonly data: Matrix;
  readonly open: string | null;
  readonly onArea: (key: number) => void;
  readonly onCell: (line: Line, cell: Cell) => void;
};

function Board({ data, open, onArea, onCell }: BoardProps) {
  const narrow = useNarrow();
  return (
    <div className="grass">
      <PageHead
        title={t("registers")}
        aside={
          <span className="row">
            {data.path.map(({ key, name }, i) => (
              <Fragment key={key}>
                {i > 0 && <Icon name="right" size={12} />}
                {i < data.path.length - 1 ? (
                  <button type="button" className="link" onClick={() => onArea(key)}>
                    {name}
                  </button>
                ) : (
                  <span>{name}</span>
                )}
              </Fragment>
            ))}
          </span>
        }
      >
        {data.countedOn && <span className="small t3">{t("countedOn", { on: day(data.countedOn, serverNow()) })}</span>}
        <Recount area={data.area} />
      </PageHead>
      <Panel className="grass-panel" flush foot={<Legend />}>
        {data.lines.length === 0 ? (
          <StateBlock kind="empty" title={t("none")} />
        ) : narrow || data.lines.length === 1 ? (
          <Lines data={data} open={open} onCell={onCell} />
        ) : (
          <Grid data={data} open={open} onArea={onArea} onCell={onCell} />
        )}
      </Panel>
    </div>
  );
}

function Recount({ area }: { readonly area: number }) {
  const client = useQueryClient();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  if (!may("grassroots.confirm")) return null;
  const run = async () => {
    setBusy(true);
    try {
      const { changed } = await api.post("/grassroots/registers/recount", { area });
      toast.done(t("recounted", { n: changed }));
      await client.invalidateQueries({ queryKey: [KEY] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon="sync" busy={busy} onClick={() => void run()}>
      {t("recount")}
    </Button>
  );
}

const percent = (value: number | null): string => (value === null ? "—" : number(value, value === 100 ? 0 : 1));

function CellFace({ cell }: { readonly cell: Cell }) {
  const stale = cell.towns === 1 ? cell.freshness === "stale" || cell.freshness === "never" : cell.stale > 0;
  const words =
    cell.towns > 1
      ? cell.stale > 0
        ? t("staleN", { n: cell.stale })
        : t("days", { n: cell.daysSince ?? 0 })
      : cell.daysSince === null
        ? t("never")
        : t("days", { n: cell.daysSince });
  return (
    <>
      <b>{percent(cell.completeness)}</b>
      <small className={cx(stale && "reg-stale")}>{words}</small>
    </>
  );
}

function Grid({ data, open, onArea, onCell }: BoardProps) {
  return (
    <table className="grass-table reg-table">
      <thead>
        <tr>
          <th>{t("town")}</th>
          <th>{t("all")}</th>
          {data.registers.map(({ key, label }) => (
            <th key={key}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.lines.map((line) => (
          <tr key={line.area}>
            <th scope="row">
              {line.isTown ? (
                <Go href={`/grassroots/towns/${line.area}`}>{line.name}</Go>
              ) : (
                <button type="button" className="link" onClick={() => onArea(line.area)}>
                  {line.name}
                </button>
              )}
            </th>
            <td>
              <span className="num">{percent(line.completeness)}</span>
            </td>
            {data.registers.map(({ key, label }) => {
              const cell = line.cells.find(({ register }) => register === key);
              const grade = gradeOf(cell?.completeness ?? null);
              return (
                <td key={key}>
                  {cell && (
                    <button
                      type="button"
                      className={cx("reg-cell", grade && `reg-${grade}`, cell.id !== null && cell.id === open && "reg-open")}
                      aria-label={`${line.name} ${label} ${percent(cell.completeness)}`}
                      onClick={() => onCell(line, cell)}
                    >
                      <CellFace cell={cell} />
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone: one line a place, its registers under it. */
function Lines({ data, open, onCell }: Omit<BoardProps, "onArea">) {
  return (
    <div className="reg-lines">
      {data.lines.map((line) => (
        <details key={line.area} open={data.lines.length === 1}>
          <summary>
            <b className="grow">{line.name}</b>
            {line.stale > 0 && <span className="small ink-overdue">{t("staleN", { n: line.stale })}</span>}
            <span className="num">{percent(line.completeness)}%</span>
          </summary>
          <div className="reg-grid">
            {data.registers.map(({ key, label }) => {
              const cell = line.cells.find(({ register }) => register === key);
              const grade = gradeOf(cell?.completeness ?? null);
              return cell ? (
                <button
                  type="button"
                  key={key}
                  className={cx("reg-cell", grade && `reg-${grade}`, cell.id !== null && cell.id === open && "reg-open")}
                  onClick={() => onCell(line, cell)}
                >
                  <span className="small">{label}</span>
                  <CellFace cell={cell} />
                </button>
              ) : null;
            })}
          </div>
        </details>
      ))}
    </div>
  );
}

const Legend = () => (
  <div className="reg-legend small t2">
    <span>
      <i className="reg-met" />
      {t("well")}
    </span>
    <span>
      <i className="reg-soon" />
      {t("fair")}
    </span>
    <span>
      <i className="reg-overdue" />
      {t("poor")}
    </span>
    <span className="ink-overdue">{t("stale")}</span>
    <span className="t3">{t("hint")}</span>
  </div>
);
