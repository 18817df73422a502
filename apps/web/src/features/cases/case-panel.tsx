/** The standard head of any case: where its life stands, what may be done next (most likely first), and the timeline. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, dayTime, listed } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";
import { fieldOf, type LedgerSchema, type Row } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Due } from "../../ui/due.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { meaningOfWord } from "../../ui/meaning.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { AskButtons, CaseRequests } from "./requests.tsx";
import { RestDay } from "./rest-day.tsx";
import { Tell } from "./tell.tsx";
import { type NextMove, stepsOf, useLines, useMove, useNext } from "./use-case.ts";
import "./case.css";

const t = messages(
  {
    next: "下一步",
    holder: "轮到 {who}",
    nobody: "还没有人接",
    due: "时限",
    timeline: "时间线",
    note: "说明",
    needs: "需 {fields}",
    cancel: "取消",
    nothing: "现在没有您能办的",
    required: "必填",
    done: "{move}，已记入时间线",
    urge: "催办",
    urgeNote: "催什么，到几时",
    urged: "已催办{who}",
  },
  {
    next: "Next",
    holder: "With {who}",
    nobody: "Nobody has taken it",
    due: "Due",
    timeline: "Timeline",
    note: "Note",
    needs: "Needs {fields}",
    cancel: "Cancel",
    nothing: "Nothing for you to do now",
    required: "required",
    done: "{move}, on the record",
    urge: "Urge",
    urgeNote: "What, and by when",
    urged: "Urged {who}",
  },
);

/** More large buttons than this are no hierarchy. */
const MAIN_MOVES = 3;

export type CasePanelProps = { readonly path: string; readonly schema: LedgerSchema; readonly row: Row };

export function CaseHead({ path, schema, row }: CasePanelProps) {
  const lines = useLines(path, row.id);
  const state = String(row.state);
  const label = schema.case?.states[state]?.label ?? "";
  const holder = row._ref?.holderPerson ?? row._ref?.holderOrgan;
  const steps = stepsOf(schema, state, lines.data ?? [], (line) => `${dayTime(line.at, serverNow())} ${line.actorName}`);
  return (
    <section className="case-head">
      <CaseBar steps={steps} meaning={meaningOfWord(label) ?? "primary"} />
      <p className="row row-wide small">
        {!row.closedAt && <span>{holder ? t("holder", { who: holder }) : t("nobody")}</span>}
        {typeof row.dueAt === "string" && (
          <span>
            {t("due")}{" "}
            <Due at={row.dueAt} from={typeof row.openedAt === "string" ? row.openedAt : undefined} done={Boolean(row.closedAt)} />
          </span>
        )}
      </p>
      <CaseRequests path={path} id={row.id} declares={schema.case?.asksOthers ?? false} />
    </section>
  );
}

/** 下一步: what this person may do now, most likely first; what he might expect and may not, with the reason. `omit`: moves the page makes by itself. */
export function CaseMoves({ path, schema, row, omit = [] }: CasePanelProps & { readonly omit?: readonly string[] }) {
  const next = useNext(path, row.id);
  const [asking, setAsking] = useState<NextMove | null>(null);
  const can = next.data?.can.filter(({ move }) => !omit.includes(move)) ?? [];
  // What carries the case on stands first and large; what leaves it where it is stands small below.
  const carriesOn = (move: NextMove) => schema.case?.moves[move.move]?.to !== "same";
  const main = can.filter(carriesOn).slice(0, MAIN_MOVES);
  const beside = can.filter((move) => !main.includes(move));
  const needsOf = (move: NextMove) => listed(move.asks.map((key) => fieldOf(schema, key)?.label ?? key));
  return (
    <>
      {next.error ? (
        <Trouble error={next.error} what={t("next")} onRetry={() => void next.refetch()} />
      ) : (
        <div className="case-moves">
          {main.map((move, index) => (
            <Button
              key={move.move}
              size="large"
              kind={index === 0 ? "primary" : "plain"}
              title={move.asks.length > 0 ? t("needs", { fields: needsOf(move) }) : undefined}
              onClick={() => setAsking(move)}
            >
              {move.label}
            </Button>
          ))}
          {next.data?.cannot.map((move) => (
            <Button key={move.move} size="large" reason={move.message}>
              {move.label}
            </Button>
          ))}
          <span className="case-beside">
            {beside.map((move) => (
              <Button key={move.move} onClick={() => setAsking(move)}>
                {move.label}
              </Button>
            ))}
            <AskButtons path={path} schema={schema} row={row} />
            {next.data?.actions.includes("tell") && (
              <>
                <Tell path={path} row={row} />
                {!row.closedAt && <Urge path={path} row={row} />}
              </>
            )}
          </span>
          {can.length === 0 && next.data?.cannot.length === 0 && <span className="small t3">{t("nothing")}</span>}
        </div>
      )}
      {asking && <MoveDialog path={path} schema={schema} row={next.data?.row ?? row} move={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** 催办: presses the holder; on the record and in his 抄送. */
export function Urge({ path, row }: { readonly path: string; readonly row: Row }) {
  const client = useQueryClient();
  const [note, setNote] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { told } = await api.post<{ told: string | null }>(`${path}/${row.id}/urge`, { note: note?.trim() });
      await client.invalidateQueries({ queryKey: ["ledger", path] });
      toast.done(t("urged", { who: told ?? "" }));
      setNote(undefined);
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => setNote("")}>{t("urge")}</Button>
      {note !== undefined && (
        <Dialog
          title={t("urge")}
          width={440}
          onClose={() => setNote(undefined)}
          foot={
            <Button kind="primary" busy={busy} reason={note.trim() === "" ? t("urgeNote") : undefined} onClick={() => void send()}>
              {t("urge")}
            </Button>
          }
        >
          <Field label={t("note")}>
            {(ids) => (
              <TextArea {...ids} autoFocus placeholder={t("urgeNote")} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
        </Dialog>
      )}
    </>
  );
}

/** What a move asks, what it may take, and the sentence for the record. */
function MoveDialog({ path, schema, row, move, onClose }: CasePanelProps & { readonly move: NextMove; readonly onClose: () => void }) {
  // As it stood when the dialog opened: what somebody changes meanwhile is not overwritten unseen.
  const [seen] = useState(row);
  const carryOut = useMove(path, seen);
  const [given, setGiven] = useState<Readonly<Record<string, unknown>>>({});
  const [note, setNote] = useState("");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const isMissing = (key: string): boolean => given[key] === undefined || given[key] === null || given[key] === "";
  const send = async () => {
    const missing = Object.fromEntries(
      [...move.asks.filter(isMissing), ...(move.note === "required" && note.trim() === "" ? ["note"] : [])].map((key) => [
        key,
        t("required"),
      ]),
    );
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    try {
      await carryOut(move.move, { ...given, ...(note.trim() ? { note: note.trim() } : {}) });
      toast.done(t("done", { move: move.label }));
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setErrors(Object.fromEntries(error.problems.map(({ field, message = "" }) => [field, message])));
      else toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const fields = [...move.asks, ...move.takes].flatMap((key) => fieldOf(schema, key) ?? []);
  return (
    <Dialog
      title={move.label}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {move.label}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {fields.map((field) => (
          <Field key={field.key} label={field.label} optional={!move.asks.includes(field.key)} error={errors[field.key]}>
            {(ids) => (
              <>
                <Control
                  ids={ids}
                  field={field}
                  value={given[field.key]}
                  onChange={(value) => setGiven({ ...given, [field.key]: value })}
                />
                {field.kind === "day" && (
                  <RestDay day={given[field.key]} onChange={(value) => setGiven({ ...given, [field.key]: value })} />
                )}
              </>
            )}
          </Field>
        ))}
        {move.note && (
          <Field label={t("note")} optional={move.note === "optional"} error={errors.note}>
            {(ids) => <TextArea {...ids} autoFocus value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
        )}
      </div>
    </Dialog>
  );
}

/** Everything that happened to a case, with seconds. */
export function CaseTimeline({ path, row }: { readonly path: string; readonly row: Row }) {
  const { data, error, refetch } = useLines(path, row.id);
  if (error) return <Trouble error={error} what={t("timeline")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("timeline")} />;
  // Seconds tell an alarm's minutes apart; a story of days needs its days.
  const today = dayKey(serverNow());
  const isToday = data.every((line) => dayKey(line.at) === today);
  const entries = data.map((line) => ({
    id: String(line.id),
    at: line.at,
    by: line.kind === "system" ? ("system" as const) : ("person" as const),
    text: `${line.actorName} ${line.sentence}`,
  }));
  return <Timeline entries={entries} seconds={isToday} filter />;
}
