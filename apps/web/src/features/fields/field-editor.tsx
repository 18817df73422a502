import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import type { LedgerSchema } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Checkbox, Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { ReasonDialog } from "../ledger/reveal.tsx";
import { textOf } from "../ledger/value.tsx";
import { Appears } from "./appears.tsx";
import {
  type Clause,
  type Draft,
  definitionOf,
  fillOf,
  hasChoices,
  hasUnit,
  type OwnField,
  type OwnFields,
  ownKinds,
  problemsOf,
} from "./own-field.ts";
import { OldRows, ServedClause } from "./rules-inputs.tsx";
import type { Effect } from "./use-effect-of.ts";
import { t } from "./words.ts";

const sentences = {
  label: "missLabel",
  key: "missKey",
  range: "missRange",
  choices: "missChoices",
  fill: "missFill",
  clause: "missClause",
} as const;

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
  readonly schema: LedgerSchema;
  readonly clauses: readonly Clause[];
  /** What it would touch, once the server has counted. */
  readonly effect: Effect | undefined;
  /** Moves the field among its neighbours; absent where there is no room. */
  readonly onMove: { readonly up?: (() => void) | undefined; readonly down?: (() => void) | undefined };
  /** `null`: a new one. */
  readonly field: OwnField | null;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onDone: () => void;
};

export function FieldEditor({ can, path, schema, clauses, effect, onMove, field, draft, onDraft, onDone }: FieldEditorProps) {
  const [conflict, setConflict] = useState<string>();
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
      else if (error instanceof ApiError && error.status === 409) setConflict(error.message);
      else toast.trouble(error);
    }
  };
  const save = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const definition = definitionOf(draft);
    if (!(await agrees(draft, schema, effect))) return;
    const rules = fillOf(draft);
    const body = field ? { what: "change", definition, ...rules } : { definition, promote: draft.promote, ...rules };
    await send(body, t("saved", { name: draft.label }));
  };
  const mayPromote = can.includes("manage") && field?.state === "active" && !waits && !field.promoted && field.definition.kind !== "long";
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
          <span className="row">
            {field.state === "active" && <Move onMove={onMove} />}
            <button type="button" className="link" onClick={() => turn(field.state === "active" ? "retire" : "restore")}>
              {t(field.state === "active" ? "stop" : "start")}
            </button>
          </span>
        )
      }
      foot={
        <>
          <span className="grow small t2">{waits ? t("waits", { what: t(proposalWords[waits.what]) }) : t("waitingFoot")}</span>
          {can.includes("manage") && !waits && field?.state !== "retired" && (
            <Button kind="primary" size="large" onClick={() => void save()}>
              {t("save")}
            </Button>
          )}
          {can.includes("approve") && field && waits && <Decide field={field} onDone={onDone} />}
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {conflict && <Conflict what={conflict} onLatest={onDone} onKeep={() => setConflict(undefined)} />}
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
        <Field label={t("appears")} error={refused.appears}>
          {() => <Appears schema={schema} own={draft.key} where={draft.appears} onWhere={(appears) => set({ appears })} />}
        </Field>
        <fieldset className="fields-radios">
          <legend className="field-label">{t("whoFills")}</legend>
          <Checkbox label={t("required")} checked={draft.required} onChange={(event) => set({ required: event.target.checked })} />
          {draft.kind !== "long" && (
            <Checkbox
              label={t("promote")}
              checked={draft.promote}
              disabled={field !== null && !mayPromote}
              onChange={(event) =>
                mayPromote ? void send({ what: "promote" }, t("saved", { name: draft.label })) : set({ promote: event.target.checked })
              }
            />
          )}
        </fieldset>
        <OldRows draft={draft} onSet={set} errorOf={errorOf} />
        <ServedClause draft={draft} onSet={set} errorOf={errorOf} clauses={clauses} />
        <div className="fields-two">
          {text("group")}
          <Field label={t("help")} optional>
            {(ids) => <Input {...ids} value={draft.help} onChange={(event) => set({ help: event.target.value })} />}
          </Field>
        </div>
      </div>
    </Panel>
  );
}

/** What the proposal does to rows that are there, asked before it is sent. */
async function agrees(draft: Draft, schema: LedgerSchema, effect: Effect | undefined): Promise<boolean> {
  const n = effect ? effect.appears - effect.filled : 0;
  if (n === 0 || (draft.old === "leave" && !draft.required)) return true;
  const params = { n: number(n), unit: schema.counter ?? "", name: draft.label };
  const value = textOf({ key: "fill", ...definitionOf(draft) }, draft.fill);
  return confirm({
    title: `${t("save")} ${draft.label}`,
    text: draft.old === "fill" ? t("confirmFill", { ...params, value }) : t("confirmRequired", params),
    verb: t("save"),
  });
}

/** Somebody was quicker: what was typed stays until one looks at the latest. */
const Conflict = ({ what, onLatest, onKeep }: { readonly what: string; readonly onLatest: () => void; readonly onKeep: () => void }) => (
  <div className="changed" role="alert">
    <div className="changed-what">
      <Icon name="fault" size={18} />
      <div>
        <b>{t("conflictTitle")}</b>
        <div className="small t2">{what}</div>
      </div>
    </div>
    <div className="row">
      <Button kind="primary" onClick={onLatest}>
        {t("latest")}
      </Button>
      <Button onClick={onKeep}>{t("keepMine")}</Button>
    </div>
  </div>
);

const Move = ({ onMove }: Pick<FieldEditorProps, "onMove">) => (
  <>
    {onMove.up && (
      <button type="button" className="link" onClick={onMove.up}>
        {t("moveUp")}
      </button>
    )}
    {onMove.down && (
      <button type="button" className="link" onClick={onMove.down}>
        {t("moveDown")}
      </button>
    )}
  </>
);

/** The second pair of eyes: the security administrator agrees, or refuses with a reason. */
function Decide({ field, onDone }: { readonly field: OwnField; readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState("");
  const decide = async (granted: boolean) => {
    try {
      await api.post("/fields/decide", { ledger: field.ledger, key: field.key, granted, ...(granted ? {} : { why: why.trim() }) });
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
