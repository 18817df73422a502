/** The seat's own bar: sound, shift, the time. No menu: the way out is the mark at the left. */
import { useNow } from "../../lib/clock.ts";
import { clock, day, listed, time, weekday } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMe } from "../../lib/session.ts";
import { Brand, DemoMark } from "../../ui/frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Board } from "./model.ts";
import type { SoundState } from "./sound.ts";
import { t } from "./words.ts";

export type BarProps = {
  readonly board: Board | undefined;
  readonly sound: SoundState;
  readonly onSound: () => void;
  readonly onShift: () => void;
};

export function Bar({ board, sound, onSound, onShift }: BarProps) {
  const me = useMe();
  const shift = board?.shift ?? null;
  return (
    <header className="seat-bar">
      <Go href="/work" aria-label={t("leave")} title={t("leave")} className="seat-bar-leave">
        <Icon name="grid" size={18} />
      </Go>
      <Brand />
      <span className="seat-bar-rule" />
      <h1>{t("seat")}</h1>
      <span className="t2 small seat-bar-wide truncate">{board?.centre}</span>
      {me.demo && <DemoMark />}
      <div className="seat-bar-end">
        <Go href="/search" className="seat-search">
          <Icon name="search" />
          <span>{t("search")}</span>
          <kbd>/</kbd>
        </Go>
        <button type="button" className="seat-bar-button seat-bar-bare" onClick={onSound} aria-pressed={sound === "on"}>
          <Icon name="sound" size={18} />
          {/* As wide as its widest word: the bar must not break otherwise under a finger that means a button below. */}
          <span className="seat-bar-words">
            {(["on", "off", "blocked"] as const).map((state) => (
              <span key={state} className={state === sound ? undefined : "is-other"}>
                {t(`sound_${state}`)}
              </span>
            ))}
          </span>
        </button>
        <span className="seat-bar-rule seat-bar-wide" />
        <span className="row small seat-bar-shift" title={shift ? listed(shift.officers.map((each) => each.name)) : undefined}>
          <Icon name="people" size={18} />
          {!board ? null : shift ? (
            <>
              <span>{t("shift", { name: shift.name, hours: `${time(shift.fromAt)}–${time(shift.untilAt)}` })}</span>
              <span className="seat-bar-wide truncate">{t("onDuty", { names: listed(shift.officers.map((each) => each.name)) })}</span>
              {shift.leaderName && <span className="seat-bar-wide">{t("lead", { name: shift.leaderName })}</span>}
            </>
          ) : (
            t("noShift")
          )}
        </span>
        {board && (
          <button type="button" className="seat-bar-button" onClick={onShift}>
            {shift ? t("handOver") : t("takeShift")}
          </button>
        )}
        <Clock />
      </div>
    </header>
  );
}

function Clock() {
  const now = useNow();
  return (
    <span className="row">
      <b className="seat-clock">{clock(now)}</b>
      <span className="seat-clock-day">
        <span>{day(now)}</span>
        <span>{weekday(now)}</span>
      </span>
    </span>
  );
}
