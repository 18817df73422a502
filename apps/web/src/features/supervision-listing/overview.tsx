/** 挂牌督办总览: the year's obligations of each government, what waits to be listed, and the three tools in figures. Every figure opens its rows. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { listHref, type Where } from "../../lib/list-href.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { HazardCandidates, Laggards, TownCandidates, UnitCandidates } from "./candidates.tsx";
import { Governments } from "./governments.tsx";
import { Limits } from "./limits.tsx";
import { LISTING, type Overview, overviewQuery } from "./model.ts";
import { Propose, type Proposed } from "./propose.tsx";
import { t } from "./words.ts";
import "./listing.css";

const tabs = ["governments", "hazards", "units", "towns", "laggards", "settings"] as const;
type Tab = (typeof tabs)[number];

export default function ListingOverview() {
  const go = useGo();
  const may = useMay();
  const given = new URLSearchParams(useSearchText());
  const today = dayKey(serverNow());
  const thisYear = Number(today.slice(0, 4));
  const year = Number(given.get("year")) || thisYear;
  const tab = tabs.find((each) => each === given.get("tab")) ?? "governments";
  const [towns, setTowns] = useState(false);
  const { data, error, refetch } = useQuery(overviewQuery(year, towns));
  useEffect(() => {
    document.title = t("title");
  }, []);
  const proposed = proposedIn(given);
  const open = (next: { readonly year?: number; readonly tab?: Tab }) =>
    go(`/supervision-listing/overview?${new URLSearchParams({ year: String(next.year ?? year), tab: next.tab ?? tab }).toString()}`, {
      replace: true,
    });
  if (error) return <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("title")} />;
  return (
    <div className="listing">
      <PageHead title={t("title")}>
        <Select
          aria-label={t("year")}
          value={String(year)}
          options={[0, 1, 2, 3].map((ago) => ({ value: String(thisYear - ago), label: String(thisYear - ago) }))}
          onChange={(event) => open({ year: Number(event.target.value) })}
        />
        <Button onClick={() => go(`/${LISTING}?view=open`)}>{t("list")}</Button>
        <Button onClick={() => go(listHref("supervision-listing/batch", { year }))}>{t("batches")}</Button>
        <Button onClick={() => go("/supervision-listing/control-plan")}>{t("plans")}</Button>
        {may("hazard-loop.determine") && <Button onClick={() => go("/hazard-loop/determination/new")}>{t("determine")}</Button>}
        {may("supervision-listing.interview") && (
          <Button onClick={() => go("/supervision-listing/interview/new")}>{t("startInterview")}</Button>
        )}
      </PageHead>
      <Figures data={data} year={year} onUnlisted={() => open({ tab: "hazards" })} />
      <Panel flush className="listing-panel grow">
        <div className="listing-tabs">
          <Tabs
            label={t("title")}
            value={tab}
            onChange={(next) => open({ tab: next })}
            items={[
              { key: "governments", label: t("governments"), count: data.governments.filter(({ level }) => level !== "town").length },
              { key: "hazards", label: t("byHazard"), count: data.unlistedMajor },
              { key: "units", label: t("byUnit") },
              { key: "towns", label: t("byTown") },
              ...(may("supervision-listing.interview.read") ? [{ key: "laggards" as const, label: t("laggards") }] : []),
              { key: "settings", label: t("settings") },
            ]}
          />
        </div>
        <div className="listing-body">
          {tab === "governments" && <Governments data={data} year={year} towns={towns} onTowns={() => setTowns(!towns)} />}
          {tab === "hazards" && <HazardCandidates year={year} />}
          {tab === "units" && <UnitCandidates year={year} />}
          {tab === "towns" && <TownCandidates year={year} />}
          {tab === "laggards" && <Laggards />}
          {tab === "settings" && <Limits />}
        </div>
      </Panel>
      {proposed && <Propose items={[proposed]} year={year} why={given.get("why") ?? ""} onClose={() => open({})} />}
    </div>
  );
}

/** `?propose=area&area=…&who=…&why=…`: whoever came with a matter of another page puts it before a government at once. */
function proposedIn(given: URLSearchParams): Proposed | null {
  const area = Number(given.get("area"));
  if (given.get("propose") !== "area" || !Number.isSafeInteger(area) || area <= 0) return null;
  return { target: "area", area, name: given.get("who") ?? "" };
}

function Figures({ data, year, onUnlisted }: { readonly data: Overview; readonly year: number; readonly onUnlisted: () => void }) {
  const sum = (of: (each: Overview["governments"][number]) => number) =>
    data.governments.filter(({ level }) => level !== "town").reduce((all, each) => all + of(each), 0);
  const [open, overdue, delisted, onTime] = [
    sum((each) => each.open),
    sum((each) => each.overdue),
    sum((each) => each.delisted),
    sum((each) => each.onTime),
  ];
  const listing = (where: Where) => listHref(LISTING, { year, ...where });
  const within = { from: `${year}-01-01`, to: `${year}-12-31` };
  return (
    <div className="listing-figures">
      <button type="button" className="listing-figure" onClick={onUnlisted}>
        <FigureFace label={t("unlisted")} value={data.unlistedMajor} bad={data.unlistedMajor > 0} />
      </button>
      <Figure
        label={t("open")}
        value={open}
        note={t("listedNote", { n: data.tools.listings })}
        href={listing({ state: ["listed", "review", "delisting"] })}
      />
      <Figure
        label={t("overdue")}
        value={overdue}
        bad={overdue > 0}
        href={listing({ state: ["listed", "review"], dueOn: { before: "today" } })}
      />
      <Figure
        label={t("onTime")}
        value={delisted === 0 ? "—" : `${Math.round((onTime / delisted) * 100)}%`}
        note={t("onTimeNote", { n: delisted })}
        href={listing({ state: "delisted" })}
      />
      <Figure
        label={t("interviews")}
        value={data.tools.interviews}
        note={
          data.interviewsDue > 0
            ? t("interviewsDue", { n: data.interviewsDue })
            : t("interviewsNote", { people: data.tools.interviewed, improved: data.tools.improved })
        }
        href={listHref("supervision-listing/interview", { heldOn: within })}
      />
      <Figure
        label={t("exposures")}
        value={data.tools.exposures}
        note={t("exposuresNote", { n: data.tools.exposedNow })}
        href={listHref("supervision-listing/exposure", { publishedOn: within })}
      />
    </div>
  );
}

type FaceProps = { readonly label: string; readonly value: ReactNode; readonly note?: string; readonly bad?: boolean };
const FigureFace = ({ label, value, note, bad }: FaceProps) => (
  <>
    <span className="small t2">{label}</span>
    <b className={cx("listing-value", bad && "ink-overdue")}>{value}</b>
    <span className="caption t3">{note ?? " "}</span>
  </>
);
const Figure = ({ href, ...face }: FaceProps & { readonly href: string }) => (
  <Go className="listing-figure" href={href}>
    <FigureFace {...face} />
  </Go>
);
