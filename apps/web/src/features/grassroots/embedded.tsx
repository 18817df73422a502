/** The page another platform shows inside its own: narrow, without frame or menu; signed in by that platform, for a while and for little. SH-1.13, TY-2.6.2.1 */
import { useCallback, useEffect, useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, listed } from "../../lib/format.ts";
import { usePath } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Signal, Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { EmbeddedError, exchange, type Home, readHome, takeTicket } from "./embedded-client.ts";
import { HazardForm, MoveForm, PatrolForm } from "./embedded-forms.tsx";
import { e } from "./embedded-words.ts";
import "./grassroots.css";

/** The exchange is made once a page, however often React draws it: a second would find the ticket spent. */
let opening: Promise<string> | null = null;

export default function Embedded() {
  const key = usePath().split("/")[2] ?? "";
  const [token, setToken] = useState<string | null>(null);
  const [over, setOver] = useState<"none" | "noTicket" | "reopen">("none");
  useEffect(() => {
    document.title = e("title");
    const ticket = opening === null ? takeTicket() : null;
    if (ticket) opening = exchange(key, ticket).then((session) => session.token);
    if (opening === null) setOver("noTicket");
    else opening.then(setToken, () => setOver("reopen"));
  }, [key]);
  if (over !== "none")
    return (
      <main className="embed">
        <StateBlock kind="locked" title={e(over)}>
          {e(over === "noTicket" ? "noTicketHint" : "reopenHint")}
        </StateBlock>
      </main>
    );
  if (!token) return <Loading what={e("opening")} rows={4} />;
  return <Page token={token} onOver={() => setOver("reopen")} />;
}

type Asking = { readonly form: "patrol" | "hazard" } | { readonly form: "take" | "finish"; readonly event: Home["events"][number] } | null;

function Page({ token, onOver }: { readonly token: string; readonly onOver: () => void }) {
  const [home, setHome] = useState<Home | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const failed = useCallback(
    (error: unknown) => {
      if (error instanceof EmbeddedError && error.status === 401) onOver();
      else toast.trouble(error);
    },
    [onOver],
  );
  const refresh = useCallback(() => void readHome(token).then(setHome, failed), [token, failed]);
  useEffect(refresh, [refresh]);
  if (!home) return <Loading what={e("title")} rows={4} />;
  const close = () => setAsking(null);
  const done = () => {
    close();
    refresh();
  };
  return (
    <main className="embed">
      <header className="embed-head">
        <h1>{e("title")}</h1>
        <span className="small t2">
          {home.name} {home.areaName}
        </span>
      </header>
      <Figures home={home} />
      <div className="embed-actions">
        {home.may.patrol && home.member && (
          <Button kind="primary" icon="walk" onClick={() => setAsking({ form: "patrol" })}>
            {e("addPatrol")}
          </Button>
        )}
        {home.may.find && (
          <Button icon="fault" onClick={() => setAsking({ form: "hazard" })}>
            {e("addHazard")}
          </Button>
        )}
      </div>
      {asking?.form === "patrol" && <PatrolForm token={token} onDone={done} onClose={close} onFailed={failed} />}
      {asking?.form === "hazard" && <HazardForm token={token} areas={home.areas} onDone={done} onClose={close} onFailed={failed} />}
      {asking && "event" in asking && (
        <MoveForm token={token} move={asking.form} event={asking.event} onDone={done} onClose={close} onFailed={failed} />
      )}
      <Panel title={e("events")} aside={home.events.length} flush>
        {home.events.length === 0 && <p className="embed-event t2">{e("noEvents")}</p>}
        {home.events.map((event) => (
          <EventLine key={event.id} event={event} mayHandle={home.may.handle} onMove={(form) => setAsking({ form, event })} />
        ))}
      </Panel>
      {home.station && (
        <p className="small t2">
          {[
            `${e("station")} ${home.station.phone ?? ""}`,
            e("staff", { n: home.station.staffPresent ?? 0, of: home.station.staffStandard ?? 0 }),
            home.station.onDuty.length > 0 ? e("onDuty", { names: listed(home.station.onDuty) }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
    </main>
  );
}

function Figures({ home }: { readonly home: Home }) {
  const figure = (label: string, value: string, bad = false) => (
    <div key={label}>
      <span className="small t2">{label}</span>
      <b className={bad ? "fig ink-overdue" : "fig"} style={{ display: "block" }}>
        {value}
      </b>
    </div>
  );
  return (
    <div className="embed-figures">
      {home.member && figure(e("patrols"), `${home.member.patrols}/${home.member.planned ?? 0}`)}
      {figure(e("hazards"), String(home.hazards.open), home.hazards.overdue > 0)}
      {figure(e("registers"), e("registersN", { n: home.registers.stale }), home.registers.stale > 0)}
    </div>
  );
}

const stateWords = { received: "received", handling: "handling", linked: "linked" } as const;
const kindWords = { hazard: "hazard", task: "task", report: "report" } as const;

function EventLine({
  event,
  mayHandle,
  onMove,
}: {
  readonly event: Home["events"][number];
  readonly mayHandle: boolean;
  readonly onMove: (move: "take" | "finish") => void;
}) {
  const late = event.dueAt !== null && Date.parse(event.dueAt) < serverNow();
  const move = event.state === "received" ? "take" : event.state === "handling" ? "finish" : null;
  return (
    <div className="embed-event">
      <div className="row">
        <b className="grow">{event.title}</b>
        {late && <Signal meaning="overdue">{e("overdue")}</Signal>}
        <Tag>{e(kindWords[event.kind as keyof typeof kindWords] ?? "task")}</Tag>
      </div>
      <span className="small t2">
        {event.placeWords} · {e(stateWords[event.state as keyof typeof stateWords] ?? "received")}
        {event.dueAt && !late ? ` · ${e("due", { on: day(dayKey(event.dueAt), serverNow()) })}` : ""}
      </span>
      {move && mayHandle && (
        <Button kind={move === "take" ? "primary" : "plain"} onClick={() => onMove(move)}>
          {e(move)}
        </Button>
      )}
    </div>
  );
}
