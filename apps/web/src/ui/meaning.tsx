/** The field's meanings as chips, marks and figures. Colour never stands alone: glyph, word or shape goes with it. */
import type { ReactNode } from "react";
import type { Meaning } from "../app/theme/theme.ts";
import { cx } from "../lib/class.ts";
import { number } from "../lib/format.ts";
import { Go } from "../lib/go.tsx";
import { getLanguage, messages } from "../lib/i18n.ts";
import { Icon } from "./icon.tsx";
import "./meaning.css";

export const meaningIcon: Readonly<Record<Meaning, string>> = {
  fire: "flame",
  supervise: "eye",
  linkage: "link",
  fault: "fault",
  shield: "shield",
  offline: "offline",
  test: "test",
  ok: "ok",
  overdue: "clock",
  soon: "fault",
  met: "check",
  primary: "right",
};

const words = messages(
  {
    fire: "火警",
    supervise: "监管",
    linkage: "启动/反馈",
    fault: "故障",
    shield: "屏蔽",
    offline: "离线",
    test: "测试",
    ok: "正常",
    overdue: "逾期",
    soon: "临期",
    met: "达标",
    primary: "",
  },
  {
    fire: "Fire",
    supervise: "Supervision",
    linkage: "Start/feedback",
    fault: "Fault",
    shield: "Shielded",
    offline: "Offline",
    test: "Test",
    ok: "Normal",
    overdue: "Overdue",
    soon: "Due soon",
    met: "Met",
    primary: "",
  },
);
export const meaningWord = (meaning: Meaning): string => words(meaning);

/** A chip: glyph and word on the meaning's tint; `solid` only for fire and tags that must be seen. */
export function Signal({
  meaning,
  children,
  solid = false,
}: {
  readonly meaning: Meaning;
  readonly children?: ReactNode;
  readonly solid?: boolean;
}) {
  return (
    <span className={cx("signal", `is-${meaning}`, solid && "signal-solid")}>
      <Icon name={meaningIcon[meaning]} size={13} solid={solid} />
      {children ?? words(meaning)}
    </span>
  );
}

/** A dot and a word, for rows: 在线, 离线 (hollow), 故障. */
export function StateDot({ meaning, children }: { readonly meaning: Meaning; readonly children?: ReactNode }) {
  return (
    <span className={cx("state-dot", `is-${meaning}`)}>
      <i className={cx("dot", meaning === "offline" && "dot-hollow")} />
      {children ?? words(meaning)}
    </span>
  );
}

/** Words of the field that carry a meaning wherever they stand: 在线, 离线, 故障, 火警 … */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  在线: "ok",
  正常: "ok",
  完好: "ok",
  离线: "offline",
  故障: "fault",
  火警: "fire",
  屏蔽: "shield",
  监管: "supervise",
  测试: "test",
  逾期: "overdue",
};
export const meaningOfWord = (word: string): Meaning | undefined => MEANINGS[word];

/** A neutral word in a hairline frame: 重点单位, 隐患. */
export const Tag = ({ children }: { readonly children: ReactNode }) => <span className="tag">{children}</span>;

export type RiskGrade = 1 | 2 | 3 | 4;
const RISK_ZH = ["蓝", "黄", "橙", "红"] as const;
const RISK_EN = ["Low", "Mid", "High", "Top"] as const;

/** 风险: colour, character and figure together. */
export function Risk({ grade, value }: { readonly grade: RiskGrade; readonly value?: number | undefined }) {
  return (
    <span className="risk">
      <b className={`risk-box risk-${grade}`}>{(getLanguage() === "zh" ? RISK_ZH : RISK_EN)[grade - 1]}</b>
      {value !== undefined && <span className="num">{number(value)}</span>}
    </span>
  );
}

export type Change = { readonly value: string; readonly direction: "up" | "down" | "same"; readonly good: boolean };
export type FigureProps = {
  readonly label: ReactNode;
  readonly value: number | string | null;
  readonly unit?: string;
  readonly change?: Change | undefined;
  readonly note?: ReactNode;
  /** Where the rows behind the figure are: every number opens its rows. */
  readonly href?: string | undefined;
  readonly size?: "s" | "m" | "l";
  readonly meaning?: Meaning | undefined;
  readonly spark?: readonly number[] | undefined;
};

/** A measure: label, figure with unit, change against the period, small line. Null is —: not applicable. */
export function Figure({ label, value, unit, change, note, href, size = "s", meaning, spark }: FigureProps) {
  const text = value === null ? "—" : typeof value === "number" ? number(value) : value;
  const body = (
    <>
      <span className="figure-label">{label}</span>
      <span className={cx("figure-value", `figure-${size}`, meaning && `ink-${meaning}`)}>
        {text}
        {unit && value !== null && <small>{unit}</small>}
      </span>
      {(change || note !== undefined) && (
        <span className="figure-below">
          {change && <ChangeMark change={change} />}
          {note}
        </span>
      )}
      {spark && spark.length > 1 && <Spark values={spark} />}
    </>
  );
  return href ? (
    <Go className="figure" href={href}>
      {body}
    </Go>
  ) : (
    <div className="figure">{body}</div>
  );
}

/** ▲▼ for the direction, colour for good or bad as the measure declares it. */
export const ChangeMark = ({ change }: { readonly change: Change }) => (
  <span className={change.direction === "same" ? "t3" : change.good ? "ink-met" : "ink-soon"}>
    {change.direction === "up" ? "▲" : change.direction === "down" ? "▼" : ""} {change.value}
  </span>
);

/** A line without axes beside a figure; the last point is marked. */
export function Spark({
  values,
  width = 52,
  height = 22,
}: {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
}) {
  const top = Math.max(...values);
  const span = top - Math.min(...values) || 1;
  const at = values.map(
    (value, index) => [2 + (index * (width - 5)) / (values.length - 1), 3 + ((top - value) / span) * (height - 7)] as const,
  );
  const line = at.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
  const end = at.at(-1);
  return (
    <svg className="spark" width={width} height={height} aria-hidden="true">
      <path d={`M${line}V${height}H2Z`} className="spark-area" />
      <path d={`M${line}`} className="spark-line" />
      {end && <circle cx={end[0]} cy={end[1]} r="2.2" className="spark-end" />}
    </svg>
  );
}

/** Share of a target: a bar from zero with a tick at the target. */
export function TargetBar({
  value,
  target,
  meaning = "primary",
}: {
  readonly value: number;
  readonly target?: number | undefined;
  readonly meaning?: Meaning;
}) {
  return (
    <span className={cx("target-bar", `is-${meaning}`)} aria-hidden="true">
      <i style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />
      {target !== undefined && <b style={{ left: `${Math.min(100, target)}%` }} />}
    </span>
  );
}
