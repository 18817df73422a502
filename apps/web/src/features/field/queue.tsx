/** 待传: what has not arrived and why, how far each photo is, conflicts for people to decide, and today's receipts. */
import { useRef } from "react";
import { cx } from "../../lib/class.ts";
import { dayKey, time } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Group } from "./domain/queue.ts";
import type { PhotoRow, SnapRow, VisitRow } from "./domain/rows.ts";
import { sendNow, useSending } from "./engine.ts";
import { type Queue, useQueue, useStored } from "./live-query.ts";
import { useStore } from "./person.ts";
import { FieldShell } from "./shell.tsx";
import { tryAgain } from "./store.ts";
import { t } from "./words.ts";

const MB = 1_048_576;

export default function QueuePage() {
  return (
    <FieldShell title={<Title />} end={<SentLink />} tab="queue">
      <Body />
    </FieldShell>
  );
}

function Title() {
  const left = useQueue()?.left.pieces ?? 0;
  return left > 0 ? `${t("queue")} ${left}` : t("queue");
}

const SentLink = () => (
  <a className="link" href="#sent">
    {t("sentRecords")}
  </a>
);

function Body() {
  const queue = useQueue();
  const snaps = useStored((store) => store.snaps.toArray());
  const { busy, online, trouble } = useSending();
  if (!queue || !snaps) return null;
  const open = queue.groups.filter(({ state }) => state !== "received");
  const { left } = queue;
  return (
    <>
      <dl className="field-figures">
        <Figure label={t("figPhotos")} value={left.photos} unit={t("sheets")} />
        <Figure label={t("figRecords")} value={left.records} unit={t("copies")} />
        <Figure label={t("figSigns")} value={left.signatures} unit={t("pieces")} />
        <Figure label={t("figTotal")} value={(left.bytes / MB).toFixed(1)} unit="MB" />
      </dl>
      <div className="field-cards">
        {trouble && <p className="field-hint ink-overdue">{trouble}</p>}
        {open.map((group) => (
          <Card key={group.id} group={group} queue={queue} snaps={snaps} />
        ))}
        {open.length === 0 && (
          <p className="field-hint">
            <Icon name="ok" size={18} />
            {t("queueEmpty")}
          </p>
        )}
        {left.pieces > 0 && online && (
          <Button size="large" busy={busy} onClick={() => void sendNow()}>
            {t("sendNow")}
          </Button>
        )}
        <Sent queue={queue} snaps={snaps} />
      </div>
    </>
  );
}

const Figure = ({ label, value, unit }: { readonly label: string; readonly value: number | string; readonly unit: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <b className="num">{value}</b> {unit}
    </dd>
  </div>
);

type Named = { readonly name: string; readonly what: string };
/** What a group is called: its unit and how far the record is, or what was seen. */
function nameOf(group: Group, { visits, patrols, risks }: Queue, snaps: readonly SnapRow[]): Named {
  const patrol = patrols.find(({ id }) => id === group.id);
  if (patrol) return { name: patrol.route, what: patrol.endedAt ? t("patrol") : t("patrolUnderWay", { n: patrol.facts.length }) };
  const risk = risks.find(({ id }) => id === group.id);
  if (risk) return { name: risk.place, what: t("risk") };
  const visit = visits.find(({ id }) => id === group.id);
  if (visit) {
    const of = visit.finishedAt ? t("record") : t("recordOf", { n: Object.keys(visit.answers).length, of: visit.list.items.length });
    return { name: visit.unitName, what: of };
  }
  const snap = snaps.find(({ id }) => id === group.id);
  return { name: snap?.unitName ?? snap?.place ?? "", what: `${t("snapOf")}　${snap?.what ?? ""}` };
}

const isSent = ({ state }: PhotoRow): boolean => state === "received";

function Card({ group, queue, snaps }: { readonly group: Group; readonly queue: Queue; readonly snaps: readonly SnapRow[] }) {
  const store = useStore();
  const { name, what } = nameOf(group, queue, snaps);
  const photos = group.photos.filter(({ state }) => state !== "held");
  const thumb = photos.at(-1)?.thumb;
  const again = () => void tryAgain(store, group.id).then(sendNow);
  return (
    <section className={cx("field-card field-queued", (group.state === "conflict" || group.state === "refused") && "field-wrong")}>
      {thumb ? (
        <img className="field-thumb" src={thumb} alt="" />
      ) : (
        <span className="field-thumb">
          <Icon name="doc" size={26} />
        </span>
      )}
      <div className="grow">
        <div className="field-card-row">
          <h2 className="truncate">{name}</h2>
          <StateOf group={group} photos={photos} />
        </div>
        <div className="field-card-row field-card-sub">
          <span className="truncate">
            {what}
            {photos.length > 0 && `　${t("photosN", { n: photos.length })}`}
          </span>
          <span className="num">{time(group.at)}</span>
        </div>
      </div>
      <Progress photos={photos} />
      {group.state === "conflict" && <Conflict visit={queue.visits.find(({ id }) => id === group.id)} />}
      {group.state === "refused" && (
        <div className="field-why">
          <p>{group.message}</p>
          <Button size="large" onClick={again}>
            {t("again")}
          </Button>
        </div>
      )}
    </section>
  );
}

function StateOf({ group, photos }: { readonly group: Group; readonly photos: readonly PhotoRow[] }) {
  const { online } = useSending();
  if (group.state === "conflict") return <span className="ink-overdue nowrap">{t("conflict")}</span>;
  if (group.state === "refused") return <span className="ink-overdue nowrap">{t("refused")}</span>;
  if (group.state === "sent")
    return <span className="ink-met nowrap">{t("sentOf", { n: photos.filter(isSent).length, of: photos.length })}</span>;
  return <span className="t2 nowrap">{group.state === "here" && !online ? t("savedHere") : t("waiting")}</span>;
}

/** The first photo that is neither begun nor whole. */
function Progress({ photos }: { readonly photos: readonly PhotoRow[] }) {
  const { busy } = useSending();
  const index = photos.findIndex(({ state, shown, original }) => state === "waiting" && shown.sentBytes + (original?.sentBytes ?? 0) > 0);
  const photo = photos[index];
  if (!photo) return null;
  const of = photo.shown.sizeBytes + (photo.original?.sizeBytes ?? 0);
  const percent = Math.floor(((photo.shown.sentBytes + (photo.original?.sentBytes ?? 0)) / of) * 100);
  return (
    <div className="field-sending">
      <progress value={percent} max={100} aria-label={`${percent} %`} />
      <span className="t2">{t(busy ? "sendingAt" : "stoppedAt", { n: index + 1, p: percent })}</span>
    </div>
  );
}

function Conflict({ visit }: { readonly visit: VisitRow | undefined }) {
  const conflict = visit?.told?.conflict;
  if (!conflict) return null;
  return (
    <div className="field-why">
      <p>{t("otherChecked", { who: conflict.with, time: time(conflict.at), n: conflict.items.length })}</p>
      <a className="btn btn-primary btn-large" href={`/inspection/conflict/${conflict.id}`}>
        {t("compare")}
      </a>
    </div>
  );
}

/** One line a group with something that arrived today, newest first. */
function Sent({ queue, snaps }: { readonly queue: Queue; readonly snaps: readonly SnapRow[] }) {
  const list = useRef<HTMLElement>(null);
  const today = dayKey(Date.now());
  const received = queue.pieces.filter(({ receivedAt }) => receivedAt !== null && dayKey(receivedAt) === today);
  const photos = queue.photos.filter(isSent);
  const groups = queue.groups.filter(({ id }) => received.some(({ group }) => group === id));
  return (
    <section ref={list} id="sent">
      <h3 className="field-hint">{received.length > 0 ? t("sentToday", { n: received.length + photos.length }) : t("nothingSent")}</h3>
      {groups.length > 0 && (
        <ul className="field-card field-sent">
          {groups.map((group) => {
            const last = received.filter((piece) => piece.group === group.id).at(-1);
            const of = photos.filter((photo) => photo.group === group.id).length;
            return (
              <li key={group.id}>
                <span className="ink-ok">
                  <Icon name="ok" size={22} />
                </span>
                <span className="grow truncate">
                  {nameOf(group, queue, snaps).name}　{of > 0 ? t("photosN", { n: of }) : t("record")}
                </span>
                <span className="t2 nowrap num">
                  {t("receipt", { r: last?.receipt?.slice(0, 4) ?? "" })}　{last?.receivedAt ? time(last.receivedAt) : ""}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
