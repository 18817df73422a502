/** 催办, 答复, 填报证据, 申请免除, 审批免除: each one question, its answer, and what follows. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { FilesInput } from "../ledger/files-input.tsx";
import { Control } from "../ledger/form-control.tsx";
import { type Address, boardAsked } from "./address.ts";
import { afterActing, type ClauseDuty, type Standing } from "./model.ts";
import { statusWords } from "./status.ts";
import { t } from "./words.ts";

const DAY_MS = 86_400_000;
const inDays = (n: number): string => dayKey(serverNow() + n * DAY_MS);

/** Sends, tells what was done, asks the board anew; a refusal keeps what was typed. */
function useSend(onClose: () => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const send = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      toast.done(await work());
      onClose();
      await afterActing(client);
      setBusy(false);
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return { busy, send };
}

type FrameProps = {
  readonly title: string;
  readonly hint?: string;
  readonly verb: string;
  readonly busy: boolean;
  readonly second?: ReactNode;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};
const Frame = ({ title, hint, verb, busy, second, onSend, onClose, children }: FrameProps) => (
  <Dialog
    title={title}
    width={480}
    onClose={onClose}
    foot={
      <>
        {second ?? <Button onClick={onClose}>{t("cancel")}</Button>}
        <Button kind="primary" busy={busy} onClick={onSend}>
          {verb}
        </Button>
      </>
    }
  >
    <div className="col policy-form">
      {hint && <p className="small t2">{hint}</p>}
      {children}
    </div>
  </Dialog>
);

const DayField = ({
  label,
  value,
  onChange,
  error,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly error?: string | undefined;
}) => (
  <Field label={label} error={error}>
    {(ids) => (
      <Control
        ids={ids}
        field={{ key: "day", label, kind: "day" }}
        value={value}
        onChange={(given) => onChange(typeof given === "string" && given ? given : null)}
      />
    )}
  </Field>
);

const WordsField = ({
  label,
  value,
  most,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly error?: string | undefined;
  readonly onChange: (words: string) => void;
}) => (
  <Field label={label} error={error}>
    {(ids) => <TextArea {...ids} maxLength={most} value={value} onChange={(event) => onChange(event.target.value)} />}
  </Field>
);

export function UrgeDialog({ standing, onClose }: { readonly standing: Standing; readonly onClose: () => void }) {
  const { id, title, area, status, days, owes } = standing;
  const organ = owes.organ?.name ?? area.name;
  const [message, setMessage] = useState(t("urgeDefault", { area: area.name, title, status: statusWords(status, days) }));
  const [answerBy, setAnswerBy] = useState<string | null>(inDays(7));
  const { busy, send } = useSend(onClose);
  const urge = () =>
    send(async () => {
      await api.post("/policy-tasks/standings/{id}/urge", { id, message: message.trim(), ...(answerBy ? { answerBy } : {}) });
      return t("urgedDone", { organ });
    });
  return (
    <Frame title={t("urgeTitle", { organ })} hint={t("urgeHint")} verb={t("urge")} busy={busy} onSend={() => void urge()} onClose={onClose}>
      <WordsField label={t("urgeWords")} most={500} value={message} onChange={setMessage} />
      <DayField label={t("answerBy")} value={answerBy} onChange={setAnswerBy} />
    </Frame>
  );
}

export function UrgeAllDialog({
  address,
  count,
  onClose,
}: {
  readonly address: Address;
  readonly count: number;
  readonly onClose: () => void;
}) {
  const [message, setMessage] = useState("");
  const { busy, send } = useSend(onClose);
  const { by: _by, onlyRed: _onlyRed, ...which } = { onlyRed: false, ...boardAsked(address) };
  const urge = () =>
    send(async () => {
      const { urged, already } = await api.post("/policy-tasks/board/urge", { ...which, message: message.trim() });
      return `${t("urgeAllDone", { n: urged })}${already > 0 ? t("urgeAllAlready", { n: already }) : ""}`;
    });
  return (
    <Frame
      title={t("urgeAllTitle", { n: count })}
      hint={t("urgeAllHint")}
      verb={t("urge")}
      busy={busy}
      onSend={() => void urge()}
      onClose={onClose}
    >
      <WordsField label={t("urgeWords")} most={500} value={message} onChange={setMessage} />
    </Frame>
  );
}

/** The newest urging that waits: its words, when an answer is owed, and whether it was received. */
export type OpenUrging = { readonly id: string; readonly by: string; readonly text: string; readonly received: boolean };

/** 签收: it was read, the answer follows. */
export function useReceive() {
  const { busy, send } = useSend(() => undefined);
  const receive = (id: string) =>
    send(async () => {
      await api.post("/policy-tasks/urgings/{id}/receive", { id });
      return t("receivedDone");
    });
  return { busy, receive };
}

export function AnswerDialog({ urging, onClose }: { readonly urging: OpenUrging; readonly onClose: () => void }) {
  const [answer, setAnswer] = useState("");
  const [tried, setTried] = useState(false);
  const { busy, send } = useSend(onClose);
  const isEmpty = answer.trim() === "";
  const go = () => {
    setTried(true);
    if (isEmpty) return;
    void send(async () => {
      await api.post("/policy-tasks/urgings/{id}/answer", { id: urging.id, answer: answer.trim() });
      return t("answeredDone");
    });
  };
  return (
    <Frame title={t("answer")} verb={t("answer")} busy={busy} onSend={go} onClose={onClose}>
      <p className="small t2">{[urging.by, urging.text].filter((part) => part !== "").join("　")}</p>
      <WordsField
        label={t("answerWords")}
        most={1_000}
        value={answer}
        error={tried && isEmpty ? t("required") : undefined}
        onChange={setAnswer}
      />
    </Frame>
  );
}

/** 设定目标: what the document leaves to the office; the basis is kept with it. */
export function TargetDialog({
  clause,
  pack,
  duty,
  onClose,
}: {
  readonly clause: string;
  readonly pack: { readonly id: string; readonly area: number };
  readonly duty: ClauseDuty;
  readonly onClose: () => void;
}) {
  const { target } = duty;
  const [value, setValue] = useState(target?.value === null || target === null ? "" : String(target.value));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { busy, send } = useSend(onClose);
  const figure = Number(value);
  const wrong = { value: value.trim() === "" || !Number.isFinite(figure), reason: reason.trim().length < 2 };
  const go = () => {
    setTried(true);
    if (wrong.value || wrong.reason) return;
    void send(async () => {
      const place = { pack: pack.id, packArea: pack.area };
      await api.put("/policy-tasks/clauses/{id}/target", { id: clause, duty: duty.key, ...place, value: figure, reason: reason.trim() });
      return t("targetDone");
    });
  };
  return (
    <Frame
      title={t("setTargetTitle", { text: duty.text })}
      hint={t(duty.targetSet ? "setTargetHint" : "suggestedHint")}
      verb={t("setTarget")}
      busy={busy}
      onSend={go}
      onClose={onClose}
    >
      <Field label={t("target")} error={tried && wrong.value ? t("required") : undefined}>
        {(ids) => (
          <Input {...ids} inputMode="decimal" unit={target?.unit ?? ""} value={value} onChange={(event) => setValue(event.target.value)} />
        )}
      </Field>
      <WordsField
        label={t("targetBasis")}
        most={200}
        value={reason}
        error={tried && wrong.reason ? t("required") : undefined}
        onChange={setReason}
      />
    </Frame>
  );
}

export function EvidenceDialog({ standing, onClose }: { readonly standing: Standing; readonly onClose: () => void }) {
  const { id, title, unit, binding } = standing;
  const [value, setValue] = useState("");
  const [on, setOn] = useState<string | null>(dayKey(serverNow()));
  const [note, setNote] = useState("");
  const [files, setFiles] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const { busy, send } = useSend(onClose);
  const asksValue = binding.kind !== "document";
  const figure = value.trim() === "" ? null : Number(value);
  const wrong = {
    value: asksValue && (figure === null || !Number.isFinite(figure)),
    on: on === null,
    note: note.trim() === "",
    files: !asksValue && files.length === 0,
  };
  const go = () => {
    setTried(true);
    if (wrong.value || wrong.on || wrong.note || wrong.files || on === null) return;
    void send(async () => {
      await api.post("/policy-tasks/standings/{id}/evidence", { id, value: figure, on, note: note.trim(), files: [...files] });
      return t("savedDone");
    });
  };
  return (
    <Frame title={t("evidenceTitle", { title })} hint={t("evidenceHint")} verb={t("save")} busy={busy} onSend={go} onClose={onClose}>
      {asksValue && (
        <Field label={t("value")} error={tried && wrong.value ? t("required") : undefined}>
          {(ids) => <Input {...ids} inputMode="decimal" unit={unit} value={value} onChange={(event) => setValue(event.target.value)} />}
        </Field>
      )}
      <DayField label={t("on")} value={on} onChange={setOn} error={tried && wrong.on ? t("required") : undefined} />
      <WordsField label={t("note")} most={500} value={note} error={tried && wrong.note ? t("required") : undefined} onChange={setNote} />
      <Field label={t("files")} optional={asksValue} error={tried && wrong.files ? t("required") : undefined}>
        {(ids) => <FilesInput ids={ids} value={files} max={20} onChange={setFiles} />}
      </Field>
    </Frame>
  );
}

const LEAST = 4;
export function WaiveDialog({ standing, onClose }: { readonly standing: Standing; readonly onClose: () => void }) {
  const { id, to } = standing;
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<string | null>(to);
  const [tried, setTried] = useState(false);
  const { busy, send } = useSend(onClose);
  const isShort = reason.trim().length < LEAST;
  const go = () => {
    setTried(true);
    if (isShort || until === null) return;
    void send(async () => {
      await api.post("/policy-tasks/standings/{id}/waive", { id, reason: reason.trim(), until });
      return t("waiveDone");
    });
  };
  return (
    <Frame title={t("waive")} verb={t("waive")} busy={busy} onSend={go} onClose={onClose}>
      <WordsField
        label={t("waiveReason")}
        most={500}
        value={reason}
        error={tried && isShort ? t("tooShort") : undefined}
        onChange={setReason}
      />
      <DayField label={t("waiveUntil")} value={until} onChange={setUntil} error={tried && until === null ? t("required") : undefined} />
    </Frame>
  );
}

export function DecideDialog({ waiver, onClose }: { readonly waiver: Standing["waivers"][number]; readonly onClose: () => void }) {
  const [words, setWords] = useState("");
  const { busy, send } = useSend(onClose);
  const now = serverNow();
  const decide = (approve: boolean) =>
    send(async () => {
      await api.post("/policy-tasks/waivers/{id}/decide", { id: waiver.id, approve, words: words.trim() });
      return t("decidedDone");
    });
  return (
    <Frame
      title={t("decideWaiver")}
      verb={t("approve")}
      busy={busy}
      second={
        <Button busy={busy} onClick={() => void decide(false)}>
          {t("refuse")}
        </Button>
      }
      onSend={() => void decide(true)}
      onClose={onClose}
    >
      <p className="small t2">{t("waiverBy", { by: waiver.appliedBy, on: day(waiver.appliedAt, now), until: day(waiver.until, now) })}</p>
      <p>{waiver.reason}</p>
      <WordsField label={t("decision")} most={500} value={words} onChange={setWords} />
    </Frame>
  );
}
