/** 各地现状: the whole, then each area as a bar to its target with the figure and what it is a share of; a row opens the standing. */
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Icon } from "../../ui/icon.tsx";
import { TargetBar } from "../../ui/meaning.tsx";
import { BOARD } from "./address.ts";
import type { ClauseDuty, StandingLine } from "./model.ts";
import { isRed, meaningOf, statusWords, targetWords, valueText } from "./status.ts";
import { t } from "./words.ts";

/** From where the bars are drawn: zero, but for shares near their target, where nothing would be seen; the limits are printed. */
export function scaleOf(values: readonly number[], target: number | null, unit: string): { readonly from: number; readonly to: number } {
  const high = Math.max(...values, target ?? 0, unit === "%" ? 100 : 0);
  const low = Math.min(...values, target ?? Number.POSITIVE_INFINITY);
  if (unit !== "%" || !Number.isFinite(low) || low < 80) return { from: 0, to: high || 1 };
  return { from: Math.max(0, Math.floor(low / 10) * 10 - 10), to: high };
}

export function ClauseNow({ duty, several }: { readonly duty: ClauseDuty; readonly several: boolean }) {
  const { whole, standings, target, text } = duty;
  const [first] = standings;
  const unit = first?.unit ?? target?.unit ?? "";
  const decimals = first?.decimals ?? 1;
  const values = standings.flatMap(({ value }) => (value === null ? [] : [value]));
  const scale = scaleOf(values, target?.value ?? null, unit);
  const share = (value: number): number => ((value - scale.from) / (scale.to - scale.from)) * 100;
  const byHand = standings.filter(({ evidence }) => evidence === "hand");
  return (
    <section className="policy-duty">
      {several && <h3 className="policy-duty-name">{text}</h3>}
      {whole && (
        <div className="policy-whole">
          <span className="t2 small">{whole.area.name}</span>
          <b>{valueText(whole.value, decimals)}</b>
          {unit && <span className="t2">{unit}</span>}
          {unit === "%" && whole.num !== null && whole.den !== null && (
            <span className="t2 small num">{t("numOverDen", { num: number(whole.num), den: number(whole.den) })}</span>
          )}
        </div>
      )}
      <ul className="policy-areas">
        {standings.map((line) => (
          <AreaRow key={line.id} line={line} share={share} target={line.target ?? target?.value ?? null} />
        ))}
      </ul>
      {standings.length === 0 && <p className="small t3 policy-inset">{t("nobodyOwes")}</p>}
      {values.length > 0 && (
        <p className="caption t2 policy-scale">
          <span className="num">{number(scale.from)}</span>
          {target && (
            <span>
              {t("target")} {targetWords(target)}
            </span>
          )}
          <span className="num">{number(scale.to, 1)}</span>
        </p>
      )}
      {byHand.length > 0 && (
        <p className="caption t2 policy-inset row">
          <Icon name="pen" size={13} />
          {t("handIn", { areas: byHand.map(({ area }) => area.name).join("、") })}
        </p>
      )}
    </section>
  );
}

function AreaRow({
  line,
  share,
  target,
}: {
  readonly line: StandingLine;
  readonly share: (value: number) => number;
  readonly target: number | null;
}) {
  const { status, value, decimals, num, den, area, organ, days, evidence } = line;
  const isOf = line.unit === "%" && num !== null && den !== null;
  return (
    <li className={cx(isRed(status) && "policy-area-red")}>
      <Go href={`${BOARD}?pack=${encodeURIComponent(line.pack)}&open=${line.id}`} title={statusWords(status, days)}>
        <span className="truncate">{area.name}</span>
        {value === null ? (
          <span className={`small ink-${meaningOf(status)}`}>{statusWords(status, days)}</span>
        ) : (
          <TargetBar value={share(value)} target={target === null ? undefined : share(target)} meaning={meaningOf(status)} />
        )}
        <b className={cx("num policy-area-figure", isRed(status) ? "ink-overdue" : status === "at-risk" && "ink-soon")}>
          {evidence === "hand" && <Icon name="pen" size={13} label={t("byHand")} />} {valueText(value, decimals)}
        </b>
        <span className="num t2 small policy-of">{isOf ? `${number(num)} / ${number(den)}` : (organ?.name ?? "")}</span>
      </Go>
    </li>
  );
}
