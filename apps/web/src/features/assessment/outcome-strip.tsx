/** The four figures a mayor asks first, under the ranking: fires, deaths, the rate per 100,000, what people know. */
import { useQuery } from "@tanstack/react-query";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Panel } from "../../ui/panel.tsx";
import { type Outcome, outcomeQuery } from "./model.ts";
import { t } from "./words.ts";

type Figure = Outcome["figures"][number];
const units: Readonly<Record<Figure["key"], string>> = {
  fires: "unitFires",
  deaths: "unitPeople",
  injuries: "unitPeople",
  lossWan: "unitWan",
  large: "unitFires",
  deathRate: "",
  awareness: "",
};

export function figureText({ key, value }: Figure): string {
  if (value === null) return "—";
  if (key === "deathRate") return value.toFixed(3);
  if (key === "awareness") return value.toFixed(1);
  return number(value, key === "lossWan" ? 1 : 0);
}
export const unitOf = (key: Figure["key"]): string => (key === "awareness" ? "%" : units[key] === "" ? "" : t(units[key] as "unitFires"));

/** −9.6 % for counts, −2 where they are few, −0.012 for rates. */
function changeText({ key, value, before }: Figure): string {
  if (value === null || before === null) return t("noLast");
  const difference = value - before;
  const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
  const size = Math.abs(difference);
  const words =
    key === "deathRate"
      ? size.toFixed(3)
      : key === "awareness"
        ? `${size.toFixed(1)}`
        : before >= 20
          ? `${number((size / before) * 100, 1)} %`
          : number(size, 1);
  return t("vsLast", { n: `${sign}${words}` });
}

const isWorse = ({ key, value, before }: Figure): boolean =>
  value !== null && before !== null && (key === "awareness" ? value < before : value > before);

/** No word of praise or blame where there is nothing to compare, or no change. */
const toneOf = (figure: Figure): string =>
  figure.value === null || figure.before === null || figure.value === figure.before ? "t2" : isWorse(figure) ? "ink-overdue" : "ink-met";

export function OutcomeFigure({ figure }: { readonly figure: Figure }) {
  const { key, value, target, n, low, high } = figure;
  const missed = target !== null && value !== null && (key === "awareness" ? value < target : value >= target);
  const few = key === "deathRate" && low !== null && high !== null && target !== null && low < target && target < high;
  return (
    <div className="assess-outcome">
      <span className="small t2">{t(key)}</span>
      <span>
        <b className="num assess-figure">{figureText(figure)}</b> <span className="small t2">{unitOf(key)}</span>
      </span>
      {target !== null ? (
        <span className={cx("caption", missed ? "ink-soon" : "t2")}>
          {t(key === "awareness" ? "targetAtLeast" : "targetBelow", { n: target })}
          {few && `  ${t("few")}`}
          {n !== null && n > 0 && `  ${t("sampleN", { n })}`}
        </span>
      ) : (
        <span className={cx("caption", toneOf(figure))}>{changeText(figure)}</span>
      )}
    </div>
  );
}

export function OutcomeStrip({ year }: { readonly year: number }) {
  const may = useMay()("assessment.fire-outcome.read");
  const { data } = useQuery({ ...outcomeQuery(year, undefined), enabled: may });
  if (!data) return null;
  const wanted = ["fires", "deaths", "deathRate", "awareness"];
  const note = data.population ? t("popNote", { year: data.population.year, source: data.population.source }) : t("popNone");
  return (
    <Panel
      className="assess-outcomes"
      title={t("outcome")}
      end={
        <Go className="small" href={`/assessment/outcome?year=${year}`}>
          {note}
        </Go>
      }
      flush
    >
      <div className="assess-strip">
        {data.figures
          .filter(({ key }) => wanted.includes(key))
          .map((figure) => (
            <OutcomeFigure key={figure.key} figure={figure} />
          ))}
      </div>
    </Panel>
  );
}
