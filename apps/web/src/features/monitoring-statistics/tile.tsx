/** One measure: its figure, what it is a share of, and the period before; good or bad comes from the measure's declaration. */
import { useQuery } from "@tanstack/react-query";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { type Change, ChangeMark } from "../../ui/meaning.tsx";
import { type Figure, figuresQuery, type Measure } from "./model.ts";
import { type Period, periodBefore } from "./period.ts";
import { t } from "./words.ts";

/** Below this many cases a rate says little. */
const FEW = 10;

export type TileProps = {
  readonly measure: string;
  readonly kind: "flow" | "stock";
  readonly period: Period;
  readonly area: number | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

export function Tile({ measure, kind, period, area, chosen, onChoose }: TileProps) {
  const now = useQuery(figuresQuery(measure, "none", period, area)).data;
  const before = useQuery({ ...figuresQuery(measure, "none", periodBefore(period), area), enabled: kind === "flow" }).data;
  const figure = now?.figures[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a tile behaves as a radio and looks like a figure
    <button type="button" role="radio" aria-checked={chosen} className={cx("stats-tile", chosen && "stats-tile-chosen")} onClick={onChoose}>
      <span className="t2 small truncate">{now?.measure.label ?? " "}</span>
      <span className="stats-value">
        {now && valueText(figure?.value ?? null, now.measure)}
        {now && figure?.value !== null && figure?.value !== undefined && <small>{unitOf(now.measure)}</small>}
      </span>
      <span className="caption t3 row">
        {now && figure && (
          <Below measure={now.measure} figure={figure} before={kind === "flow" ? before?.figures[0] : undefined} kind={kind} />
        )}
      </span>
    </button>
  );
}

export const unitOf = ({ unit }: Measure): string => (unit === "s" ? t("seconds") : unit === "min" ? t("minutes") : unit);
export const valueText = (value: number | null, { decimals, unit }: Measure): string =>
  value === null ? "—" : number(value, decimals ?? (unit === "%" ? 1 : 0));

type BelowProps = {
  readonly measure: Measure;
  readonly figure: Figure;
  readonly before: Figure | undefined;
  readonly kind: "flow" | "stock";
};
function Below({ measure, figure, before, kind }: BelowProps) {
  const isShare = measure.unit === "%";
  const parts =
    isShare && figure.den > 0
      ? t(figure.den < FEW ? "few" : "of", { n: number(figure.den), part: number(figure.num), whole: number(figure.den) })
      : "";
  const change = before && changeOf(figure.value, before.value, measure);
  return (
    <>
      {change && (measure.better ? <ChangeMark change={change} /> : <span className="num">{plain(change)}</span>)}
      {parts ? <span className="num truncate">{parts}</span> : kind === "stock" ? t("now") : change ? t("before") : ""}
      {measure.target !== undefined && <span>{t("target", { n: `${measure.target}${measure.unit}` })}</span>}
    </>
  );
}

/** Neither good nor bad: the direction without a colour. */
const plain = ({ direction, value }: Change): string => `${direction === "up" ? "▲ " : direction === "down" ? "▼ " : ""}${value}`;

function changeOf(now: number | null, before: number | null, { better, decimals, unit }: Measure): Change | undefined {
  if (now === null || before === null) return undefined;
  const difference = Number((now - before).toFixed(decimals ?? (unit === "%" ? 1 : 0)));
  if (difference === 0) return { value: "0", direction: "same", good: true };
  const direction = difference > 0 ? "up" : "down";
  return { value: number(Math.abs(difference), 1), direction, good: (better === "higher") === difference > 0 };
}
