/** One standing from the figure to the person who owes it: the clause's words, twelve months, the rows that spoil it, what was done. */
import { useState } from "react";
import { address as apiAddress } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayTime, inTurn, listed, month, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Chart } from "../../ui/chart.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { StandingActions } from "./actions.tsx";
import { clauseHref } from "./address.ts";
import { Words } from "./clause-words.tsx";
import type { Standing } from "./model.ts";
import { PanelFrame } from "./panel-frame.tsx";
import { RowsBehind } from "./rows-behind.tsx";
import { meaningOf, statusWords, targetWords, valueText, wordOf } from "./status.ts";
import { t } from "./words.ts";

export function StandingPanel({
  standing,
  dimmed,
  onClose,
}: {
  readonly standing: Standing;
  readonly dimmed: boolean;
  readonly onClose: () => void;
}) {
  const { status, days, clause, pack, title, area } = standing;
  return (
    <PanelFrame
      dimmed={dimmed}
      onClose={onClose}
      marks={
        <span className="row small">
          <StatusTag standing={standing} />
          <Go className="num link" href={clauseHref(clause, pack)}>
            {clause}
          </Go>
          {standing.frozen && (
            <span className="row t2">
              <Icon name="lock" size={13} />
              {t("frozen")}
            </span>
          )}
          <span className="sr-only">{statusWords(status, days)}</span>
        </span>
      }
      title={title}
      aside={area.name}
      foot={<StandingActions standing={standing} />}
    >
      <Figure standing={standing} />
      <Words clause={standing} />
      <Course standing={standing} />
      <RowsBehind standing={standing} />
      <HandEvidence standing={standing} />
      <Dealings standing={standing} />
    </PanelFrame>
  );
}

const StatusTag = ({ standing: { status, days } }: { readonly standing: Standing }) => (
  <span className={cx("policy-tag", `policy-tag-${status}`)} aria-hidden="true">
    {statusWords(status, days)}
  </span>
);

function Figure({ standing }: { readonly standing: Standing }) {
  const { value, decimals, unit, status, num, den, missing, dueOn, evidence, targetShown, forecast, binding, text, title } = standing;
  const now = serverNow();
  // What must be kept is due from the first day of its month on.
  const isKept = dueOn === standing.from;
  const latest = standing.evidences.find(({ corrected }) => !corrected);
  const isShare = unit === "%" && num !== null && den !== null && den > 0;
  return (
    <section className="policy-section policy-figure-block">
      <span className={cx("policy-big", `ink-${meaningOf(status)}`)}>
        {value === null ? <span className="policy-big-word">{wordOf(status)}</span> : valueText(value, decimals)}
        {value !== null && unit && <small>{unit}</small>}
      </span>
      <div className="small">
        <p>
          {targetShown && `${t("target")} ${targetWords(targetShown)}，`}
          {isKept ? t("keeps") : t("before", { on: day(dueOn, now) })}
        </p>
        {isShare && (
          <p className="t2 num">
            {inTurn([
              t("numOverDen", { num: number(num), den: number(den) }),
              ...(missing !== null && missing > 0 ? [t("missing", { n: number(missing), unit: "" })] : []),
            ])}
          </p>
        )}
        {!isShare && missing !== null && missing > 0 && <p className="t2">{t("missing", { n: number(missing), unit: ` ${unit}` })}</p>}
        <p className="t2 row">
          {evidence === "hand" ? (
            <>
              <Icon name="pen" size={13} />
              {t("byHand")}
              {latest && inTurn(["", `${latest.by} ${day(latest.on, now)}`])}
            </>
          ) : evidence === "computed" ? (
            <>
              <Icon name="check" size={13} />
              {t("byPlatform")}
              <span className="truncate">{binding.label}</span>
            </>
          ) : (
            t("noEvidence")
          )}
        </p>
      </div>
      {text !== title && <p className="small policy-wide">{text}</p>}
      {forecast && <p className="small ink-soon policy-wide">{t("forecast", { on: day(forecast.redOn, now) })}</p>}
    </section>
  );
}

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;

function Course({ standing: { trend, area, whole, unit, decimals, targetShown, title } }: { readonly standing: Standing }) {
  const hasFigures = trend.filter(({ value }) => value !== null).length > 1;
  const target = targetShown?.value ?? null;
  return (
    <section className="policy-section">
      <h3 className="policy-section-head">
        {t("last12")}
        {hasFigures && target !== null && <span className="t3 caption">{t("dashed")}</span>}
      </h3>
      {hasFigures ? (
        <Chart
          title={`${area.name} ${title}`}
          kind="line"
          height={168}
          cut
          unit={unit}
          categories={trend.map((each) => month(each.month))}
          series={[
            { name: area.name, values: trend.map(({ value }) => rounded(value, Math.max(1, decimals))) },
            ...(whole && trend.some((each) => each.whole !== null)
              ? [{ name: whole.name, values: trend.map((each) => rounded(each.whole, Math.max(1, decimals))), role: "previous" as const }]
              : []),
            ...(target === null ? [] : [{ name: t("target"), values: trend.map(() => target), role: "target" as const }]),
          ]}
        />
      ) : (
        <p className="small t3">{t("noTrend")}</p>
      )}
    </section>
  );
}

function HandEvidence({ standing: { evidences, unit, decimals } }: { readonly standing: Standing }) {
  const now = serverNow();
  if (evidences.length === 0) return null;
  return (
    <section className="policy-section">
      <h3 className="policy-section-head">{t("evidences")}</h3>
      <ul className="policy-evidences">
        {evidences.map((each) => (
          <li key={each.id} className={cx("small", each.corrected && "t3")}>
            <span className="row">
              <Icon name="pen" size={13} />
              {each.value !== null && (
                <b className="num">
                  {valueText(each.value, decimals)} {unit}
                </b>
              )}
              <span className="grow truncate">{each.note}</span>
              {each.corrected && <Tag>{t("corrected")}</Tag>}
            </span>
            <span className="caption t2">
              {listed([each.by, ...(each.organ ? [each.organ] : [])])} <span className="num">{day(each.on, now)}</span>
              {each.files.map((file) => (
                <a key={file.id} className="link" href={apiAddress(`files/${file.id}`)} target="_blank" rel="noreferrer">
                  {" "}
                  {file.name}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const FEW = 3;
const kinds = {
  turned: "turnedKind",
  urged: "urgedKind",
  received: "received",
  answered: "answered",
  evidence: "evidenceKind",
  "waive-applied": "waiveApplied",
  waived: "waivedKind",
  "waive-refused": "waiveRefused",
  reported: "reported",
  interview: "interviewKind",
} as const;

function Dealings({ standing: { dealings, decimals, unit } }: { readonly standing: Standing }) {
  const [all, setAll] = useState(false);
  const now = serverNow();
  return (
    <section className="policy-section">
      <h3 className="policy-section-head">
        {t("dealings")}
        {dealings.length > FEW && (
          <button type="button" className="link caption" onClick={() => setAll(!all)}>
            {all ? t("fewDealings") : t("allDealings", { n: dealings.length })}
          </button>
        )}
      </h3>
      {dealings.length === 0 && <p className="small t3">{t("noDealings")}</p>}
      <ol className="policy-dealings">
        {dealings.slice(0, all ? undefined : FEW).map((each) => (
          <li key={`${each.at} ${each.kind} ${each.id ?? ""}`} className="small">
            <time className="num t2" dateTime={each.at} title={dayTime(each.at, now)}>
              {day(each.at, now)}
            </time>
            <span>{t(kinds[each.kind])}</span>
            <span className="t2">
              {each.kind === "turned" && each.status
                ? `${t("turned", { status: wordOf(each.status) })}${each.value === null ? "" : t("turnedValue", { value: `${valueText(each.value, decimals)} ${unit}` })}`
                : inTurn([
                    ...(each.organ || each.by ? [[each.organ, each.by].filter(Boolean).join(" ")] : [t("system")]),
                    ...(each.text ? [each.text] : []),
                  ])}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
