/** How a value becomes points: the line or the steps, the value on it, its 95 % range as a band. Own SVG; the words beside it say the same. */
import { type Curve, type Indicator, points, shown } from "./model.ts";
import { t } from "./words.ts";

const W = 520;
const H = 138;
const LEFT = 40;
const RIGHT = 18;
const TOP = 14;
const BOTTOM = 26;
/** What the value and its points take. */
const LABEL = 84;

/** The span of values drawn: from a little before the first point to a little past the last. */
function spanOf(curve: Curve, value: number | null): readonly [number, number] {
  const marks = curve.by === "linear" ? [curve.from ?? 0, curve.to ?? 1] : curve.steps.map(({ at }) => at);
  const all = value === null ? marks : [...marks, value];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const margin = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
}

function lineOf(curve: Curve, full: number, [low, high]: readonly [number, number]): readonly (readonly [number, number])[] {
  if (curve.by === "linear") {
    const [from, to] = [curve.from ?? 0, curve.to ?? 1];
    const ascending = to > from;
    const ends: [number, number][] = ascending
      ? [
          [low, 0],
          [from, 0],
          [to, full],
          [high, full],
        ]
      : [
          [low, full],
          [to, full],
          [from, 0],
          [high, 0],
        ];
    return ends;
  }
  const steps = curve.steps.toSorted((a, b) => a.at - b.at);
  const path: [number, number][] = [];
  if (curve.better === "higher") {
    let reached = 0;
    path.push([low, 0]);
    for (const { at, points: got } of steps) {
      path.push([at, reached], [at, got]);
      reached = got;
    }
    path.push([high, reached]);
  } else {
    path.push([low, steps[0]?.points ?? 0]);
    steps.forEach(({ at, points: got }, i) => {
      path.push([at, got], [at, steps[i + 1]?.points ?? 0]);
    });
    path.push([high, 0]);
  }
  return path;
}

/** Off the line: below and right of a point on a rising one, above and right of it on a falling one; left of it where the room ends. */
function labelAt(
  atX: number,
  atY: number,
  { better }: Curve,
): { readonly x: number; readonly y: number; readonly textAnchor: "start" | "end" } {
  const isRoom = atX + 8 + LABEL <= W;
  const below = (better === "higher") === isRoom;
  const y = below ? Math.min(H - BOTTOM - 6, atY + 18) : Math.max(TOP - 2, atY - 8);
  return isRoom ? { x: atX + 8, y, textAnchor: "start" } : { x: atX - 8, y, textAnchor: "end" };
}

export function ScoreCurve({ indicator }: { readonly indicator: Indicator }) {
  const { curve, value, points: got, full, unit } = indicator;
  if (curve.by === "rank")
    return (
      <p className="small t2 assess-ranktext">
        {t("rankText", { n: points(curve.last ?? 0) })}
        {indicator.place && <b> {t("placeText", { n: indicator.place.rank, of: indicator.place.of })}</b>}
      </p>
    );
  const span = spanOf(curve, value);
  const x = (v: number) => LEFT + ((v - span[0]) / (span[1] - span[0] || 1)) * (W - LEFT - RIGHT);
  const y = (p: number) => TOP + (1 - p / (full || 1)) * (H - TOP - BOTTOM);
  const line = lineOf(curve, full, span)
    .map(([v, p], i) => `${i === 0 ? "M" : "L"}${x(v).toFixed(1)} ${y(p).toFixed(1)}`)
    .join("");
  const marks = curve.by === "linear" ? [curve.from ?? 0, curve.to ?? 0] : curve.steps.map(({ at }) => at);
  const words =
    curve.by === "linear"
      ? t("linearText", { from: shown(curve.from, unit), to: shown(curve.to, unit) })
      : curve.steps.map(({ at, points: p }) => t("stepText", { at: shown(at, unit), n: points(p) })).join("；");
  return (
    <figure className="assess-curve">
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={words}>
        <path className="assess-axis" d={`M${LEFT} ${TOP}V${H - BOTTOM}H${W - RIGHT}`} />
        {[0, full].map((p) => (
          <text key={p} className="assess-tick" x={LEFT - 8} y={y(p) + 4} textAnchor="end">
            {p}
          </text>
        ))}
        {marks.map((v) => (
          <text key={v} className="assess-tick" x={x(v)} y={H - 8} textAnchor="middle">
            {shown(v, unit)}
          </text>
        ))}
        <path className="assess-line" d={line} />
        {value !== null && (
          <>
            <path className="assess-guide" d={`M${LEFT} ${y(got)}H${x(value)}V${H - BOTTOM}`} />
            <circle className="assess-dot" cx={x(value)} cy={y(got)} r={4} />
            <text className="assess-got" {...labelAt(x(value), y(got), curve)}>
              {shown(value, unit)} → {points(got)}
            </text>
          </>
        )}
      </svg>
      <figcaption className="caption t2">{words}</figcaption>
    </figure>
  );
}
