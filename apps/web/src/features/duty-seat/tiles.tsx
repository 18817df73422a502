/** The seven kinds as tiles with their counts, and whether the line to the devices lives. */

import { type Kind, meaningOf } from "../../lib/alarm-kinds.ts";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { meaningIcon } from "../../ui/meaning.tsx";
import type { Board } from "./model.ts";
import { t } from "./words.ts";

export type TilesProps = {
  readonly board: Board;
  readonly kindLabel: (kind: Kind) => string;
  readonly linked: boolean;
  readonly flash: boolean;
  readonly onKind: (kind: Kind) => void;
};

export function Tiles({ board, kindLabel, linked, flash, onKind }: TilesProps) {
  return (
    <div className="seat-tiles">
      {board.counts.map((count) => {
        const { kind } = count;
        const burning = kind === "fire" && count.unaccepted > 0;
        return (
          <button
            key={kind}
            type="button"
            className={cx("seat-tile", `is-${meaningOf[kind]}`, burning && "seat-tile-solid", burning && flash && "seat-tile-flash")}
            onClick={() => onKind(kind)}
          >
            <Icon name={meaningIcon[meaningOf[kind]]} size={22} solid={burning} />
            <span>
              <b>{kindLabel(kind)}</b>
              <small>{count.hint}</small>
            </span>
            <span className="seat-tile-count num">{number(count.total)}</span>
          </button>
        );
      })}
      <div className="seat-line">
        <LineFigure label={t("online")} value={board.devices.online} of={board.devices.total} />
        <LineFigure label={t("messages")} value={board.messagesPerMinute} unit={t("perMinute")} />
        <LineFigure label={t("dutyChecks")} value={board.dutyChecks.answered} of={board.dutyChecks.asked} />
        <span className={cx("seat-link", linked ? "ink-ok" : "ink-soon")}>
          <i className="dot" />
          {linked ? t("linked") : t("retry")}
        </span>
      </div>
    </div>
  );
}

function LineFigure({
  label,
  value,
  of,
  unit,
}: {
  readonly label: string;
  readonly value: number;
  readonly of?: number;
  readonly unit?: string;
}) {
  return (
    <span className="seat-line-figure">
      <small className="t2">{label}</small>
      <span className="num">
        <b>{number(value)}</b>
        {of !== undefined && <span className="t3"> / {number(of)}</span>}
        {unit && <small className="t3"> {unit}</small>}
      </span>
    </span>
  );
}
