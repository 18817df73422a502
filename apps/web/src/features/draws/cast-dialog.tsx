/** The public value as it is entered: the number itself, where anybody finds it, and when it came. */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { dayKey, time } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import type { Draw } from "./model.ts";
import { t } from "./words.ts";

type Props = { readonly draw: Draw; readonly onAct: (work: () => Promise<unknown>) => Promise<boolean>; readonly onClose: () => void };

export function CastDialog({ draw, onAct, onClose }: Props) {
  const now = useNow();
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const [at, setAt] = useState(() => `${dayKey(now)}T${time(now)}`);
  const missing = [
    text.trim().length < 4 && t("valueText"),
    source.trim().length < 4 && t("valueSource"),
    at === "" && t("valueAt"),
  ].filter(Boolean);
  const cast = async () => {
    // What is typed is the time in China, to the minute; a value of the minute of the commitment counts as after it.
    const moment = new Date(Math.max(Date.parse(`${at}:59.999+08:00`), 0));
    const when = moment.getTime() > now ? new Date(now) : moment;
    if (await onAct(() => api.post("/inspection/draws/{id}/cast", { id: draw.id, text, source, at: when.toISOString() }))) onClose();
  };
  return (
    <Dialog
      title={t("enter")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={missing.length > 0 ? missing.join("、") : undefined} onClick={() => void cast()}>
            {t("cast")}
          </Button>
        </>
      }
    >
      <Field label={t("valueText")} help={t("valueTextHelp")}>
        {(ids) => <Input {...ids} maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={t("valueSource")} help={t("valueSourceHelp")}>
        {(ids) => <Input {...ids} maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />}
      </Field>
      <Field label={t("valueAt")}>
        {(ids) => <Input {...ids} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
