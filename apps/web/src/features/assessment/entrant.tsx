/** One assessed government: its parts against the middle of its group, each indicator with method, value and points, and how one of them is scored. */
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ScoreCurve } from "./curve.tsx";
import { type Entrant, type Indicator, levelOf, points, shown } from "./model.ts";
import { t } from "./words.ts";

type Props = {
  readonly entrant: Entrant;
  readonly edition: number;
  readonly part: string;
  readonly indicator: string;
  readonly onPart: (name: string) => void;
  readonly onIndicator: (id: string) => void;
};

export function EntrantPanel({ entrant, edition, part, indicator, onPart, onIndicator }: Props) {
  const here = entrant.parts.find(({ name }) => name === part) ?? entrant.parts[0];
  const rows = entrant.indicators.filter(({ dimension }) => dimension === here?.name);
  const chosen = entrant.indicators.find(({ id }) => id === indicator) ?? worstOf(rows);
  const { place } = entrant;
  const placed = place && t(place.tied ? "placeTied" : "placeOf", { group: entrant.grouping, n: place.rank });
  return (
    <Panel
      className="assess-entrant"
      title={entrant.name}
      aside={`${entrant.total.toFixed(1)} ${t("pointsHead")}  ${placed ?? ""}`}
      end={
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
        <span className="assess-parts" role="group" aria-label={t("dimension")}>
          {entrant.parts.map(({ name }) => (
            <button key={name} type="button" aria-pressed={name === here?.name} onClick={() => onPart(name)}>
              {name}
            </button>
          ))}
        </span>
      }
      flush
      scroll
      foot={<span className="caption t2">{lostWords(entrant)}</span>}
    >
      {here && (
        <p className="assess-part-head">
          <span>
            {here.name} <b className="num assess-figure">{points(here.points)}</b> <span className="t2">/ {points(here.full)}</span>
          </span>
          {here.median !== null && <span className="small t2">{t("median", { n: points(here.median) })}</span>}
        </p>
      )}
      <table className="assess-table">
        <thead>
          <tr>
            <th>{t("no")}</th>
            <th>{t("indicator")}</th>
            <th>{t("way")}</th>
            <th className="amount">{t("value")}</th>
            <th className="assess-wide">{t("score")}</th>
            <th className="amount">{t("pointsHead")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <IndicatorRow key={row.id} row={row} isOn={row.id === chosen?.id} onSelect={() => onIndicator(row.id)} />
          ))}
        </tbody>
      </table>
      {entrant.effects.length > 0 && <Effects entrant={entrant} />}
      {chosen && <How indicator={chosen} edition={edition} />}
      {entrant.pledge && <Pledge pledge={entrant.pledge} />}
    </Panel>
  );
}

export const worstOf = (rows: readonly Indicator[]): Indicator | undefined =>
  rows.toSorted((a, b) => b.full - b.points - (a.full - a.points))[0];

function lostWords(entrant: Entrant): string {
  const lost = entrant.indicators.reduce((sum, { full, points: got, status }) => sum + (status === "not-applicable" ? 0 : full - got), 0);
  const worst = worstOf(entrant.indicators.filter(({ status }) => status !== "not-applicable"));
  const words = lost < 0.05 || !worst ? t("lostNone") : t("lost", { n: points(lost), what: worst.name });
  return entrant.spread > 0 ? `${words}；${t("spread", { n: number(entrant.spread, 1) })}` : words;
}

function IndicatorRow({ row, isOn, onSelect }: { readonly row: Indicator; readonly isOn: boolean; readonly onSelect: () => void }) {
  const level = levelOf(row.points, row.full);
  const value =
    row.status === "owed" ? (
      <span className="ink-overdue">{t("missing")}</span>
    ) : row.status === "not-applicable" ? (
      <span className="t3">{t("notApplicable")}</span>
    ) : (
      <>
        {shown(row.value, row.unit)} <span className="t2">{row.unit === "%" ? "%" : ""}</span>
      </>
    );
  return (
    <tr className={cx(isOn && "is-on")} onClick={onSelect}>
      <td className="num t2">{row.id}</td>
      <th scope="row">
        <button type="button" className="assess-pick" aria-pressed={isOn} onClick={onSelect}>
          {row.name}
        </button>
        {row.byHand && <Icon name="pen" size={13} label={t("hand")} />}
      </th>
      <td className="small t2">{t(row.curve.by)}</td>
      <td className="amount num">{value}</td>
      <td className="assess-wide">
        <span className="assess-meter" aria-hidden="true">
          <i className={`is-${level}`} style={{ width: `${row.full > 0 ? (row.points / row.full) * 100 : 0}%` }} />
        </span>
      </td>
      <td className="amount num">
        {row.status === "not-applicable" ? (
          <span className="t3">—</span>
        ) : (
          <>
            <b className={level === "overdue" ? "ink-overdue" : undefined}>{points(row.points)}</b>{" "}
            <span className="t2">/ {points(row.full)}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function Effects({ entrant }: { readonly entrant: Entrant }) {
  return (
    <ul className="assess-effects" aria-label={t("effects")}>
      {entrant.effects.map((effect) => {
        const isOn = effect.points !== 0 || effect.cap !== null || effect.grade !== null;
        const what = [
          effect.points !== 0 ? `${effect.points > 0 ? "+" : ""}${effect.points}` : "",
          effect.cap ? `≤ ${effect.cap}` : "",
          effect.grade ?? "",
        ]
          .filter(Boolean)
          .join("，");
        return (
          <li key={effect.id} title={effect.basis}>
            <span className="num t2">{effect.id}</span>
            <span className="grow">
              {effect.name}
              {effect.byHand && <Icon name="pen" size={13} label={t("hand")} />}
            </span>
            <span className="small t2">{t(effect.kind)}</span>
            <span className="num">
              {effect.count} <span className="t2">{effect.unit}</span>
            </span>
            <span className={cx("small", isOn && effect.decides ? (effect.kind === "bonus" ? "ink-met" : "ink-overdue") : "t2")}>
              {isOn ? (effect.decides ? what : t("promptOnly")) : t("notTriggered")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function How({ indicator, edition }: { readonly indicator: Indicator; readonly edition: number }) {
  const best = Math.max(...indicator.others.map(({ value }) => value ?? 0), indicator.curve.to ?? 0, 1e-9);
  const sources = {
    measure: indicator.source.words,
    duty: indicator.source.words,
    pledge: t("pledgeSource"),
    site: t("siteSource"),
    hand: indicator.source.words,
  };
  const target =
    indicator.curve.by === "linear"
      ? indicator.curve.to
      : indicator.curve.by === "step"
        ? (indicator.curve.steps.toSorted((a, b) => b.points - a.points)[0]?.at ?? null)
        : null;
  return (
    <section className="assess-how" aria-label={t("how", { id: indicator.id, n: points(indicator.points) })}>
      <h3>
        {t("how", { id: indicator.id, n: points(indicator.points) })}
        <span className="caption t2 assess-how-end">{t("rule", { n: edition })}</span>
      </h3>
      <ScoreCurve indicator={indicator} />
      <p className="caption t2 row row-wide">
        <span>{t("from", { what: sources[indicator.source.kind] })}</span>
        {indicator.den > 0 && indicator.status === "scored" && (
          <span className="num">
            {number(indicator.num, 0)} / {number(indicator.den, 0)}
          </span>
        )}
        {indicator.clause && <span>{indicator.clause}</span>}
        {indicator.sample !== "none" && indicator.status === "scored" && (
          <span>{t("range95", { low: points(indicator.low), high: points(indicator.high) })}</span>
        )}
        {indicator.upheld > 0 && <span>{t("upheld", { n: indicator.upheld })}</span>}
      </p>
      {indicator.others.length > 1 && (
        <>
          <h3>{t("others", { id: indicator.id })}</h3>
          <ul className="assess-others">
            {indicator.others
              .toSorted((a, b) => b.points - a.points || (b.value ?? -1) - (a.value ?? -1))
              .map(({ name, value, own, points: got }) => (
                <li key={name} className={cx(own && "is-own")}>
                  <span>{name}</span>
                  <span className="assess-meter is-target" aria-hidden="true">
                    <i style={{ width: `${value === null ? 0 : Math.min(100, (value / best) * 100)}%` }} />
                    {target !== null && target <= best && <u style={{ left: `${(target / best) * 100}%` }} />}
                  </span>
                  <span className="num amount">{shown(value, indicator.unit)}</span>
                  <span className="num amount t2">{points(got)}</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

const Pledge = ({ pledge }: { readonly pledge: NonNullable<Entrant["pledge"]> }) => (
  <section className="assess-how">
    <h3>
      {t("targets")}
      <span className="caption t2 assess-how-end">
        <Go className="link" href={`/responsibility/pledge/${pledge.id}`}>
          {t("pledged", { day: day(pledge.on) })} {pledge.signer}
        </Go>{" "}
        {pledge.bothOn ? pledge.superior : t("awaitsSuperior")}
      </span>
    </h3>
    <dl className="assess-targets small">
      {pledge.targets.map(({ item, target }) => (
        <div key={item}>
          <dt>{item}</dt>
          <dd>{target}</dd>
        </div>
      ))}
    </dl>
  </section>
);
