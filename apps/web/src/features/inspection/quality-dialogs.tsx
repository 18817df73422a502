/** Drawing finished checks to be looked at again, and what looking again found. */
import type { Gives, QualitySample } from "@suiren/api-client";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

type Props = { readonly onDone: () => void; readonly onClose: () => void };
type Finished = Gives<"GET", "/inspection/quality/samples">["byInspector"];
const digits = (text: string): string => text.replace(/\D/g, "");

export function DrawSamples({
  byInspector,
  finished,
  onDone,
  onClose,
}: Props & { readonly byInspector: Finished; readonly finished: number }) {
  const [count, setCount] = useState("3");
  const [inspector, setInspector] = useState("");
  const [within, setWithin] = useState("30");
  const [dueIn, setDueIn] = useState("10");
  const [busy, setBusy] = useState(false);
  const draw = async () => {
    setBusy(true);
    try {
      const made = await api.post("/inspection/quality/samples", {
        count: Number(count),
        withinDays: Number(within),
        dueInDays: Number(dueIn),
        ...(inspector ? { inspector } : {}),
      });
      toast.done(t("drawn", { from: made.from, n: made.tasks.length }));
      onDone();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("drawTitle")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={Number(count) > 0 ? undefined : t("howMany")} onClick={() => void draw()}>
            {t("draw")}
          </Button>
        </>
      }
    >
      <p className="small t2">{t("ofFinished", { n: finished })}</p>
      <div className="insp-form">
        <Field label={t("howMany")}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              value={count}
              unit={t("times")}
              onChange={(event) => setCount(digits(event.target.value))}
            />
          )}
        </Field>
        <Field label={t("whose")}>
          {(ids) => (
            <Select
              {...ids}
              empty={t("all")}
              options={byInspector.map(({ id, name, finished: n }) => ({ value: id, label: `${name} ${n}` }))}
              value={inspector}
              onChange={(event) => setInspector(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("withinDays")}>
          {(ids) => (
            <Select
              {...ids}
              options={["30", "60", "90"].map((value) => ({ value, label: t("days", { n: value }) }))}
              value={within}
              onChange={(event) => setWithin(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("dueInDays")}>
          {(ids) => (
            <Select
              {...ids}
              options={["5", "10", "20"].map((value) => ({ value, label: t("days", { n: value }) }))}
              value={dueIn}
              onChange={(event) => setDueIn(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

export function EnterResult({ sample, onDone, onClose }: Props & { readonly sample: QualitySample }) {
  const [given, setGiven] = useState({ found: "", missedSerious: "0", missedOther: "0" });
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const made = await api.post("/inspection/quality", {
        original: sample.original,
        recheck: sample.recheck,
        found: Number(given.found),
        missedSerious: Number(given.missedSerious),
        missedOther: Number(given.missedOther),
        ...(note.trim() ? { note: note.trim() } : {}),
      });
      toast.done(t("recorded", { score: made.score }));
      onDone();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const count = (key: keyof typeof given) => (
    <Field label={t(key)}>
      {(ids) => (
        <Input
          {...ids}
          inputMode="numeric"
          maxLength={4}
          value={given[key]}
          unit={t("place")}
          onChange={(event) => setGiven({ ...given, [key]: digits(event.target.value) })}
        />
      )}
    </Field>
  );
  return (
    <Dialog
      title={`${sample.unitName} ${t("enter")}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={given.found === "" ? t("found") : undefined} onClick={() => void save()}>
            {t("enter")}
          </Button>
        </>
      }
    >
      <p className="small t2">
        {t("originalFound")} {sample.originalFound} {t("place")}　{sample.inspectorName}
      </p>
      <div className="insp-form">
        {count("found")}
        {count("missedSerious")}
        {count("missedOther")}
        <div className="insp-all">
          <Field label={t("note")} optional help={t("scoreRule")}>
            {(ids) => <TextArea {...ids} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
