/** The chosen alarm in words a person can act on: where, since when, why raised, who to call, what happened. */

import type { Meaning } from "../../app/theme/theme.ts";
import { type Kind, meaningOf } from "../../lib/alarm-kinds.ts";
import { cx } from "../../lib/class.ts";
import { useNow } from "../../lib/clock.ts";
import { clock, running } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Signal, Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { type Contact, type Detail, type Line, signalOf } from "./model.ts";
import { type Step, stepsOf, verifyWords } from "./steps.ts";
import { t } from "./words.ts";

export type HeadProps = {
  readonly detail: Detail;
  readonly kindLabel: (kind: Kind) => string;
  readonly unitKind: (kind: string) => string;
};

export function Head({ detail, kindLabel, unitKind }: HeadProps) {
  const { head: row, unit } = detail;
  const meaning = meaningOf[row.kind];
  return (
    <section className={cx("seat-head", `is-${meaning}`)}>
      <div className="seat-head-top">
        <div className="seat-head-words">
          <div className="row small t2">
            <Signal meaning={meaning} solid={row.kind === "fire"}>
              {row.grade === "raised" ? t("kindRaised", { kind: kindLabel(row.kind) }) : kindLabel(row.kind)}
            </Signal>
            <span>{t("number", { n: row.number })}</span>
            <span>{t("reports", { n: row.repeats })}</span>
            {row.demo && <Tag>{t("demo")}</Tag>}
          </div>
          <div className="seat-unit">
            <h2>{row.unitName}</h2>
            <Go href={`/places/unit?open=${row.unit}`}>{t("file")}</Go>
            <span className="small t2">
              {unit ? [unit.grade === "key" ? t("keyUnit") : "", unitKind(unit.kind), unit.address].filter(Boolean).join("　") : ""}
            </span>
          </div>
          <div className="seat-where">
            <p className="seat-place">{row.placeWords}</p>
            <p className="t2">
              {[signalOf(row, kindLabel(row.kind)), row.deviceWords].filter(Boolean).join("　")}
              {detail.row.messageId && (
                <Go className="seat-raw" href={`/sensing/devices?message=${detail.row.messageId}`}>
                  {t("rawFrame")}
                </Go>
              )}
            </p>
          </div>
        </div>
        <Timer detail={detail} />
      </div>
      {row.raisedWhy && (
        <p className="seat-why">
          <b>{t("raisedWhy")}</b>
          <span>{row.raisedWhy}</span>
        </p>
      )}
      <CaseBar
        meaning={row.kind === "fire" ? "fire" : "primary"}
        steps={stepsOf(detail).map((step) => ({ key: step.key, label: step.label, state: step.state, below: below(step) }))}
      />
    </section>
  );
}

/** When and by whom; under the present step until when. */
const below = ({ at, by, dueAt, state }: Step): string =>
  state === "now" && dueAt ? t("stepLimit", { at: clock(dueAt) }) : at ? `${clock(at)} ${by ?? ""}` : "";

/** Past its end a limit counts up. */
const limitWord = (state: string, left: number): string =>
  state === "reported" ? t(left < 0 ? "acceptOver" : "acceptLimit") : t(left < 0 ? "verifyOver" : "verifyLimit");

/** Runs from the first report; the limit of the present step below it. */
function Timer({ detail }: { readonly detail: Detail }) {
  const row = detail.head;
  const now = useNow();
  const end = row.closedAt ? Date.parse(row.closedAt) : now;
  const left = row.dueAt ? (Date.parse(row.dueAt) - now) / 1000 : null;
  const started = row.state === "reported" ? row.openedAt : (row.acceptedAt ?? row.openedAt);
  const whole = row.dueAt ? (Date.parse(row.dueAt) - Date.parse(started)) / 1000 : 1;
  return (
    <div className="seat-timer">
      <span className="small t2">{row.closedAt ? t("handled") : t("since")}</span>
      <b className={cx(row.kind === "fire" && "ink-fire")}>{running(Math.max(0, (end - Date.parse(row.openedAt)) / 1000))}</b>
      {left !== null && row.closedAt === null && (
        <>
          <span className={cx("small", left < 0 && "ink-overdue")}>
            {limitWord(row.state, left)} <b className={cx("num", left >= 0 && "seat-left")}>{running(Math.abs(left))}</b>
          </span>
          <span className="seat-limit">
            <i style={{ width: `${Math.min(100, Math.max(0, 100 - (left / whole) * 100))}%` }} />
          </span>
        </>
      )}
    </div>
  );
}

export type ContactsProps = { readonly detail: Detail; readonly onCall: (contact: Contact) => void };

export function Contacts({ detail, onCall }: ContactsProps) {
  return (
    <Panel flush title={t("contacts")}>
      {detail.contacts.length === 0 && <p className="seat-none t3">{t("noContacts")}</p>}
      {detail.contacts.map((contact, i) => (
        <div key={contact.dial} className="seat-contact">
          <span className="seat-contact-words">
            <span className="truncate" title={`${contact.name} ${contact.role}`}>
              {contact.name} <span className="small t2">{contact.role === contact.name ? "" : contact.role}</span>
            </span>
            <span className="small t3 truncate">{contact.note}</span>
          </span>
          <span className="num t2">{contact.number}</span>
          <Button size="small" kind={i === 0 ? "primary" : "plain"} icon="phone" onClick={() => onCall(contact)}>
            {t("call")}
          </Button>
        </div>
      ))}
    </Panel>
  );
}

/** A line of the timeline with its actor, and what was answered where somebody was asked. */
function wordsOf(line: Line): string {
  if (line.kind !== "person") return line.sentence;
  const answer = line.move === "verify" ? verifyWords(line) : "";
  return `${line.actorName} ${line.sentence}${answer ? t("said", { answer }) : ""}`;
}

/** A device's line has the colour of what it reported; one that says it is over is green. */
const lineMeaning = (line: Line, alarm: Meaning): Meaning => {
  if (line.kind === "person") return "primary";
  if (line.code === "remote-monitoring.restored") return "ok";
  return line.kind === "device" ? alarm : "offline";
};

export const Story = ({ detail }: { readonly detail: Detail }) => (
  <Panel
    title={t("timeline")}
    end={
      <span className="small t2">{t("pointHistory", { d: detail.history.days, n: detail.history.alarms, f: detail.history.false })}</span>
    }
  >
    <Timeline
      seconds
      entries={detail.timeline.map((line) => ({
        id: String(line.id),
        at: line.at,
        by: line.kind === "person" ? "person" : "system",
        meaning: lineMeaning(line, meaningOf[detail.head.kind]),
        text: wordsOf(line),
      }))}
    />
  </Panel>
);

export function Facts({ detail }: { readonly detail: Detail }) {
  const { unit } = detail;
  const facts = [
    ["pin", t("entry"), unit?.vehicleEntry],
    ["pump", t("pump"), unit?.pumpConnection],
    ["people", t("evacuation"), unit?.evacuationFocus],
    ["flame", t("hazard"), unit?.hazardNote],
  ] as const;
  return (
    <dl className="seat-facts">
      {facts.map(([icon, label, value]) => (
        <div key={label}>
          <dt>
            <Icon name={icon} size={14} />
            {label}
          </dt>
          <dd className={cx(!value && "t3")}>{value || t("unknown")}</dd>
        </div>
      ))}
    </dl>
  );
}
