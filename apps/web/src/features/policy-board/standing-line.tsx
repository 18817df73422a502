/** One standing in a list: what is owed, where, and how it stands. */
import type { ReactNode } from "react";
import { cx } from "../../lib/class.ts";
import { Icon } from "../../ui/icon.tsx";
import { MatrixGlyph } from "../../ui/matrix.tsx";
import type { StandingStatus } from "./model.ts";
import { cellText, meaningOf, statusWords, toneOf, wordOf } from "./status.ts";
import { t } from "./words.ts";

/** The cell's own ground and glyph, small. */
export const StatusMark = ({ status }: { readonly status: StandingStatus }) => (
  <span className={cx("matrix-sample policy-mark", `matrix-${toneOf(status)}`)} role="img" aria-label={wordOf(status)}>
    <MatrixGlyph tone={toneOf(status)} />
  </span>
);

export type LineProps = {
  readonly clause: string;
  readonly text: string;
  readonly where: string;
  readonly status: StandingStatus;
  readonly days: number | null;
  readonly value: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly byHand: boolean;
  readonly below?: ReactNode;
  readonly onOpen: () => void;
};

export function StandingRow({ clause, text, where, status, days, value, unit, decimals, byHand, below, onOpen }: LineProps) {
  const figure = cellText({ status, value }, decimals);
  return (
    <li>
      <button type="button" className="policy-line" onClick={onOpen}>
        <StatusMark status={status} />
        <span className="grow policy-line-words">
          <span className="policy-line-text">
            {text}　<span className="t2">{where}</span>
          </span>
          <span className="caption t3 row">
            <span className="num">{clause}</span>
            <span className={`ink-${meaningOf(status)}`}>{statusWords(status, days)}</span>
            {below}
          </span>
        </span>
        <span className={cx("policy-line-figure num", `ink-${meaningOf(status)}`)}>
          {byHand && <Icon name="pen" size={12} label={t("byHand")} />} {figure}
          {value !== null && unit && <small className="t3"> {unit}</small>}
        </span>
      </button>
    </li>
  );
}
