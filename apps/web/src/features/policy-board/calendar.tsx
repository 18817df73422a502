/** 到期日历: what falls due on which day of a month, worst first; a day opens its items. */
import { useQuery } from "@tanstack/react-query";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, number } from "../../lib/format.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { IconButton } from "../../ui/button.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { Address, Open } from "./address.ts";
import { calendarQuery } from "./model.ts";
import { monthOf, monthsOn, weeksOf } from "./month.ts";
import { periodWords } from "./period.ts";
import { StatusMark } from "./standing-line.tsx";
import { t } from "./words.ts";

const IN_SIGHT = 3;

export function Calendar({
  address,
  onMonth,
  onOpen,
}: {
  readonly address: Address;
  readonly onMonth: (month: string | null) => void;
  readonly onOpen: (open: Open) => void;
}) {
  const today = dayKey(serverNow());
  const narrow = useNarrow();
  const month = address.month ?? monthOf(today);
  const weeks = weeksOf(month);
  const [from, to] = [weeks[0]?.[0] ?? `${month}-01`, weeks.at(-1)?.[6] ?? `${month}-28`];
  const { data, error, refetch } = useQuery(calendarQuery(address, from, to));
  const byDay = new Map((data?.days ?? []).map((each) => [each.on, each]));
  const inMonth = (data?.days ?? []).filter(({ on }) => monthOf(on) === month);
  return (
    <div className="policy-calendar">
      <div className="policy-calendar-head">
        <IconButton icon="left" label={t("previousMonth")} onClick={() => onMonth(monthsOn(month, -1))} />
        <h2>{periodWords(month)}</h2>
        <IconButton icon="right" label={t("nextMonth")} onClick={() => onMonth(monthsOn(month, 1))} />
        {month !== monthOf(today) && (
          <button type="button" className="link small" onClick={() => onMonth(null)}>
            {t("thisMonth")}
          </button>
        )}
      </div>
      {error && !data && <Trouble error={error} what={t("byCalendar")} onRetry={() => void refetch()} />}
      {!error && !data && <Loading rows={8} what={t("byCalendar")} />}
      {data && inMonth.length === 0 && narrow && <StateBlock kind="empty" title={t("nothingDueMonth")} />}
      {data &&
        (narrow ? (
          <ul className="policy-days">
            {inMonth.map(({ on, items }) => (
              <li key={on}>
                <button type="button" className="policy-day-line" onClick={() => onOpen({ kind: "day", on })}>
                  <b className={cx("num", on === today && "ink-primary")}>{day(on, serverNow())}</b>
                  <span className="grow">
                    {items.slice(0, IN_SIGHT).map((item) => (
                      <span key={`${item.clause}${item.duty}`} className="policy-day-item">
                        <StatusMark status={item.worst} />
                        <span className="truncate">{item.text}</span>
                      </span>
                    ))}
                    {items.length > IN_SIGHT && <span className="t3 small">{t("moreItems", { n: items.length - IN_SIGHT })}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <table className="policy-month" aria-label={t("byCalendar")}>
            <thead>
              <tr>
                {[...t("weekdays")].map((word, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two days of a week share a letter
                  <th key={index} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week[0]}>
                  {week.map((on) => {
                    const found = byDay.get(on);
                    const chosen = address.open?.kind === "day" && address.open.on === on;
                    return (
                      <td key={on} className={cx(monthOf(on) !== month && "policy-day-other", chosen && "policy-day-chosen")}>
                        {found ? (
                          <button type="button" className="policy-day" aria-pressed={chosen} onClick={() => onOpen({ kind: "day", on })}>
                            <span className={cx("num policy-day-number", on === today && "policy-day-today")}>{Number(on.slice(8))}</span>
                            {found.items.slice(0, IN_SIGHT).map((item) => (
                              <span key={`${item.clause}${item.duty}`} className="policy-day-item" title={item.text}>
                                <StatusMark status={item.worst} />
                                <span className="truncate">{item.text}</span>
                                <span className="num t3">{number(item.counts.owed)}</span>
                              </span>
                            ))}
                            {found.items.length > IN_SIGHT && (
                              <span className="t3 caption">{t("moreItems", { n: found.items.length - IN_SIGHT })}</span>
                            )}
                          </button>
                        ) : (
                          <span className="policy-day">
                            <span className={cx("num policy-day-number", on === today && "policy-day-today")}>{Number(on.slice(8))}</span>
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </div>
  );
}
