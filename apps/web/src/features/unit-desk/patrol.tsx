/** 巡查: points with when each was seen last; a scan of the code on the wall opens this page at its point, with the time of the server. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow, useNow } from "../../lib/clock.ts";
import { dayTime, duration } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { sendPhoto } from "../../lib/photo.ts";
import { useMay } from "../../lib/session.ts";
import { uuidv7 } from "../../lib/uuid.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Duty } from "./model.ts";
import { w } from "./own-words.ts";
import { Photos } from "./photos.tsx";
import type { Taken } from "./self-check.ts";

type PatrolProps = { readonly duties: readonly Duty[] };
export function Patrol({ duties }: PatrolProps) {
  const now = useNow();
  const go = useGo();
  const may = useMay();
  const code = new URLSearchParams(useSearchText()).get("point");
  const points = useQuery({
    queryKey: ["unit", "points"],
    queryFn: async () =>
      (await api.get("/unit-management/patrol-point", { where: JSON.stringify({ inUse: true }), sort: "id", limit: 100 })).rows,
  }).data;
  const seen = useQuery({
    queryKey: ["unit", "patrols"],
    queryFn: async () => (await api.get("/unit-management/patrol", { sort: "-patrolledAt", limit: 100 })).rows,
  }).data;
  const turns = duties.find((duty) => duty.matter === "patrol" && duty.confirmed);
  const asked = new URLSearchParams(useSearchText()).get("kind");
  const daily = duties.filter((duty) => duty.confirmed && duty.every === "day" && duty.matter !== "patrol" && duty.state !== "resting");
  if (!turns && daily.length === 0 && (points?.length ?? 0) === 0 && code === null) return null;
  const back = () => go("/unit?tab=check", { replace: true });
  const chosen = points?.find((point) => point.code === code);
  return (
    <section className="desk-card">
      <h3 className="desk-group">
        {w("patrol")} {turns && <span className={turns.state === "overdue" ? "ink-overdue" : "t2"}>{turnWords(turns)}</span>}
      </h3>
      {code !== null && (
        <AtPoint key={code} code={code} kind="patrol" place={chosen ? `${chosen.place} ${chosen.name}` : code} onDone={back} />
      )}
      {daily.map((duty) => {
        const kind = kinds.find((each) => duty.evidence.includes(each));
        if (!kind) return null;
        return asked === kind ? (
          <AtPoint key={duty.id} code={null} kind={kind} title={duty.title} place={w("wholePlace")} onDone={back} />
        ) : (
          <div key={duty.id} className="desk-row">
            <Icon name="check" size={20} />
            <span className="grow">
              <b>{duty.title}</b>
              <small className={duty.state === "overdue" ? "ink-overdue" : "t2"}>{w(`state_${duty.state}`)}</small>
            </span>
            {may("unit-management.own") && (
              <Button size="small" onClick={() => go(`/unit?tab=check&kind=${kind}`)}>
                {w("record")}
              </Button>
            )}
          </div>
        );
      })}
      {points?.length === 0 && <p className="desk-none t2">{w("noPointsHint")}</p>}
      {points?.map((point) => {
        const last = seen?.find((each) => each.spot === point.id || each.pointName === `${point.place} ${point.name}`);
        return (
          <div key={point.id} className="desk-row">
            <Icon name="qr" size={20} />
            <span className="grow">
              <b>{point.name}</b>
              <small className="t2">{point.place}</small>
            </span>
            <small className="t2">{last?.patrolledAt ? w("lastSeen", { at: dayTime(last.patrolledAt, now) }) : w("neverSeen")}</small>
            {may("unit-management.own") && (
              <Button size="small" onClick={() => go(`/unit?tab=check&point=${point.code}`)}>
                {w("record")}
              </Button>
            )}
          </div>
        );
      })}
      <p className="desk-none t2 small">{w("scanHint")}</p>
    </section>
  );
}

function turnWords(duty: Duty): string {
  if (duty.state === "met") return w("turnDone");
  if (duty.state === "overdue") return w("turnLate", { n: Math.max(1, duty.missed) });
  return duty.minutesLeft === null ? "" : w("turnLeft", { left: duration(Math.max(0, duty.minutesLeft) * 60) });
}

/** Looks of the day that are no round of points. */
const kinds = ["closing", "night", "controlRoom"] as const;
type AtPointProps = {
  readonly code: string | null;
  readonly kind: "patrol" | (typeof kinds)[number];
  readonly place: string;
  readonly title?: string;
  readonly onDone: () => void;
};
function AtPoint({ code, kind, place, title, onDone }: AtPointProps) {
  const client = useQueryClient();
  // The moment of the scan, not of the button: one may walk on while the line is gone.
  const [at] = useState(() => new Date(serverNow()).toISOString());
  const [id] = useState(() => uuidv7(serverNow()));
  const [result, setResult] = useState<"normal" | "problem">("normal");
  const [found, setFound] = useState("");
  const [photos, setPhotos] = useState<readonly Taken[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const ids: string[] = [];
      for (const { blob } of photos) ids.push(await sendPhoto(blob));
      const { hazard } = await api.post("/unit/patrols", { id, kind, code, place, at, result, found, photos: ids });
      toast.done(w(hazard ? "recordedHazard" : "recorded"));
      await client.invalidateQueries({ queryKey: ["unit"] });
      onDone();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="desk-item">
      <b>{title ?? w("atPoint", { place })}</b>
      <Segments
        label={w("patrol")}
        solid
        items={[
          { key: "normal", label: w("normal") },
          { key: "problem", label: w("problem") },
        ]}
        value={result}
        onChange={setResult}
      />
      {result === "problem" && (
        <div className="desk-failed">
          <Input
            placeholder={w("note")}
            aria-label={w("note")}
            maxLength={200}
            value={found}
            onChange={(event) => setFound(event.target.value)}
          />
          <Photos photos={photos} needed={false} onChange={setPhotos} />
        </div>
      )}
      <Button
        kind="primary"
        busy={busy}
        reason={result === "problem" && found.trim() === "" ? w("note") : undefined}
        onClick={() => void send()}
      >
        {w("record")}
      </Button>
    </div>
  );
}
