/** What waits to be listed: ranked by figures in a stated order; chosen rows are proposed together. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { hazardsQuery, laggardsQuery, townsQuery, unitsQuery } from "./model.ts";
import { Propose, type Proposed } from "./propose.tsx";
import { t } from "./words.ts";

const HAZARD = "hazard-loop/hazard";
const figure = (n: number | null, href?: string, bad = false): ReactNode =>
  n === null ? (
    <span className="t3">—</span>
  ) : n === 0 ? (
    <span className="t3">0</span>
  ) : href ? (
    <Go className={bad ? "ink-overdue" : undefined} href={href}>
      {n}
    </Go>
  ) : (
    n
  );

/** Rows one may choose, and what is done with those chosen. */
function Chosen({
  items,
  note,
  year,
  children,
}: {
  readonly items: readonly Proposed[];
  readonly note: string;
  readonly year: number;
  readonly children: ReactNode;
}) {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {children}
      <p className="listing-foot small t2">
        <span className="grow">{note}</span>
        {may("supervision-listing.propose") && (
          <Button kind="primary" reason={items.length > 0 ? undefined : t("choose")} onClick={() => setAsking(true)}>
            {items.length > 0 ? t("proposeN", { n: items.length }) : t("propose")}
          </Button>
        )}
      </p>
      {asking && <Propose items={items} year={year} onClose={() => setAsking(false)} />}
    </>
  );
}

/** `choose` in the address: chosen from the start, by whoever came from that row's own page. */
function useChosen() {
  const asked = new URLSearchParams(useSearchText()).get("choose");
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(asked ? [asked] : []));
  const may = useMay()("supervision-listing.propose");
  const box = (id: string, name: string, off = false): ReactNode => (
    <td className="listing-check">
      {may && !off && (
        <input
          type="checkbox"
          aria-label={`${t("choose")} ${name}`}
          checked={ids.has(id)}
          onChange={() => setIds(new Set(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]))}
        />
      )}
    </td>
  );
  return { ids, box };
}

export function HazardCandidates({ year }: { readonly year: number }) {
  const { data, error, refetch } = useQuery(hazardsQuery);
  const { ids, box } = useChosen();
  if (error) return <Trouble error={error} what={t("byHazard")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0)
    return (
      <StateBlock kind="empty" title={t("none")}>
        {t("noneHint")}
      </StateBlock>
    );
  const items = data.rows
    .filter(({ id }) => ids.has(id))
    .map((row) => ({ target: "hazard" as const, hazard: row.id, name: row.unitName ?? row.number, area: row.area }));
  return (
    <Chosen items={items} year={year} note={t("unlisted")}>
      <table className="listing-table">
        <thead>
          <tr>
            <th className="listing-check" />
            <th>{t("hazard")}</th>
            <th>{t("unit")}</th>
            <th>{t("area")}</th>
            <th className="amount">
              {t("late")} {t("days")}
            </th>
            <th className="amount">{t("before")}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              {box(row.id, row.number)}
              <th scope="row">
                <Go href={`/${HAZARD}/${row.id}`}>{row.number}</Go> <span className="t2">{row.what}</span>
              </th>
              <td>{row.unitName ?? "—"}</td>
              <td>{row.areaName ?? "—"}</td>
              <td className="amount">
                {row.overdueDays > 0 ? <span className="ink-overdue">{row.overdueDays}</span> : <span className="t3">0</span>}
              </td>
              <td className="amount">{figure(row.timesBefore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chosen>
  );
}

export function UnitCandidates({ year }: { readonly year: number }) {
  const go = useGo();
  const may = useMay();
  const { data, error, refetch } = useQuery(unitsQuery("listing"));
  const { ids, box } = useChosen();
  if (error) return <Trouble error={error} what={t("byUnit")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.rows.length === 0) return <StateBlock kind="empty" title={t("noUnits")} />;
  const basis = (row: (typeof data.rows)[number]) =>
    `重大 ${row.major} 处，逾期 ${row.overdue} 处，反复 ${row.repeated} 次，未销号 ${row.open} 处`;
  const items = data.rows
    .filter(({ id }) => ids.has(id))
    .map((row) => ({ target: "unit" as const, unit: row.id, name: row.name, area: row.area, basis: basis(row) }));
  const of = (row: (typeof data.rows)[number], more: object) => listHref(HAZARD, { unit: row.id, open: true, ...more });
  return (
    <Chosen items={items} year={year} note={t("ordered")}>
      <table className="listing-table">
        <thead>
          <tr>
            <th className="listing-check" />
            <th>{t("unit")}</th>
            <th>{t("area")}</th>
            <th className="amount">{t("major")}</th>
            <th className="amount">{t("late")}</th>
            <th className="amount">
              {t("longest")} {t("days")}
            </th>
            <th className="amount">{t("repeated")}</th>
            <th className="amount">{t("all")}</th>
            <th>{t("rule")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              {box(row.id, row.name)}
              <th scope="row">
                <Go href={`/places/unit/${row.id}`}>{row.name}</Go>
              </th>
              <td>{row.areaName ?? "—"}</td>
              <td className="amount">{figure(row.major, of(row, { grade: "major" }))}</td>
              <td className="amount">{figure(row.overdue, of(row, { dueAt: { before: "now" } }), true)}</td>
              <td className="amount">{figure(row.longestDays)}</td>
              <td className="amount">{figure(row.repeated)}</td>
              <td className="amount">{figure(row.open, of(row, {}))}</td>
              <td>
                {row.grounds.map((ground) => (
                  <Tag key={ground}>{t(ground === "overdue" ? "ruleOverdue" : "ruleRepeated")}</Tag>
                ))}
              </td>
              <td className="listing-act">
                {row.exposed ? (
                  <span className="t3 small">{t("exposedNow")}</span>
                ) : (
                  row.grounds.length > 0 &&
                  may("supervision-listing.expose") && (
                    <Button size="small" kind="text" onClick={() => go(`/supervision-listing/exposure/new?unit=${row.id}`)}>
                      {t("expose")}
                    </Button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chosen>
  );
}

export function TownCandidates({ year }: { readonly year: number }) {
  const go = useGo();
  const may = useMay();
  const [view, setView] = useState<"all" | "interviews">("all");
  const { data, error, refetch } = useQuery(townsQuery(year, view));
  const { ids, box } = useChosen();
  if (error) return <Trouble error={error} what={t("byTown")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const basis = (row: (typeof data.rows)[number]) => `${year} 年火灾 ${row.fires ?? 0} 起，亡 ${row.deaths ?? 0} 人`;
  const items = data.rows
    .filter(({ area }) => ids.has(String(area)))
    .map((row) => ({ target: "town" as const, area: row.area, name: row.name, basis: basis(row) }));
  const note =
    view === "interviews" ? "" : data.withoutFigures > 0 ? t("withoutFigures", { n: data.withoutFigures, year }) : t("orderedTowns");
  return (
    <Chosen items={items} year={year} note={note}>
      <label className="row small listing-view">
        <input type="checkbox" checked={view === "interviews"} onChange={() => setView(view === "all" ? "interviews" : "all")} />
        {t("interviewView")}
      </label>
      <table className="listing-table">
        <thead>
          <tr>
            <th className="listing-check" />
            <th>{t("town")}</th>
            <th className="amount">{t("deaths")}</th>
            <th className="amount">{t("fires")}</th>
            <th className="amount">{t("firesBefore")}</th>
            <th className="amount">{t("fatal")}</th>
            <th>{t("source")}</th>
            <th className="amount">{t("timesListed")}</th>
            <th>{t("nextInterview")}</th>
            <th className="listing-act">
              {may("supervision-listing.town-fires.write") && (
                <Button size="small" kind="text" onClick={() => go("/supervision-listing/town-fires/new")}>
                  {t("enterFires")}
                </Button>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.area}>
              {box(String(row.area), row.name, row.listed)}
              <th scope="row">{row.name}</th>
              <td className="amount">{figure(row.deaths)}</td>
              <td className="amount">{figure(row.fires, listHref("supervision-listing/town-fires", { area: row.area }))}</td>
              <td className="amount">{figure(row.firesBefore)}</td>
              <td className="amount">{figure(row.fatalFires)}</td>
              <td className="t2 truncate">{row.source ?? "—"}</td>
              <td className="amount">
                {figure(row.timesListed, listHref("supervision-listing/listing", { targetKey: `town:${row.area}` }))}
              </td>
              <td>
                {row.nextInterviewOn ? (
                  <span className={row.interviewOverdue ? "ink-overdue" : undefined}>
                    {day(row.nextInterviewOn, serverNow())} {row.interviewOverdue && t("interviewLate")}
                  </span>
                ) : (
                  <span className="t3">—</span>
                )}
              </td>
              <td className="listing-act">
                {row.nextInterviewOn && may("supervision-listing.interview") ? (
                  <Button
                    size="small"
                    kind="text"
                    onClick={() =>
                      go(
                        `/supervision-listing/interview/new?${new URLSearchParams({ area: String(row.area), who: row.name, why: basis(row) }).toString()}`,
                      )
                    }
                  >
                    {t("startInterview")}
                  </Button>
                ) : (
                  row.listed && <Tag>{t("listed")}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Chosen>
  );
}

export function Laggards() {
  const go = useGo();
  const may = useMay();
  const { data, error, refetch } = useQuery(laggardsQuery);
  if (error) return <Trouble error={error} what={t("laggards")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      {data.rows.length === 0 && <StateBlock kind="empty" title={t("noLaggards")} />}
      {data.rows.length > 0 && (
        <table className="listing-table">
          <thead>
            <tr>
              <th>{t("town")}</th>
              <th className="amount">{t("percent")}</th>
              <th className="amount">{t("late")}</th>
              <th className="amount">{t("all")}</th>
              <th className="amount">{t("listingsOverdue")}</th>
              <th>{t("interviewed")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.area}>
                <th scope="row">{row.name}</th>
                <td className="amount">
                  {row.overduePercent}% {row.few && <span className="t3 caption">{t("few")}</span>}
                </td>
                <td className="amount">
                  {figure(row.overdue, listHref(HAZARD, { open: true, dueAt: { before: "now" }, ...inArea(row.area) }), true)}
                </td>
                <td className="amount">{figure(row.open, listHref(HAZARD, { open: true, ...inArea(row.area) }))}</td>
                <td className="amount">{figure(row.listingsOverdue)}</td>
                <td>{row.interviewedOn ? day(row.interviewedOn, serverNow()) : <span className="t3">—</span>}</td>
                <td className="listing-act">
                  {may("supervision-listing.interview") && (
                    <Button
                      size="small"
                      kind="text"
                      onClick={() =>
                        go(
                          `/supervision-listing/interview/new?${new URLSearchParams({ area: String(row.area), who: row.name, why: `逾期隐患 ${row.overdue} 处，占 ${row.overduePercent}%` }).toString()}`,
                        )
                      }
                    >
                      {t("startInterview")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="listing-foot small t2">{t("ruleSays", { least: data.least, percent: data.percent })}</p>
    </>
  );
}
