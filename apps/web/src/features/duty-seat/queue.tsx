/** What waits: fire first, each kind under its head, 接警 in place. A chosen row stays chosen; a new fire never steals it. */
import { memo, useState } from "react";
import { type Kind, kinds, meaningOf } from "../../lib/alarm-kinds.ts";
import { cx } from "../../lib/class.ts";
import { useNow } from "../../lib/clock.ts";
import { bracketed, running } from "../../lib/format.ts";
import { Segments } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { meaningIcon, Signal } from "../../ui/meaning.tsx";
import { type Board, deviceLine, type QueueRow } from "./model.ts";
import { t } from "./words.ts";

const SHOWN: Readonly<Record<Kind, number>> = { fire: 50, supervision: 2, linkage: 2, fault: 3, shield: 2, offline: 2, test: 2 };

export type QueueProps = {
  readonly board: Board;
  readonly chosen: string | null;
  /** The alarm that Space accepts. */
  readonly head: string | null;
  readonly me: string;
  readonly kindLabel: (kind: Kind) => string;
  readonly busy: string | null;
  readonly onChoose: (id: string) => void;
  readonly onAccept: (row: QueueRow) => void;
  readonly onLog: () => void;
};

export function Queue({ board, chosen, head, me, kindLabel, busy, onChoose, onAccept, onLog }: QueueProps) {
  const [whose, setWhose] = useState<"all" | "mine">("all");
  const [open, setOpen] = useState<ReadonlySet<Kind>>(new Set());
  const mine = board.rows.filter((row) => row.holderPerson === me);
  const shown = whose === "mine" ? mine : board.rows;
  return (
    <section className="seat-queue" aria-label={t("pending")}>
      <header className="panel-head">
        <h2 className="panel-title">{t("pending")}</h2>
        <span className="panel-aside">{t("pendingOrder")}</span>
        <span className="panel-end">
          <Segments
            label={t("pending")}
            value={whose}
            onChange={setWhose}
            items={[
              { key: "all", label: t("all"), count: board.rows.length },
              { key: "mine", label: t("mine"), count: mine.length },
            ]}
          />
        </span>
      </header>
      <div className="seat-rows">
        {shown.length === 0 && (
          <div className="seat-quiet">
            <Icon name="ok" size={28} />
            <p>{t("quiet")}</p>
            <p className="small t3">{t("quietMore", { closed: board.today.closed })}</p>
          </div>
        )}
        {kinds.map((kind) => {
          const rows = shown.filter((row) => row.kind === kind);
          if (rows.length === 0) return null;
          const limit = open.has(kind) ? rows.length : SHOWN[kind];
          const toggle = () => setOpen(new Set(open.has(kind) ? [...open].filter((each) => each !== kind) : [...open, kind]));
          return (
            <div key={kind} className={cx("seat-group", `is-${meaningOf[kind]}`)}>
              <div className="seat-group-head">
                <span>
                  {kindLabel(kind)} <b className="num">{rows.length}</b>
                </span>
                {rows.length > SHOWN[kind] && (
                  <button type="button" className="link" onClick={toggle}>
                    {open.has(kind) ? t("fold") : t("expand", { n: rows.length - SHOWN[kind] })}
                  </button>
                )}
              </div>
              {rows.slice(0, limit).map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  kindLabel={kindLabel}
                  isChosen={row.id === chosen}
                  isHead={row.id === head}
                  isMine={row.holderPerson === me}
                  busy={busy === row.id}
                  onChoose={onChoose}
                  onAccept={onAccept}
                />
              ))}
            </div>
          );
        })}
      </div>
      <footer className="panel-foot seat-queue-foot">
        <span className="t2">{t("today", { closed: board.today.closed, false: board.today.false, real: board.today.real })}</span>
        <button type="button" className="link" onClick={onLog}>
          {t("shiftLog")}
        </button>
      </footer>
    </section>
  );
}

type RowProps = {
  readonly row: QueueRow;
  readonly kindLabel: (kind: Kind) => string;
  readonly isChosen: boolean;
  readonly isHead: boolean;
  readonly isMine: boolean;
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
  readonly onAccept: (row: QueueRow) => void;
};

/** Drawn anew only when its own alarm changed: a storm changes the queue ten times a second. */
const Row = memo(function Row({ row, kindLabel, isChosen, isHead, isMine, busy, onChoose, onAccept }: RowProps) {
  const waiting = row.state === "reported";
  const who = row.holderName ? (isMine ? `${row.holderName}${bracketed(t("me"))}` : row.holderName) : "";
  return (
    <div
      className={cx("seat-row", isChosen && "seat-row-chosen", waiting && "seat-row-waiting", `seat-row-${row.kind}`)}
      data-alarm={row.id}
      data-state={row.state}
    >
      <button type="button" className="seat-row-main" aria-current={isChosen || undefined} onClick={() => onChoose(row.id)}>
        <Icon name={meaningIcon[meaningOf[row.kind]]} size={row.kind === "fire" ? 20 : 16} />
        <span className="seat-row-words">
          <span className="seat-row-title">
            <b className="truncate" title={row.unitName}>
              {row.unitName}
            </b>
            {row.grade === "raised" && (
              <Signal meaning="fire" solid>
                {t("raised")}
              </Signal>
            )}
            {row.repeats > 1 && <span className="num t2">×{row.repeats}</span>}
          </span>
          <span className="truncate" title={row.placeWords}>
            {row.placeWords}
          </span>
          <span className="small t3 seat-row-device">
            <span className="truncate">{deviceLine(row, kindLabel(row.kind))}</span>
            {who && <span className="nowrap">{who}</span>}
          </span>
        </span>
      </button>
      <span className="seat-row-end">
        <Age since={row.openedAt} fire={row.kind === "fire"} />
        {waiting ? (
          <button
            type="button"
            className={cx("btn btn-small", row.kind === "fire" ? "btn-fire" : "btn-plain")}
            aria-busy={busy}
            aria-keyshortcuts={isHead ? "Space" : undefined}
            onClick={() => onAccept(row)}
          >
            {t("accept")}
            {isHead && (
              <span className="seat-key" aria-hidden="true">
                {t("space")}
              </span>
            )}
          </button>
        ) : (
          <span className={cx("small", row.kind === "fire" ? "ink-fire" : "t2")}>{row.repairBy ? t("repairOrdered") : row.stateLabel}</span>
        )}
      </span>
    </div>
  );
});

function Age({ since, fire }: { readonly since: string; readonly fire: boolean }) {
  const now = useNow();
  return <span className={cx("num seat-age", fire && "ink-fire")}>{running(Math.max(0, (now - Date.parse(since)) / 1000))}</span>;
}
