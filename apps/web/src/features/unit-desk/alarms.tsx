/** The unit's alarms: open ones first, then the last thirty days with what they turned out to be. */
import type { Meaning } from "../../app/theme/theme.ts";
import { meaningOf } from "../../lib/alarm-kinds.ts";
import { useNow } from "../../lib/clock.ts";
import { dayTime, running } from "../../lib/format.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Icon } from "../../ui/icon.tsx";
import { meaningIcon } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import type { Alarm } from "./model.ts";
import { t } from "./words.ts";

export function Alarms({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const narrow = useNarrow();
  const open = alarms.filter((alarm) => alarm.closedAt === null);
  const past = alarms.filter((alarm) => alarm.closedAt !== null).toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  if (alarms.length === 0)
    return (
      <Panel title={t("alarms")}>
        <StateBlock kind="empty" title={t("noAlarms")}>
          {t("noAlarmsHint")}
        </StateBlock>
      </Panel>
    );
  const group = (title: string, rows: readonly Alarm[]) =>
    rows.length > 0 && (
      <section key={title}>
        <h3 className="desk-group">
          {title} <span className="num t3">{rows.length}</span>
        </h3>
        {rows.map((alarm) => (
          <AlarmRow key={alarm.id} alarm={alarm} />
        ))}
      </section>
    );
  return (
    <Panel title={narrow ? undefined : t("alarms")} flush scroll={!narrow}>
      {group(t("open"), open)}
      {group(t("past"), past)}
    </Panel>
  );
}

const inks: Readonly<Record<string, string>> = { confirmed: "ink-fire", handling: "ink-fire", closed: "ink-fire", restored: "ink-ok" };

function AlarmRow({ alarm }: { readonly alarm: Alarm }) {
  const now = useNow();
  const meaning: Meaning = meaningOf[alarm.kind];
  const seconds = (now - Date.parse(alarm.openedAt)) / 1000;
  return (
    <div className={`desk-row desk-alarm is-${meaning}`}>
      <Icon name={meaningIcon[meaning]} size={20} label={t(`k_${alarm.kind}`)} />
      <span className="grow">
        <b>{alarm.placeWords}</b>
        <small className="t2">
          {t(`k_${alarm.kind}`)}　{dayTime(alarm.openedAt, now)}
          {alarm.repeats > 1 && `　${t("times", { n: alarm.repeats })}`}
        </small>
      </span>
      <span className="desk-outcome">
        <span className={inks[alarm.state] ?? (alarm.closedAt ? "t2" : "ink-soon")}>{alarm.stateLabel}</span>
        {alarm.closedAt === null && <small className="num t2">{running(seconds)}</small>}
      </span>
    </div>
  );
}
