/** 随手拍: photo first, then what and where. One report is one hazard. */
import { useEffect, useState } from "react";
import { useGo } from "../../lib/go.tsx";
import { uuidv7 } from "../../lib/uuid.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { addSnapPhoto, snap } from "./acts.ts";
import { useDay } from "./day.ts";
import { sendNow } from "./engine.ts";
import { useHere } from "./here.ts";
import { forgetKept, useKept } from "./kept.ts";
import { useStored } from "./live-query.ts";
import { usePerson, useStore } from "./person.ts";
import { makePhoto } from "./photo.ts";
import { Camera, stampOf } from "./photos.tsx";
import { FieldShell } from "./shell.tsx";
import { t } from "./words.ts";

export default function Snap() {
  return (
    <FieldShell title={t("snapTitle")} tab="snap">
      <Form />
    </FieldShell>
  );
}

/** The report that was begun and not sent off, or a new one. */
const useReport = (name: string): string => {
  const [fresh] = useState(uuidv7);
  const [id, keep] = useKept(name, fresh);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the report is begun
  useEffect(() => keep(id), []);
  return id;
};

function Form() {
  const store = useStore();
  const { person } = usePerson();
  const go = useGo();
  const here = useHere();
  const units = useDay()?.body.units ?? [];
  const kept = (field: string) => `snap.${person?.id}.${field}`;
  const hazard = useReport(kept("id"));
  const photos = useStored((from) => from.photos.where("group").equals(hazard).toArray(), hazard) ?? [];
  const [what, setWhat] = useKept(kept("what"), "");
  const [place, setPlace] = useKept(kept("place"), "");
  const [unit, setUnit] = useKept(kept("unit"), "");
  const [trouble, setTrouble] = useState<string>();
  const take = async (file: File) => {
    const takenAt = new Date().toISOString();
    const made = await makePhoto(file, stampOf(takenAt, place, here, person?.name ?? ""), takenAt);
    await addSnapPhoto(store, hazard, made, { point: here, place });
  };
  const report = async () => {
    if (photos.length === 0) return setTrouble(t("needPhoto"));
    if (what.trim().length < 2) return setTrouble(t("needWhat"));
    const chosen = units.find(({ id }) => id === unit) ?? null;
    const where = place.trim() || chosen?.address || "";
    if (where === "") return setTrouble(t("needWhere"));
    await snap(store, { hazard, what: what.trim(), place: where, unit: chosen, point: here });
    forgetKept(kept(""));
    toast.done(t("reported"));
    void sendNow();
    go("/field/queue");
  };
  return (
    <div className="field-cards">
      <section className="field-card field-form">
        <div className="field-photos">
          {photos.map((photo) => (
            <span key={photo.id} className="field-photo">
              <img src={photo.thumb} alt="" />
            </span>
          ))}
          <Camera onPhoto={take} onTrouble={setTrouble} />
        </div>
        <div className="field-kinds">
          {t("snapKinds")
            .split(/[、,]/)
            .map((kind) => (
              <button key={kind} type="button" className="field-kind" aria-pressed={what === kind} onClick={() => setWhat(kind)}>
                {kind}
              </button>
            ))}
        </div>
        <Field label={t("snapWhat")}>
          {(ids) => <Input {...ids} value={what} maxLength={500} onChange={(event) => setWhat(event.target.value)} />}
        </Field>
        <Field label={t("snapWhere")}>
          {(ids) => <Input {...ids} value={place} maxLength={200} onChange={(event) => setPlace(event.target.value)} />}
        </Field>
        <Field label={t("snapUnit")} optional>
          {(ids) => (
            <Select
              {...ids}
              value={unit}
              empty={t("none")}
              onChange={(event) => setUnit(event.target.value)}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        {trouble && (
          <p className="ink-overdue" role="alert">
            {trouble}
          </p>
        )}
        <Button kind="primary" size="large" className="field-action" onClick={() => void report()}>
          {t("report")}
        </Button>
      </section>
    </div>
  );
}
