import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Draft, definitionOf, hasChoices, hasUnit, type OwnField, ownKinds, problemsOf } from "./own-field.ts";
import { t } from "./words.ts";

const sentences = { label: "missLabel", key: "missKey", range: "missRange", choices: "missChoices" } as const;

export type FieldEditorProps = {
  readonly path: string;
  /** `null`: a new one. */
  readonly field: OwnField | null;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onDone: () => void;
};

export function FieldEditor({ path, field, draft, onDraft, onDone }: FieldEditorProps) {
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
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
      if (field) await api.patch(`fields/${field.id}`, body);
      else await api.post("fields", body);
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
    void send(field ? { definition } : { ledger: path.replace("/", "."), key: draft.key, definition }, t("saved", { name: draft.label }));
  };
  const turn = (state: "active" | "stopped") =>
    void send({ state }, t(state === "active" ? "saved" : "stoppedDone", { name: draft.label }));
  const text = (key: "label" | "key" | "unit" | "min" | "max" | "group", help?: string) => (
    <Field label={t(key === "label" ? "name" : key)} error={errorOf(key)} help={help}>
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
        field && (
          <button type="button" className="link" onClick={() => turn(field.state === "active" ? "stopped" : "active")}>
            {t(field.state === "active" ? "stop" : "start")}
          </button>
        )
      }
      foot={
        <>
          <span className="grow" />
          <Button kind="primary" size="large" onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
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
