/** What a pledge of the year promises, read off the scheme that will judge it: every indicator with the value that earns all its points. Pure. SH-8.3 */
import type { Indicator, Scheme } from "./scheme.ts";

export type SchemeTarget = {
  readonly words: string;
  readonly aim: string;
  readonly clause: string | null;
  readonly measure: string | null;
  readonly indicator: string;
};

function aimOf({ score, unit }: Indicator): string {
  if ("linear" in score) return `${score.linear.to}${unit}`;
  if ("step" in score) {
    const best = score.step.reduce((top, each) => (each.points > top.points ? each : top));
    return `${score.better === "lower" ? "不超过" : "达到"} ${best.at}${unit}`;
  }
  return "同组第一";
}

/** The signing itself, and what is looked at on the spot by lot, are no promises. */
export const targetsOfScheme = ({ indicators }: Pick<Scheme, "indicators">): readonly SchemeTarget[] =>
  indicators
    .filter(({ source }) => !("pledge" in source) && !("site" in source))
    .map((indicator) => ({
      words: indicator.name,
      aim: aimOf(indicator),
      clause: indicator.clause?.slice(0, 30) ?? null,
      measure: "measure" in indicator.source ? indicator.source.measure : null,
      indicator: indicator.id,
    }));
