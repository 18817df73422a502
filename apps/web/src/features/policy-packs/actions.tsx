/** The next step of a version, for whoever may take it. */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useMake } from "./packs.tsx";
import type { Shown } from "./version.tsx";
import { t } from "./words.ts";

type Act = "submit" | "return" | "withdraw";
type Props = { readonly shown: Shown; readonly isChanged: boolean; readonly onDone: () => Promise<void>; readonly onForce: () => void };

export function Actions({ shown: { version, may, trial }, isChanged, onDone, onForce }: Props) {
  const [asking, setAsking] = useState<Act | null>(null);
  const make = useMake();
  const { id, state } = version;
  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toast.done(done);
      setAsking(null);
      await onDone();
    } catch (error) {
      toast.trouble(error);
    }
  };
  const acts = {
    submit: {
      label: t("note"),
      verb: t("submit"),
      run: (note: string) => act(() => api.post("/policy-tasks/versions/{id}/submit", { id, note }), t("submitted")),
    },
    return: {
      label: t("why"),
      verb: t("takeBack"),
      run: (note: string) => act(() => api.post("/policy-tasks/versions/{id}/return", { id, note }), t("returned")),
    },
    withdraw: {
      label: t("why"),
      verb: t("withdraw"),
      run: (note: string) => act(() => api.post("/policy-tasks/versions/{id}/withdraw", { id, note }), t("withdrawnDone")),
    },
  };
  const isOpen = state === "checked" || state === "approved";
  return (
    <>
      {may.write && state === "draft" && (
        <Button
          kind={isChanged ? "plain" : "primary"}
          reason={isChanged ? t("saveFirst") : trial.errors > 0 ? t("fixFirst", { n: trial.errors }) : undefined}
          onClick={() => setAsking("submit")}
        >
          {t("submit")}
        </Button>
      )}
      {isOpen && (may.approve || may.write) && <Button onClick={() => setAsking("return")}>{t("takeBack")}</Button>}
      {state === "checked" && may.approve && (
        <Button kind="primary" onClick={() => void act(() => api.post("/policy-tasks/versions/{id}/approve", { id }), t("approvedDone"))}>
          {t("approve")}
        </Button>
      )}
      {state === "approved" && may.write && (
        <Button kind="primary" onClick={onForce}>
          {t("putInForce")}
        </Button>
      )}
      {may.write && (state === "inForce" || state === "superseded" || state === "withdrawn") && (
        <Button icon="plus" onClick={() => void make({ basis: "version", version: id, pack: version.pack })}>
          {t("next")}
        </Button>
      )}
      {may.write && (state === "draft" || state === "inForce") && (
        <Button kind="text" onClick={() => setAsking("withdraw")}>
          {t("withdraw")}
        </Button>
      )}
      {asking && <Note key={asking} {...acts[asking]} optional={asking === "submit"} onClose={() => setAsking(null)} />}
    </>
  );
}

type NoteProps = {
  readonly label: string;
  readonly verb: string;
  readonly optional: boolean;
  readonly run: (note: string) => Promise<void>;
  readonly onClose: () => void;
};

function Note({ label, verb, optional, run, onClose }: NoteProps) {
  const [note, setNote] = useState("");
  const lacking = !optional && note.trim().length < 2;
  return (
    <Dialog
      title={verb}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={lacking ? label : undefined} onClick={() => void run(note.trim())}>
            {verb}
          </Button>
        </>
      }
    >
      <Field label={label} optional={optional}>
        {(ids) => <TextArea {...ids} value={note} maxLength={400} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
