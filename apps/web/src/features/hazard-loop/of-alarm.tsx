/** Of an alarm: the hazard it became, or the button that makes it one. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Due } from "../../ui/due.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { Loading } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Page } from "../ledger/use-list.ts";
import { t } from "./words.ts";

const PATH = "hazard-loop/hazard";

export default function OfAlarm({ row }: PanelProps) {
  const may = useMay();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const found = useQuery({
    queryKey: ["ledger", PATH, "of-alarm", row.id],
    queryFn: ({ signal }) => api.get<Page>(PATH, { where: JSON.stringify({ originId: row.id }), limit: 5 }, signal),
    enabled: may("hazard-loop.hazard.read"),
  });
  const raise = async () => {
    setBusy(true);
    try {
      const made = await api.post("/hazard-loop/from-alarm/{id}", { id: row.id, note: note.trim() });
      await client.invalidateQueries({ queryKey: ["ledger", PATH] });
      toast.done(made.isNew ? t("made", { number: made.number }) : t("counted", { n: made.repeats }));
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  if (found.isLoading) return <Loading rows={2} />;
  const hazards = found.data?.rows ?? [];
  return (
    <div className="col" style={{ gap: 12 }}>
      {hazards.length === 0 && <p className="small t2">{t("noneOfAlarm")}</p>}
      {hazards.map((hazard) => (
        <p key={hazard.id} className="row row-wide">
          <Go href={`/${PATH}/${hazard.id}`}>{String(hazard.number)}</Go>
          <span className="grow">{String(hazard.what)}</span>
          <Due at={String(hazard.dueAt ?? "")} done={Boolean(hazard.closedAt)} />
        </p>
      ))}
      {hazards.length === 0 && may("hazard-loop.find") && (
        <>
          <Field label={t("problem")} optional>
            {(ids) => <TextArea {...ids} maxLength={400} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
          <span>
            <Button kind="primary" busy={busy} onClick={() => void raise()}>
              {t("toHazard")}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}
