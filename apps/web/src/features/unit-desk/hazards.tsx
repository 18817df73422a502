/** 隐患: what this unit has to mend, nearest term first; mending is a photo and a word. */
import type { HazardLoopHazard } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { day, daysBetween } from "../../lib/format.ts";
import { Go, useSearchText } from "../../lib/go.tsx";
import { sendPhoto } from "../../lib/photo.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { hazardsQuery } from "./model.ts";
import { w } from "./own-words.ts";
import { Photos } from "./photos.tsx";
import type { Taken } from "./self-check.ts";

export function Hazards({ kind }: { readonly kind: string }) {
  const { data, error, refetch } = useQuery(hazardsQuery);
  const chosen = new URLSearchParams(useSearchText()).get("mend");
  if (error) return <Trouble error={error} what={w("hazards")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={w("hazards")} />;
  const open = data.filter((row) => row.closedAt === null);
  const closed = data.filter((row) => row.closedAt !== null);
  return (
    <>
      {open.length === 0 && (
        <StateBlock kind="empty" title={w("noHazard")}>
          {w("noHazardHint")}
        </StateBlock>
      )}
      {open.map((row) => (
        <OneHazard key={row.id} row={row} isOpen={row.id === chosen} fund={kind === "residence"} />
      ))}
      {closed.length > 0 && (
        <section className="desk-card">
          <h3 className="desk-group">{w("closedOnes")}</h3>
          {closed.slice(0, 10).map((row) => (
            <div key={row.id} className="desk-row">
              <span className="grow">
                <b>{row.what}</b>
                <small className="t2">{row.placeWords}</small>
              </span>
              <span className="ink-ok">{stateOf(row.state)}</span>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

type State = "found" | "graded" | "assigned" | "rectified" | "closed" | "void";
const stateOf = (state: string | null | undefined): string => w(`s_${(state ?? "found") as State}`);

/** 明天到期, 3月25日到期, 已逾期 2 天. */
export function dueWords(dueOn: string | null | undefined, now: number): string {
  if (!dueOn) return "";
  const left = daysBetween(now, dueOn);
  if (left < 0) return w("overdue", { n: -left });
  return left === 0 ? w("dueToday") : left === 1 ? w("dueTomorrow") : w("dueOn", { day: day(dueOn, now) });
}

function OneHazard({ row, isOpen, fund }: { readonly row: HazardLoopHazard; readonly isOpen: boolean; readonly fund: boolean }) {
  const now = useNow();
  const may = useMay();
  const [mends, setMends] = useState(isOpen);
  const [applies, setApplies] = useState(false);
  const mine = row.state === "assigned" && row.rectifier === "unit" && may("hazard-loop.rectify");
  const late = row.dueOn !== null && row.dueOn !== undefined && daysBetween(now, row.dueOn) < 2;
  return (
    <section className={mine && late ? "desk-card desk-hazard desk-hazard-late" : "desk-card desk-hazard"} data-hazard={row.id}>
      <div className="desk-hazard-head">
        <Icon name="fault" size={22} />
        <span className="grow">
          <b>{row.what}</b>
          <small className="t2">{row.placeWords}</small>
          <small className={mine && late ? "ink-overdue" : "t2"}>
            {mine ? [dueWords(row.dueOn, now), w("photoThenMend")].filter(Boolean).join("　") : stateOf(row.state)}
          </small>
        </span>
        {mine && !mends && (
          <Button icon="camera" onClick={() => setMends(true)}>
            {w("rectify")}
          </Button>
        )}
      </div>
      {mends && mine && <Mend row={row} onDone={() => setMends(false)} />}
      {fund && mine && may("unit-management.own") && (
        <div className="desk-failed">
          {applies ? (
            <Fund hazard={row.id} onDone={() => setApplies(false)} />
          ) : (
            <Button kind="text" onClick={() => setApplies(true)}>
              {w("fund")}
            </Button>
          )}
        </div>
      )}
      <Go href={`/hazard-loop/hazard/${row.id}`} className="desk-hazard-more link">
        {row.number}
      </Go>
    </section>
  );
}

function Mend({ row, onDone }: { readonly row: HazardLoopHazard; readonly onDone: () => void }) {
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [photos, setPhotos] = useState<readonly Taken[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const ids: string[] = [];
      for (const { blob } of photos) ids.push(await sendPhoto(blob));
      await api.post("/hazard-loop/hazard/{id}/rectify", { id: row.id, rectifyNote: note, rectifyPhotos: ids });
      toast.done(w("mended"));
      onDone();
      await client.invalidateQueries({ queryKey: ["unit"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const reason = photos.length === 0 ? w("noPhoto") : note.trim() === "" ? w("whatDone") : undefined;
  return (
    <div className="desk-failed">
      <Photos photos={photos} needed onChange={setPhotos} />
      <TextArea
        aria-label={w("whatDone")}
        placeholder={w("whatDone")}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button kind="primary" size="large" busy={busy} reason={reason} onClick={() => void send()}>
        {w("done")}
      </Button>
    </div>
  );
}

function Fund({ hazard, onDone }: { readonly hazard: string; readonly onDone: () => void }) {
  const [works, setWorks] = useState("");
  const [amount, setAmount] = useState("");
  const send = async () => {
    try {
      await api.post("/unit-management/fund-requests", { hazard, works, amount: Number(amount) });
      toast.done(w("fundSent"));
      onDone();
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <>
      <small className="t2">{w("fundHelp")}</small>
      <Field label={w("fundWorks")}>
        {(ids) => <TextArea {...ids} rows={2} value={works} onChange={(event) => setWorks(event.target.value)} />}
      </Field>
      <Field label={w("fundAmount")}>
        {(ids) => <Input {...ids} unit="元" inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />}
      </Field>
      <Button
        kind="primary"
        reason={works.trim().length < 4 || !(Number(amount) > 0) ? w("fundWorks") : undefined}
        onClick={() => void send()}
      >
        {w("fund")}
      </Button>
    </>
  );
}
