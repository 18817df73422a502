import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { ReasonDialog } from "../ledger/reveal.tsx";
import { type Draft, definitionOf, hasChoices, hasUnit, type OwnField, type OwnFields, ownKinds, problemsOf } from "./own-field.ts";
import { t } from "./words.ts";

const sentences = { label: "missLabel", key: "missKey", range: "missRange", choices: "missChoices" } as const;

const proposalWords = {
  create: "whatCreate",
  change: "whatChange",
  retire: "whatRetire",
  restore: "whatRestore",
  promote: "whatPromote",
} as const;

export type FieldEditorProps = {
  readonly can: OwnFields["can"];
  readonly path: string;
  /** `null`: a new one. */
  readonly field: OwnField | null;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onDone: () => void;
};

export function FieldEditor({ can, path, field, draft, onDraft, onDone }: FieldEditorProps) {
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const waits = field?.proposal;
  const problems = problemsOf(draft);
  const errorOf = (key: keyof Draft): string | undefined => {
    const problem = problems[key];
    return refused[key] ?? (tried && problem ? t(sentences[problem]) : undefined);
  };
  const set = (change: Partial<Draft>) => {
    setRefused({});
    onDraft({ ...draft, ...change });
  };
  const send = async (body: Readonly<Record<string, unknown>>, done: string) => {
    try {
      const named = { ledger: path.replace("/", "."), key: draft.key, ...body };
      if (field) await api.patch("fields", named);
      else await api.post("fields", named);
      toast.done(done);
      onDone();
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setRefused(Object.fromEntries(error.problems.map(({ field: key, message, problem }) => [key, message ?? problem ?? ""])));
      else toast.trouble(error);
    }
  };
  const save = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const definition = definitionOf(draft);
    void send(field ? { what: "change", definition } : { definition }, t("saved", { name: draft.label }));
  };
  const turn = (what: "retire" | "restore") => void send({ what }, t(what === "restore" ? "saved" : "stoppedDone", { name: draft.label }));
  const text = (key: "label" | "key" | "unit" | "min" | "max" | "group", help?: string) => (
    <Field label={t(key === "label" ? "name" : key)} optional={key !== "label" && key !== "key"} error={errorOf(key)} help={help}>
      {(ids) => (
        <Input
          {...ids}
          value={draft[key]}
          disabled={key === "key" && field !== null}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Panel
      title={draft.label || t("newField")}
      scroll
      end={
        field &&
        !waits &&
        can.includes("manage") &&
        field.state !== "refused" && (
          <button type="button" className="link" onClick={() => turn(field.state === "active" ? "retire" : "restore")}>
            {t(field.state === "active" ? "stop" : "start")}
          </button>
        )
      }
      foot={
        <>
          <span className="grow small t2">{waits ? t("waits", { what: t(proposalWords[waits.what]) }) : t("waitingFoot")}</span>
          {can.includes("manage") && !waits && field?.state !== "retired" && (
            <Button kind="primary" size="large" onClick={save}>
              {t("save")}
            </Button>
          )}
          {can.includes("approve") && field && waits && <Decide field={field} onDone={onDone} />}
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {field?.decidedWhy && <p className="small ink-overdue">{t("rejectedBecause", { why: field.decidedWhy })}</p>}
        <div className="fields-two">
          {text("label")}
          {text("key", field ? undefined : t("keyHint"))}
        </div>
        <Field label={t("kind")}>
          {() => (
            <Choices
              label={t("kind")}
              options={ownKinds.map((kind) => ({ value: kind, label: t(kind) }))}
              value={[draft.kind]}
              onChange={(value) => {
                const kind = ownKinds.find((each) => each === value);
                if (kind && !field) set({ kind });
              }}
            />
          )}
        </Field>
        {hasUnit(draft.kind) && (
          <div className="fields-three">
            {text("unit")}
            {text("min")}
            {text("max")}
          </div>
        )}
        {hasChoices(draft.kind) && (
          <Field label={t("choices")} error={errorOf("choices")} help={t("choicesHint")}>
            {(ids) => <TextArea {...ids} rows={5} value={draft.choices} onChange={(event) => set({ choices: event.target.value })} />}
          </Field>
        )}
        {text("group")}
        <Field label={t("help")} optional>
          {(ids) => <Input {...ids} value={draft.help} onChange={(event) => set({ help: event.target.value })} />}
        </Field>
        <Checkbox label={t("required")} checked={draft.required} onChange={(event) => set({ required: event.target.checked })} />
      </div>
    </Panel>
  );
}

/** The second pair of eyes: the security administrator agrees, or refuses with a reason. */
function Decide({ field, onDone }: { readonly field: OwnField; readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState("");
  const decide = async (granted: boolean) => {
    try {
      await api.post("fields/decide", { ledger: field.ledger, key: field.key, granted, ...(granted ? {} : { why: why.trim() }) });
      toast.done(t("decided", { name: field.definition.label }));
      onDone();
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <>
      <Button size="large" onClick={() => setAsking(true)}>
        {t("reject")}
      </Button>
      <Button kind="primary" size="large" onClick={() => void decide(true)}>
        {t("approve")}
      </Button>
      {asking && (
        <ReasonDialog
          title={`${t("reject")} ${field.definition.label}`}
          hint={t("rejectWhy")}
          verb={t("reject")}
          reason={why}
          onReason={setWhy}
          onClose={() => setAsking(false)}
          onDone={() => void decide(false)}
        />
      )}
    </>
  );
}
