/** One town: who is on duty, posts without a second, the month's patrols, what its registers lack, how far its loop is closed. PT-1.1, PT-1.6, PT-2.2.2.3 */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, month as monthWord, number } from "../../lib/format.ts";
import { Go, useGo, usePath, useSearchText } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { useChoiceWords } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Figure, StateDot, Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { gradeOf, type Town, townQuery } from "./model.ts";
import { t } from "./words.ts";
import "./grassroots.css";

/** This month and the five before. */
function months(): readonly string[] {
  const [year = 0, now = 1] = new Date(serverNow() + 8 * 3_600_000).toISOString().split("-").map(Number);
  return Array.from({ length: 6 }, (_, i) => {
    const at = new Date(Date.UTC(year, now - 1 - i, 1));
    return at.toISOString().slice(0, 7);
  });
}

export default function TownPage() {
  const go = useGo();
  const area = Number(usePath().split("/")[3]);
  const month = new URLSearchParams(useSearchText()).get("month");
  const { data, error, refetch } = useQuery(townQuery(area, month));
  useEffect(() => {
    if (data) document.title = data.name;
  }, [data]);
  if (error) return <Trouble error={error} what={t("town")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("town")} rows={12} />;
  return (
    <div className="grass">
      <PageHead
        up={
          <>
            <Go href="/grassroots/towns">{t("towns")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={data.name}
        aside={data.county}
      >
        <Select
          aria-label={t("month")}
          value={data.month}
          options={[...new Set([data.month, ...months()])].map((key) => ({ value: key, label: `${key.slice(0, 4)}-${key.slice(5)}` }))}
          onChange={(event) => go(`/grassroots/towns/${area}?month=${event.target.value}`, { replace: true })}
        />
      </PageHead>
      <Top town={data} />
      <div className="town-columns">
        <div className="town-column">
          <Posts town={data} />
          <Roles town={data} />
        </div>
        <div className="town-column">
          <Patrols town={data} />
        </div>
        <div className="town-column">
          <Registers town={data} />
          <Loop town={data} />
          <Sides town={data} />
        </div>
      </div>
    </div>
  );
}

function Top({ town: { station, posts, villages, units, area, registers } }: { readonly town: Town }) {
  const paired = posts.filter((post) => post.paired).length;
  const stale = registers.reduce((sum, { stale: each }) => sum + each, 0);
  const isSet = station?.status === "set";
  return (
    <div className="town-top">
      <Figure
        label={t("staff")}
        value={isSet ? `${station.staffPresent ?? 0}/${station.staffStandard ?? 0}` : t("unset")}
        meaning={station?.staffMet ? undefined : "overdue"}
        note={station ? t("category", { c: station.category }) : undefined}
        href={listHref("grassroots/station", inArea(area))}
      />
      <Figure
        label={t("pairs")}
        value={`${paired}/${posts.length}`}
        meaning={paired < posts.length ? "soon" : undefined}
        href={listHref("grassroots/station-post", inArea(area))}
      />
      <Figure
        label={t("patrolCar")}
        value={t(station?.patrolCar ? "has" : "hasNot")}
        meaning={station?.patrolCar ? undefined : "overdue"}
        note={station?.phone ?? undefined}
      />
      <Figure
        label={t("villages")}
        value={`${villages.set}/${villages.all}`}
        note={t("signed", { n: villages.signed, all: villages.households })}
        href={listHref("grassroots/village-body", { ...inArea(area), status: { not: "set" } })}
      />
      <Figure
        label={t("named")}
        value={units.all === 0 ? null : `${Math.floor((units.named / units.all) * 100)}%`}
        note={`${units.named}/${units.all}`}
      />
      <Figure
        label={t("stale")}
        value={stale}
        meaning={stale > 0 ? "soon" : undefined}
        note={t("registers")}
        href={`/grassroots/registers?area=${area}`}
      />
    </div>
  );
}

function Posts({ town: { station, posts } }: { readonly town: Town }) {
  const wordOf = useChoiceWords("grassroots/station-post", "post");
  return (
    <Panel
      title={t("posts")}
      aside={station?.head ? `${t("stationHead")} ${station.head}` : undefined}
      end={station && <Go href={`/grassroots/station/${station.id}`}>{t("station")}</Go>}
      flush
    >
      <table className="grass-table">
        <thead>
          <tr>
            <th>{t("post")}</th>
            <th>{t("a")}</th>
            <th>{t("b")}</th>
            <th>{t("now")}</th>
          </tr>
        </thead>
        <tbody>
          {posts.map((post) => {
            const there = post.standing === "a" ? post.holderA : post.standing === "b" ? post.holderB : null;
            return (
              <tr key={post.id}>
                <td>{wordOf(post.post)}</td>
                <td>{post.holderA ?? <span className="ink-overdue">{t("vacant")}</span>}</td>
                <td>{post.holderB ?? <span className="ink-overdue">{t("vacant")}</span>}</td>
                <td>{there ? <StateDot meaning="ok">{there}</StateDot> : <StateDot meaning="offline">{t("nobody")}</StateDot>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

function Roles({ town: { office, villages, forces } }: { readonly town: Town }) {
  const who = (label: string, name: string | null | undefined, more?: string | null) => (
    <span key={label}>
      <span className="small t2">{label}</span>
      {name ? <b>{name}</b> : <b className="ink-overdue">{t("vacant")}</b>}
      {more && <span className="caption ink-soon">{more}</span>}
    </span>
  );
  return (
    <Panel title={t("roles")} end={office && <Go href={`/grassroots/office/${office.id}`}>{t("office")}</Go>}>
      <div className="town-roles">
        {who(t("party"), office?.partyLead)}
        {who(t("government"), office?.governmentLead)}
        {who(t("self"), office?.selfLead)}
        {who(t("society"), office?.socialLead)}
        {who(t("director"), office?.director, office?.directorFits === false ? t("wrongDirector") : null)}
        {who(t("officer"), office?.officer)}
      </div>
      <p className="small t2" style={{ marginTop: 10 }}>
        {[
          t("villagesSet", { n: villages.set, all: villages.all }),
          t("villagesLed", { n: villages.led }),
          t("pledges", { n: villages.pledges, all: villages.all }),
          `${t("wardens")} ${forces.wardens}`,
          `${t("teams")} ${forces.teams}`,
          `${t("micro")} ${forces.microStations}`,
        ].join(" · ")}
      </p>
    </Panel>
  );
}

function Patrols({ town: { members, area, month } }: { readonly town: Town }) {
  const may = useMay();
  return (
    <Panel
      title={t("monthPatrols", { m: monthWord(month) })}
      aside={members.reduce((sum, { patrols }) => sum + patrols, 0)}
      end={
        <Go href={listHref("grassroots/patrol", { ...inArea(area), patrolledOn: { from: `${month}-01`, to: `${month}-31` } })}>
          {t("patrolsMonth")}
        </Go>
      }
      flush
      scroll
    >
      {members.length === 0 ? (
        <StateBlock
          kind="empty"
          title={t("noMembers")}
          actions={may("grassroots.grid-member.write") && <Go href="/grassroots/grid-member/new">{t("addMember")}</Go>}
        />
      ) : (
        <table className="grass-table">
          <thead>
            <tr>
              <th>{t("members")}</th>
              <th className="amount">{t("objects")}</th>
              <th>{t("done")}</th>
              <th className="amount">{t("problems")}</th>
              <th className="amount">{t("score")}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => {
              const share = member.planned ? Math.min(1, member.patrols / member.planned) : 0;
              return (
                <tr key={member.id}>
                  <td>
                    <Go href={`/grassroots/grid-member/${member.id}`}>{member.name}</Go>{" "}
                    <span className="caption t3">{member.areaName}</span>
                  </td>
                  <td className="amount num">{member.objects ?? "—"}</td>
                  <td className="nowrap">
                    <span className="town-bar" role="img" aria-label={`${member.patrols}/${member.planned ?? 0}`}>
                      <i className={cx(share >= 1 && "is-full")} style={{ width: `${share * 100}%` }} />
                    </span>{" "}
                    <span className="num small">
                      {member.patrols}/{member.planned ?? 0}
                    </span>
                  </td>
                  <td className="amount num">{member.problems}</td>
                  <td className="amount num">{member.lastScore ?? "—"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Registers({ town: { registers, area } }: { readonly town: Town }) {
  const poor = registers
    .filter((cell) => cell.completeness !== null)
    .toSorted((a, b) => (a.completeness ?? 0) - (b.completeness ?? 0))
    .slice(0, 8);
  return (
    <Panel title={t("gaps")} end={<Go href={`/grassroots/registers?area=${area}`}>{t("registers")}</Go>} flush>
      <div className="town-lines">
        {poor.map((cell) => {
          const grade = gradeOf(cell.completeness);
          const stale = cell.freshness === "stale" || cell.freshness === "never";
          return (
            <Go key={cell.register} href={`/grassroots/registers?area=${area}${cell.id ? `&open=${cell.id}` : ""}`}>
              <span className="grow">{cell.label}</span>
              <span className={cx("small", stale ? "ink-overdue" : "t3")}>
                {cell.daysSince === null ? t("never") : t("days", { n: cell.daysSince })}
              </span>
              <span className={cx("num", grade === "overdue" && "ink-overdue", grade === "soon" && "ink-soon")}>
                {number(cell.completeness ?? 0, 1)}%
              </span>
            </Go>
          );
        })}
      </div>
    </Panel>
  );
}

function Loop({ town: { events, hazards, area } }: { readonly town: Town }) {
  return (
    <Panel title={t("loop")} flush>
      <div className="town-lines">
        <Go href={listHref("grassroots/event", { ...inArea(area), open: true })}>
          <span className="grow">{t("events")}</span>
          <span className="small t2">{events.medianHours === null ? "" : t("median", { n: events.medianHours })}</span>
          <span className="num">{t("openN", { n: events.open })}</span>
          {events.overdue > 0 && <span className="num ink-overdue">{t("overdueN", { n: events.overdue })}</span>}
          <span className="num t2">{t("closedN", { n: events.closed })}</span>
        </Go>
        <Go href={listHref("hazard-loop/hazard", { ...inArea(area), open: true })}>
          <span className="grow">{t("hazards")}</span>
          <span className="num">{t("openN", { n: hazards.open })}</span>
          {hazards.overdue > 0 && <span className="num ink-overdue">{t("overdueN", { n: hazards.overdue })}</span>}
          <span className="num t2">{t("closedN", { n: hazards.closed })}</span>
        </Go>
      </div>
    </Panel>
  );
}

const sideWords = { street: "sideStreet", department: "sideDepartment", self: "sideSelf", public: "sidePublic" } as const;

function Sides({ town: { sides, area, month } }: { readonly town: Town }) {
  return (
    <Panel
      title={t("sides")}
      aside={day(`${month}-01`, serverNow()).replace(/\d+日$/, "")}
      end={
        <Go href={listHref("grassroots/activity", inArea(area))}>{t("times", { n: sides.reduce((sum, { times }) => sum + times, 0) })}</Go>
      }
    >
      {sides.length === 0 ? (
        <p className="small t2">{t("noWork")}</p>
      ) : (
        <p className="row" style={{ flexWrap: "wrap", gap: 8 }}>
          {sides.map(({ side, times }) => (
            <Tag key={side}>
              {t(sideWords[side as keyof typeof sideWords] ?? "sideStreet")} {times}
            </Tag>
          ))}
        </p>
      )}
    </Panel>
  );
}
