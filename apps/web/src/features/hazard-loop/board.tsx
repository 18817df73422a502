/** 清零看板: each area below one's own until it reaches zero; every figure opens its rows. PT-1.3 */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { subtreeEnd } from "../../lib/areas.ts";
import { number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { useMe } from "../../lib/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Figure, StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { t } from "./words.ts";
import "./board.css";

const PATH = "hazard-loop/hazard";
const COLUMNS = ["open", "major", "fresh", "soon", "overdue", "aged", "cleared"] as const;

export default function Board() {
  const go = useGo();
  const { user } = useMe();
  const given = Number(new URLSearchParams(useSearchText()).get("area")) || null;
  const area = given ?? user.area;
  const board = useQuery({
    queryKey: ["hazard-board", area],
    queryFn: () => api.get("/hazard-loop/board", { area }),
    refetchInterval: 60_000,
  });
  if (board.error) return <Trouble error={board.error} what={t("board")} onRetry={() => void board.refetch()} />;
  if (!board.data) return <Loading rows={12} />;
  const { lines, monthStart } = board.data;
  const total = (key: (typeof COLUMNS)[number]) => lines.reduce((sum, line) => sum + line[key], 0);
  /** The rows behind a figure. */
  const rows = (key: (typeof COLUMNS)[number], of: number): string => {
    const place = inArea(of);
    const from = { from: `${monthStart}T00:00:00+08:00` };
    const conditions = {
      open: { open: true },
      major: { open: true, grade: "major" },
      fresh: { openedAt: from },
      soon: { open: true, dueAt: { from: "now", before: "today+8d" } },
      overdue: { open: true, dueAt: { before: "now" } },
      aged: { open: true, openedAt: { before: "now-43200m" } },
      cleared: { state: "closed", closedAt: from },
    };
    return listHref(PATH, { ...place, ...conditions[key] });
  };
  return (
    <>
      <PageHead
        up={
          given === null || given === user.area ? undefined : (
            <>
              <Go href="/hazard-loop/board">{user.areaName}</Go>
              <Icon name="right" size={14} />
            </>
          )
        }
        title={t("board")}
        aside={t("thisMonth", { area: given === null ? user.areaName : "" })}
      />
      <Panel className="board-figures">
        {COLUMNS.map((key) => (
          <Figure key={key} label={t(key)} value={total(key)} href={rows(key, area)} />
        ))}
      </Panel>
      <Panel flush scroll className="grow">
        {lines.length === 0 ? (
          <StateBlock kind="empty" title={t("boardEmpty")} />
        ) : (
          <table className="board-table">
            <thead>
              <tr>
                <th>{t("area")}</th>
                {COLUMNS.map((key) => (
                  <th key={key} className="board-number">
                    {t(key)}
                  </th>
                ))}
                <th>{t("state")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.area}>
                  <td>
                    {line.area !== area && subtreeEnd(line.area) > line.area ? (
                      <button type="button" className="link" onClick={() => go(`/hazard-loop/board?area=${line.area}`)}>
                        {line.name}
                      </button>
                    ) : (
                      line.name
                    )}
                  </td>
                  {COLUMNS.map((key) => (
                    <td key={key} className={`board-number num${key === "overdue" && line[key] > 0 ? " ink-overdue" : ""}`}>
                      {line[key] === 0 ? <span className="t3">0</span> : <Go href={rows(key, line.area)}>{number(line[key])}</Go>}
                    </td>
                  ))}
                  <td>{line.open === 0 ? <StateDot meaning="met">{t("zero")}</StateDot> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
