/** The next step of a version, for whoever may take it. */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
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
  const today = dayKey(useNow());
  /** Its day is set and has not come. */
  const isAhead = state === "inForce" && version.fromOn !== null && version.fromOn > today;
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
      verb: t(isAhead ? "giveUp" : "withdraw"),
      run: (note: string, until?: string) =>
        act(
          () => api.post("/policy-tasks/versions/{id}/withdraw", { id, note, ...(until ? { until } : {}) }),
          t(isAhead ? "givenUp" : "withdrawnDone"),
        ),
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
          {t(isAhead ? "giveUp" : "withdraw")}
        </Button>
      )}
      {asking && (
        <Note
          key={asking}
          {...acts[asking]}
          optional={asking === "submit"}
          until={
            asking === "withdraw" && state === "inForce" && !isAhead
              ? { first: version.fromOn ?? "", today, last: version.toOn }
              : undefined
          }
          help={asking === "withdraw" && isAhead ? t("giveUpHelp") : undefined}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

type NoteProps = {
  readonly label: string;
  readonly verb: string;
  readonly optional: boolean;
  /** The last day it binds, where one is asked. */
  readonly until: { readonly first: string; readonly today: string; readonly last: string | null } | undefined;
  readonly help: string | undefined;
  readonly run: (note: string, until?: string) => Promise<void>;
  readonly onClose: () => void;
};

function Note({ label, verb, optional, until, help, run, onClose }: NoteProps) {
  const [note, setNote] = useState("");
  const [last, setLast] = useState(until && until.last !== null && until.last < until.today ? until.last : (until?.today ?? ""));
  const lacking = !optional && note.trim().length < 2;
  return (
    <Dialog
      title={verb}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={lacking ? label : undefined} onClick={() => void run(note.trim(), until && last)}>
            {verb}
          </Button>
        </>
      }
    >
      {help && <p className="small t2">{help}</p>}
      {until && (
        <Field label={t("until")} help={t("untilHelp")}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              value={last}
              min={until.first}
              max={until.last ?? undefined}
              onChange={(event) => event.target.value && setLast(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={label} optional={optional}>
        {(ids) => <TextArea {...ids} value={note} maxLength={400} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
