/** The first page on a phone: what burns, then each matter in one line with its state, then 119. */
import { useNow } from "../../lib/clock.ts";
import { clock, day, inTurn, listed, running } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Desk, Standing, Window } from "./model.ts";
import { w } from "./own-words.ts";
import type { Draft } from "./self-check.ts";
import { CheckCard, MendNext } from "./today.tsx";
import { t } from "./words.ts";

type HomeProps = {
  readonly desk: Desk;
  readonly windows: readonly Window[] | undefined;
  readonly standing: Standing | undefined;
  readonly draft: Draft | null | undefined;
};

export function Home({ desk, windows, standing, draft }: HomeProps) {
  const { devices, alarms, faults, contacts, dutyChecks } = desk;
  const fires = alarms.filter((alarm) => alarm.kind === "fire" || alarm.state === "confirmed");
  const away = devices.filter((device) => device.connection !== "online").length;
  const faulty = devices.filter((device) => device.connection === "online" && device.fault).length;
  const bad = faults.filter((point) => point.condition !== "fire");
  const burns = alarms.some((alarm) => alarm.kind === "fire" && alarm.closedAt === null);
  const missed = (dutyChecks.asked ?? 0) - (dutyChecks.answered ?? 0);
  return (
    <>
      <Burning desk={desk} />
      {burns && <Emergency desk={desk} />}
      {standing && <CheckCard standing={standing} draft={draft} />}
      <MendNext />
      <ul className="desk-card">
        <Line
          icon="siren"
          href="/unit?tab=devices"
          label={devices.length > 0 ? t("deviceCount", { n: devices.length }) : t("noDevices")}
          ink={away + faulty > 0 ? "ink-soon" : "ink-ok"}
          value={
            away > 0 ? t("someAway", { n: away }) : faulty > 0 ? t("someFaulty", { n: faulty }) : devices.length > 0 ? t("allOnline") : ""
          }
        />
        {devices.length > 0 && (
          <Line
            icon="fault"
            href="/unit?tab=devices"
            label={bad.length > 0 ? t("pointsBad", { n: bad.length }) : t("pointsGood")}
            ink="ink-soon"
            value={inTurn(
              [
                countOf(bad, "fault") > 0 && t("faults", { n: countOf(bad, "fault") }),
                countOf(bad, "shield") > 0 && t("shields", { n: countOf(bad, "shield") }),
              ].filter((each) => each !== false),
            )}
          />
        )}
        <Line
          icon="flame"
          href="/unit?tab=alarms"
          label={fires.length > 0 ? t("month", { n: fires.length }) : t("noneMonth")}
          value={outcomes(fires)}
        />
        {windows && devices.length > 0 && (
          <Line
            icon="shield"
            href="/unit?tab=devices"
            label={t("windows")}
            ink={windows.length > 0 ? "ink-soon" : "t2"}
            value={windows.length > 0 ? t("windowsCount", { n: windows.length }) : t("windowsNone")}
          />
        )}
        {(devices.length > 0 || dutyChecks.asked > 0) && (
          <Line
            icon="bell"
            label={dutyChecks.asked ? t("duty", { n: dutyChecks.asked }) : t("dutyNone")}
            ink={missed > 0 ? "ink-soon" : "ink-ok"}
            value={dutyChecks.asked ? (missed > 0 ? t("dutyMissed", { n: missed }) : t("dutyAll")) : ""}
          />
        )}
        {standing && <DutyLines standing={standing} />}
        <Line icon="people" href="/unit?tab=contacts" label={t("people", { n: contacts.length })} value="" />
      </ul>
      {!burns && <Emergency desk={desk} helpers={standing?.helpers} />}
    </>
  );
}

/** What the unit promised, trained and still owes. */
function DutyLines({ standing }: { readonly standing: Standing }) {
  const now = useNow();
  const { commitment, training, tally } = standing;
  const lacking = training.expected === null ? 0 : training.expected - training.trained;
  const due = tally.owed - tally.met - tally.overdue;
  return (
    <>
      <Line
        icon="doc"
        href="/unit?tab=promise"
        label={w("promise")}
        ink={commitment ? "t2" : "ink-soon"}
        value={commitment ? w("promisePublic", { day: day(commitment.until, now) }) : w("promiseNone")}
      />
      <Line
        icon="book"
        href="/unit-management/training"
        label={w("training")}
        ink={lacking > 0 ? "ink-soon" : "ink-ok"}
        value={
          training.expected === null
            ? w("trainedUnknown", { n: training.trained })
            : lacking > 0
              ? w("trainedOf", { all: training.expected, n: lacking })
              : w("trainedAll", { all: training.expected })
        }
      />
      <Line
        icon="check"
        href="/unit?tab=duties"
        label={w("duties")}
        ink={tally.overdue > 0 ? "ink-overdue" : "t2"}
        value={tally.overdue > 0 ? w("dutiesLate", { n: tally.overdue }) : due > 0 ? w("dutiesDue", { n: due }) : w("dutiesFine")}
      />
    </>
  );
}

const countOf = (points: Desk["faults"], condition: string): number => points.filter((point) => point.condition === condition).length;

/** 误报 3，未办结 1 */
function outcomes(fires: Desk["alarms"]): string {
  const those = (state: string) => fires.filter((fire) => fire.state === state).length;
  const open = fires.filter((fire) => fire.closedAt === null).length;
  return inTurn(
    [
      open > 0 && t("openOf", { n: open }),
      those("closed") > 0 && t("realOf", { n: those("closed") }),
      those("falseAlarm") > 0 && t("falseOf", { n: those("falseAlarm") }),
    ].filter((each) => each !== false),
  );
}

type LineProps = { readonly icon: string; readonly label: string; readonly value: string; readonly ink?: string; readonly href?: string };
function Line({ icon, label, value, ink = "t2", href }: LineProps) {
  const body = (
    <>
      <Icon name={icon} size={22} />
      <span className="grow">{label}</span>
      <span className={ink}>{value}</span>
      {href && <Icon name="right" size={18} />}
    </>
  );
  return (
    <li>
      {href ? (
        <Go href={href} className="desk-line">
          {body}
        </Go>
      ) : (
        <span className="desk-line">{body}</span>
      )}
    </li>
  );
}

/** Open fires over everything else. */
export function Burning({ desk }: { readonly desk: Desk }) {
  const now = useNow();
  const burning = desk.alarms.filter((alarm) => alarm.kind === "fire" && alarm.closedAt === null);
  return burning.slice(0, 3).map((alarm) => (
    <section key={alarm.id} className="desk-burning" role="alert">
      <div className="row">
        <Icon name="flame" size={22} solid />
        <b className="grow">{t("burning")}</b>
        <b className="num">{running((now - Date.parse(alarm.openedAt)) / 1000)}</b>
      </div>
      <h2>{alarm.placeWords}</h2>
      <p>
        {alarm.deviceWords}　{clock(alarm.openedAt)} {alarm.stateLabel}
        {alarm.repeats > 1 && `　${t("times", { n: alarm.repeats })}`}
      </p>
    </section>
  ));
}

type EmergencyProps = { readonly desk: Desk; readonly helpers?: Standing["helpers"] | undefined };
export function Emergency({ desk, helpers }: EmergencyProps) {
  const room = desk.unit?.dutyPhone || desk.contacts.find((contact) => contact.role === "controlRoom")?.officePhone || null;
  return (
    <div className="desk-calls">
      <a href="tel:119" className="desk-call desk-call-119">
        <Icon name="phone" size={26} solid />
        <b>{t("emergency")}</b>
        <span>{t("call119")}</span>
      </a>
      {room === null && helpers && helpers.length > 0 ? (
        <Helpers helpers={helpers} />
      ) : (
        <a href={room ? `tel:${room.replace(/[^\d+]/g, "")}` : undefined} className="desk-call" aria-disabled={room === null}>
          <Icon name="phone" size={26} />
          <b>{t("room")}</b>
          <span className="num">{room ?? t("noRoom")}</span>
        </a>
      )}
    </div>
  );
}

/** A shop has no control room; it asks its street and the brigade. */
function Helpers({ helpers }: { readonly helpers: Standing["helpers"] }) {
  const phone = helpers.find((each) => each.phone)?.phone ?? null;
  return (
    <a href={phone ? `tel:${phone.replace(/[^\d+]/g, "")}` : undefined} className="desk-call" aria-disabled={phone === null}>
      <Icon name="people" size={26} />
      <b>{w("helpers")}</b>
      <span className="desk-call-names">{phone ?? listed(helpers.slice(0, 2).map((each) => each.name))}</span>
    </a>
  );
}
