/** 抄告、协办、会签、延期 of a case: what was asked of whom, where it stands, and what this person may do with it. */
import type { RequestKind, ShownRequest } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayTime } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";
import { fieldOf, type LedgerSchema, type Row } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Due } from "../../ui/due.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import "./requests.css";

const t = messages(
  {
    to: "发给",
    dueOn: "答复期限",
    note: "说明",
    files: "附件",
    cancel: "取消",
    required: "必填",
    asked: "已发给{who}，{due}前答复",
    askedNoDay: "已发给{who}",
    waiting: "待签收",
    received: "已签收 {at}",
    answered: "{by} {at} 答复",
    granted: "同意",
    refused: "不同意",
    settled: "已核实",
    unsettled: "待核实",
    returned: "退回过 {n} 次",
    from: "{from} 请{to}",
    receive: "签收",
    answer: "答复",
    grant: "同意",
    refuse: "不同意",
    accept: "核实认可",
    back: "退回",
    words: "答复内容",
    why: "理由",
    yes: "已{verb}",
  },
  {
    to: "To",
    dueOn: "Answer by",
    note: "Note",
    files: "Files",
    cancel: "Cancel",
    required: "required",
    asked: "Sent to {who}, to be answered by {due}",
    askedNoDay: "Sent to {who}",
    waiting: "Not received yet",
    received: "Received {at}",
    answered: "Answered by {by} {at}",
    granted: "Granted",
    refused: "Refused",
    settled: "Accepted",
    unsettled: "To be looked at",
    returned: "Sent back {n} times",
    from: "{from} asks {to}",
    receive: "Receive",
    answer: "Answer",
    grant: "Grant",
    refuse: "Refuse",
    accept: "Accept",
    back: "Send back",
    words: "Answer",
    why: "Reason",
    yes: "{verb}: done",
  },
);

export const useRequests = (path: string, id: string, declares: boolean) =>
  useQuery({
    queryKey: ["ledger", path, "requests", id],
    queryFn: ({ signal }) =>
      api.get<{ requests: readonly ShownRequest[]; askable: readonly RequestKind[] }>(`${path}/${id}/requests`, undefined, signal),
    enabled: declares,
  });

/** Everything that shows a case or what is asked of somebody is read again. */
function useFresh() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ["ledger"] });
    await client.invalidateQueries({ queryKey: ["work"] });
  };
}

export function AskDialog({
  path,
  schema,
  row,
  kind,
  onClose,
}: {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly row: Row;
  readonly kind: RequestKind;
  readonly onClose: () => void;
}) {
  const fresh = useFresh();
  const [given, setGiven] = useState<Readonly<Record<string, unknown>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const set = (key: string, value: unknown) => setGiven({ ...given, [key]: value });
  const asks = kind.asks.flatMap((key) => fieldOf(schema, key) ?? []);
  const send = async () => {
    const needed = [...kind.asks, ...(kind.toNamed ? ["organ"] : []), "note"].filter((key) => !given[key]);
    setErrors(Object.fromEntries(needed.map((key) => [key, t("required")])));
    if (needed.length > 0) return;
    setBusy(true);
    try {
      const made = await api.post<{ toName: string | null; dueAt: string | null }>(`${path}/${row.id}/requests`, {
        kind: kind.kind,
        note: given.note,
        files: given.files ?? [],
        given: Object.fromEntries(kind.asks.map((key) => [key, given[key]])),
        ...(kind.toNamed ? { organ: given.organ } : {}),
        ...(kind.toNamed && given.answerBy ? { dueOn: given.answerBy } : {}),
      });
      await fresh();
      const who = made.toName ?? "";
      toast.done(made.dueAt ? t("asked", { who, due: day(made.dueAt, serverNow()) }) : t("askedNoDay", { who }));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setErrors(Object.fromEntries(error.problems.map(({ field, message = "" }) => [field, message])));
      else toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={kind.label}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {kind.label}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {kind.toNamed && (
          <Field label={t("to")} error={errors.organ}>
            {(ids) => (
              <Control
                ids={ids}
                field={{ key: "organ", label: t("to"), kind: "organ", ref: "organizations.organ" }}
                value={given.organ}
                onChange={(value) => set("organ", value)}
              />
            )}
          </Field>
        )}
        {asks.map((field) => (
          <Field key={field.key} label={field.label} error={errors[field.key]}>
            {(ids) => <Control ids={ids} field={field} value={given[field.key]} onChange={(value) => set(field.key, value)} />}
          </Field>
        ))}
        {kind.toNamed && (
          <Field label={t("dueOn")} optional>
            {(ids) => (
              <Control
                ids={ids}
                field={{ key: "answerBy", label: t("dueOn"), kind: "day" }}
                value={given.answerBy}
                onChange={(value) => set("answerBy", value)}
              />
            )}
          </Field>
        )}
        <Field label={t("note")} error={errors.note}>
          {(ids) => <TextArea {...ids} value={String(given.note ?? "")} onChange={(event) => set("note", event.target.value)} />}
        </Field>
        <Field label={t("files")} optional>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "files", label: t("files"), kind: "files", max: 20 }}
              value={given.files}
              onChange={(value) => set("files", value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function standing(request: ShownRequest): string {
  const at = (moment: string) => dayTime(moment, serverNow());
  if (request.answeredAt) {
    const said = request.granted === null ? "" : `　${t(request.granted ? "granted" : "refused")}`;
    const seen = request.answers === "reply" && request.settledAt === null ? `　${t("unsettled")}` : "";
    return `${t("answered", { by: request.answeredByName ?? request.toName ?? "", at: at(request.answeredAt) })}${said}${seen}`;
  }
  return request.receivedAt ? t("received", { at: at(request.receivedAt) }) : t("waiting");
}

/** One request, with the acts this person may do. */
export function RequestLine({ request, showSubject = false }: { readonly request: ShownRequest; readonly showSubject?: boolean }) {
  const fresh = useFresh();
  const [asking, setAsking] = useState<"answer" | "back" | null>(null);
  const [busy, setBusy] = useState(false);
  const act = async (verb: string, body: Readonly<Record<string, unknown>>, said: string) => {
    setBusy(true);
    try {
      await api.post(`work/asked/${request.id}/${verb}`, body);
      await fresh();
      toast.done(t("yes", { verb: said }));
      setAsking(null);
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const label = (key: string, value: unknown) => (key === "dueOn" && typeof value === "string" ? day(value, serverNow()) : String(value));
  return (
    <li className="request-line">
      <p className="row row-wide">
        <Tag>{request.label}</Tag>
        {request.number && <span className="num small">{request.number}</span>}
        <span className="small t2 grow">{t("from", { from: request.fromName ?? request.byName ?? "", to: request.toName ?? "" })}</span>
        {!request.answeredAt && <Due at={request.dueAt} from={request.askedAt} />}
      </p>
      {showSubject && <p>{request.subject}</p>}
      <p>
        {Object.entries(request.given).map(([key, value]) => (
          <b key={key}>{label(key, value)} </b>
        ))}
        {request.note}
      </p>
      {request.answer && <p className="request-answer">{request.answer}</p>}
      <p className="row row-wide small t2">
        <span className="grow">
          {standing(request)}
          {request.returns > 0 && `　${t("returned", { n: request.returns })}`}
        </span>
        {request.can.includes("receive") && (
          <Button size="small" busy={busy} onClick={() => void act("receive", {}, t("receive"))}>
            {t("receive")}
          </Button>
        )}
        {request.can.includes("answer") && (
          <Button size="small" kind="primary" onClick={() => setAsking("answer")}>
            {request.answers === "decision" ? `${t("grant")} / ${t("refuse")}` : t("answer")}
          </Button>
        )}
        {request.can.includes("settle") && (
          <>
            <Button size="small" kind="primary" busy={busy} onClick={() => void act("settle", { accepted: true }, t("accept"))}>
              {t("accept")}
            </Button>
            <Button size="small" onClick={() => setAsking("back")}>
              {t("back")}
            </Button>
          </>
        )}
      </p>
      {asking && (
        <AnswerDialog
          request={request}
          mode={asking}
          busy={busy}
          onClose={() => setAsking(null)}
          onSend={(given, said) => void act(asking === "back" ? "settle" : "answer", given, said)}
        />
      )}
    </li>
  );
}

function AnswerDialog({
  request,
  mode,
  busy,
  onClose,
  onSend,
}: {
  readonly request: ShownRequest;
  readonly mode: "answer" | "back";
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (given: Readonly<Record<string, unknown>>, said: string) => void;
}) {
  const [words, setWords] = useState("");
  const [files, setFiles] = useState<unknown>([]);
  const [error, setError] = useState<string>();
  const decides = mode === "answer" && request.answers === "decision";
  const send = (granted?: boolean) => {
    if (words.trim() === "") return setError(t("required"));
    if (mode === "back") return onSend({ accepted: false, note: words.trim() }, t("back"));
    onSend(
      { answer: words.trim(), files, ...(granted === undefined ? {} : { granted }) },
      granted === undefined ? t("answer") : t(granted ? "grant" : "refuse"),
    );
  };
  return (
    <Dialog
      title={`${request.label} ${request.subject}`}
      width={520}
      onClose={onClose}
      foot={
        decides ? (
          <>
            <Button busy={busy} onClick={() => send(false)}>
              {t("refuse")}
            </Button>
            <Button kind="primary" busy={busy} onClick={() => send(true)}>
              {t("grant")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button kind="primary" busy={busy} onClick={() => send()}>
              {t(mode === "back" ? "back" : "answer")}
            </Button>
          </>
        )
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="t2">{request.note}</p>
        <Field label={t(mode === "back" || decides ? "why" : "words")} error={error}>
          {(ids) => <TextArea {...ids} autoFocus value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        {mode === "answer" && !decides && (
          <Field label={t("files")} optional>
            {(ids) => (
              <Control ids={ids} field={{ key: "files", label: t("files"), kind: "files", max: 20 }} value={files} onChange={setFiles} />
            )}
          </Field>
        )}
      </div>
    </Dialog>
  );
}

/** The requests of a case, open ones first; nothing where there are none. */
export function CaseRequests({ path, id, declares }: { readonly path: string; readonly id: string; readonly declares: boolean }) {
  const { data } = useRequests(path, id, declares);
  if (!data || data.requests.length === 0) return null;
  const order = [...data.requests].sort((a, b) => Number(a.settledAt !== null) - Number(b.settledAt !== null));
  return (
    <ul className="request-list">
      {order.map((request) => (
        <RequestLine key={request.id} request={request} />
      ))}
    </ul>
  );
}

/** A button for each kind of request this person may make now. */
export function AskButtons({ path, schema, row }: { readonly path: string; readonly schema: LedgerSchema; readonly row: Row }) {
  const { data } = useRequests(path, row.id, schema.case?.asksOthers ?? false);
  const [asking, setAsking] = useState<RequestKind | null>(null);
  return (
    <>
      {data?.askable.map((kind) => (
        <Button key={kind.kind} onClick={() => setAsking(kind)}>
          {kind.label}
        </Button>
      ))}
      {asking && <AskDialog path={path} schema={schema} row={row} kind={asking} onClose={() => setAsking(null)} />}
    </>
  );
}
