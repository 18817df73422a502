/** Stating a base map and sending it: what the file itself cannot say for certain comes first, then the bytes with their progress. */
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { type BaseMap, sizeWord, type Where } from "./model.ts";
import { type Stated, sendBaseMap } from "./send.ts";
import { t } from "./words.ts";

const DayField = lazy(() => import("../../ui/antd/day-field.tsx"));
const ACCEPTED = ".pmtiles,.geojson,.json";
const DATUMS = [
  { value: "cgcs2000", label: "CGCS2000" },
  { value: "wgs84", label: "WGS-84" },
  { value: "gcj02", label: "GCJ-02" },
  { value: "bd09", label: "BD-09" },
] as const;
export const wheres = (): readonly { readonly value: Where; readonly label: string }[] =>
  (["all", "light", "dark", "none"] as const).map((value) => ({ value, label: t(value) }));

type Form = { readonly [K in "name" | "source" | "attribution" | "approvalNumber" | "datum" | "validUntil"]: string };
const EMPTY: Form = { name: "", source: "", attribution: "", approvalNumber: "", datum: "cgcs2000", validUntil: "" };

const statedOf = ({ approvalNumber, validUntil, datum, ...form }: Form): Stated => ({
  ...form,
  datum: DATUMS.find(({ value }) => value === datum)?.value ?? "cgcs2000",
  ...(approvalNumber.trim() ? { approvalNumber: approvalNumber.trim() } : {}),
  ...(validUntil ? { validUntil } : {}),
});

/** @param unfinished an upload that broke off: its statement stands in the form already */
export function ImportMap({ unfinished, onClose }: { readonly unfinished?: BaseMap | undefined; readonly onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [form, setForm] = useState<Form>(() => (unfinished ? formOf(unfinished) : EMPTY));
  const [where, setWhere] = useState<Where>("all");
  const { sent, start, pause } = useSending(onClose);
  const missing = !file || [form.name, form.source, form.attribution].some((text) => text.trim().length < 2);
  const busy = sent !== null;
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  return (
    <Dialog
      title={t("import")}
      width={560}
      onClose={busy ? pause : onClose}
      foot={
        <>
          {file && sent !== null && <Progress done={sent} all={file.size} />}
          <span className="grow" />
          <Button onClick={busy ? pause : onClose}>{t(busy ? "pause" : "cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={missing ? t("required") : undefined}
            onClick={() => file && void start(file, statedOf(form), where)}
          >
            {t("start")}
          </Button>
        </>
      }
    >
      <fieldset className="base-map-form" disabled={busy}>
        <Field label={t("file")} help={t("fileHelp")}>
          {(ids) => (
            <input
              {...ids}
              type="file"
              accept={ACCEPTED}
              onChange={(event) => {
                const chosen = event.target.files?.[0] ?? null;
                setFile(chosen);
                if (chosen && form.name === "") set({ name: chosen.name.replace(/\.[^.]+$/, "") });
              }}
            />
          )}
        </Field>
        <Statement form={form} set={set} />
        <Field label={t("where")}>
          {(ids) => <Select {...ids} options={wheres()} value={where} onChange={(event) => setWhere(whereFrom(event.target.value))} />}
        </Field>
      </fieldset>
    </Dialog>
  );
}

export const whereFrom = (text: string): Where => wheres().find(({ value }) => value === text)?.value ?? "none";

const formOf = ({ name, source, attribution, approvalNumber, datum, validUntil }: BaseMap): Form => ({
  ...{ name, source, attribution, datum },
  approvalNumber: approvalNumber ?? "",
  validUntil: validUntil ?? "",
});

function Statement({ form, set }: { readonly form: Form; readonly set: (change: Partial<Form>) => void }) {
  const text = (key: "name" | "source" | "attribution", help?: string) => (
    <Field label={t(key)} help={help}>
      {(ids) => <Input {...ids} name={key} maxLength={120} value={form[key]} onChange={(event) => set({ [key]: event.target.value })} />}
    </Field>
  );
  return (
    <>
      {text("name")}
      {text("source", t("sourceHelp"))}
      {text("attribution", t("attributionHelp"))}
      <Field label={t("approval")} optional help={t("approvalHelp")}>
        {(ids) => (
          <Input {...ids} maxLength={60} value={form.approvalNumber} onChange={(event) => set({ approvalNumber: event.target.value })} />
        )}
      </Field>
      <Field label={t("datum")} help={t("datumHelp")}>
        {(ids) => <Select {...ids} options={DATUMS} value={form.datum} onChange={(event) => set({ datum: event.target.value })} />}
      </Field>
      <Field label={t("validUntil")} optional>
        {({ id }) => (
          <Suspense fallback={<Input id={id} readOnly value={form.validUntil} />}>
            <DayField id={id} value={form.validUntil || null} onChange={(day) => set({ validUntil: day ?? "" })} />
          </Suspense>
        )}
      </Field>
    </>
  );
}

function Progress({ done, all }: { readonly done: number; readonly all: number }) {
  return (
    <span className="base-map-progress small t2" aria-live="polite">
      <progress max={all} value={done} />
      {done < all ? t("sending", { done: sizeWord(done), all: sizeWord(all) }) : t("checking")}
    </span>
  );
}

/** Null while nothing is being sent, else the bytes the server has. */
function useSending(onDone: () => void) {
  const client = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const start = async (file: File, stated: Stated, where: Where): Promise<void> => {
    const own = new AbortController();
    stop.current = own;
    setSent(0);
    try {
      const { tiles, drawn, left } = await sendBaseMap(file, stated, where, setSent, own.signal);
      const cut = drawn === null ? "" : ` ${t("cut", { drawn, left: left ?? 0 })}`;
      toast.done(t("taken", { name: stated.name, tiles }) + cut);
      onDone();
    } catch (error) {
      if (own.signal.aborted) toast.done(t("paused"));
      else toast.trouble(error);
    } finally {
      setSent(null);
      await client.invalidateQueries({ queryKey: ["base-maps"] });
    }
  };
  return { sent, start, pause: () => stop.current?.abort() };
}
