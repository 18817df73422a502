/** Whom it drew: unit by unit in the order drawn, or by inspector; and what of the draw is public. */
import { useState } from "react";
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button, Segments } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Risk } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { ArrangeDays, DrawMap } from "./draw-map.tsx";
import { type Draw, gradeOf, loadsOf, type Pick } from "./model.ts";
import { t } from "./words.ts";

/** As many as stand in the panel beside the publication, ten at least. */
const PAGE = Math.max(10, Math.floor((window.innerHeight - 400) / 37));
type Props = { readonly draw: Draw; readonly picks: readonly Pick[] };

export function DrawResult({ draw, picks }: Props) {
  const [by, setBy] = useState<"list" | "inspector" | "map">("list");
  const [page, setPage] = useState(0);
  const shown = picks.slice(page * PAGE, (page + 1) * PAGE);
  const loads = loadsOf(picks);
  const [most, least] = [loads[0]?.units.length ?? 0, loads.at(-1)?.units.length ?? 0];
  if (picks.length === 0)
    return (
      <Panel className="draw-result" title={t("result")}>
        <StateBlock kind="empty" title={t("nothingYet")}>
          {t("nothingYet2")}
        </StateBlock>
        <Publication draw={draw} />
      </Panel>
    );
  const foot = (
    <span className="row row-wide grow small t2">
      <span>{t("page", { from: page * PAGE + 1, to: Math.min(picks.length, (page + 1) * PAGE), all: number(picks.length) })}</span>
      <span>{t("load", { min: least, max: most })}</span>
      {draw.tasks.all > 0 && (
        <Go className="link" href={`/inspection/task?where=${encodeURIComponent(JSON.stringify({ originId: draw.id }))}`}>
          {t("tasks", { done: draw.tasks.done, all: draw.tasks.all })}
        </Go>
      )}
      <span className="grow" />
      <ArrangeDays draw={draw} />
      {by === "list" && picks.length > PAGE && (
        <span className="row">
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t("previous")}
          </Button>
          <Button size="small" disabled={(page + 1) * PAGE >= picks.length} onClick={() => setPage(page + 1)}>
            {t("next")}
          </Button>
        </span>
      )}
    </span>
  );
  const views = (
    <Segments
      solid
      label={t("result")}
      value={by}
      onChange={setBy}
      items={[
        { key: "list", label: t("list") },
        { key: "inspector", label: t("byInspector") },
        { key: "map", label: t("map") },
      ]}
    />
  );
  return (
    <Panel
      className="draw-result"
      flush
      scroll
      title={t("result")}
      aside={t("resultAside", { n: number(picks.length), per: draw.perObject })}
      end={views}
      foot={foot}
    >
      {draw.organs.length > 1 && <Organs draw={draw} />}
      {by === "list" ? <Units picks={shown} /> : by === "map" ? <DrawMap draw={draw} /> : <Loads loads={loads} />}
      <Publication draw={draw} />
    </Panel>
  );
}

const Organs = ({ draw }: { readonly draw: Draw }) => (
  <p className="draw-organs row row-wide">
    {draw.organs.map(({ name, items }) => (
      <span key={name} className="t2">
        {name}
        {items > 0 && (
          <>
            {" "}
            <b className="num">{number(items)}</b> <small>{t("items")}</small>
          </>
        )}
      </span>
    ))}
    <span className="grow" />
    {draw.savedVisits > 0 && <span className="small ink-met">{t("saved", { n: number(draw.savedVisits) })}</span>}
  </p>
);

function Units({ picks }: { readonly picks: readonly Pick[] }) {
  return (
    <table className="draw-table">
      <thead>
        <tr>
          {[t("order"), t("unit"), t("risk"), t("lead"), t("second"), t("plan"), ""].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picks.map((pick) => (
          <tr key={pick.id}>
            <td className="num t2">{pick.ord}</td>
            <td>
              <Go className="link" href={`/places/unit/${pick.unit}`}>
                {pick.unitName}
              </Go>
            </td>
            <td>
              <Risk grade={gradeOf[pick.risk]} />
            </td>
            <td>{pick.leadName}</td>
            <td>
              {pick.secondName}
              {pick.others && <span className="small t2"> {pick.others}</span>}
            </td>
            <td className="num nowrap">{pick.planOn ? day(pick.planOn) : ""}</td>
            <td className="small nowrap">
              {(pick.avoided ?? 0) > 0 && <span className="ink-primary">{t("avoided", { n: pick.avoided ?? 0 })}</span>}
              {pick.samePairAgain && <span className="ink-soon"> {t("samePair")}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Loads = ({ loads }: { readonly loads: ReturnType<typeof loadsOf> }) => (
  <table className="draw-table">
    <tbody>
      {loads.map(({ name, units }) => (
        <tr key={name}>
          <td className="nowrap">{name}</td>
          <td className="num nowrap">{t("visits", { n: units.length })}</td>
          <td className="small t2">{units.map(({ unitName }) => unitName).join("、")}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What of it anybody may read by now, under /public/draws. */
function Publication({ draw }: { readonly draw: Draw }) {
  const steps = [
    { key: t("pubPlan"), at: draw.openedAt, later: "" },
    { key: t("pubCommit"), at: draw.committedAt, later: t("waiting") },
    { key: t("pubList"), at: draw.publishedAt, later: t("afterChecks") },
    { key: t("pubResult"), at: draw.publishedAt, later: t("afterChecks") },
  ];
  return (
    <section className="draw-public">
      <h3>{t("publication")}</h3>
      <ul>
        {steps.map(({ key, at, later }) => (
          <li key={key} className={cx(at !== null && "is-done")}>
            <span className="draw-mark is-small" aria-hidden="true">
              {at !== null && <Icon name="check" size={16} />}
            </span>
            {key} <span className="small t2">{at === null ? later : day(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
