/** The small forms behind a conclusion: what the move asks, nothing more. */
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input, Select, TextArea } from "../../ui/field.tsx";
import type { Detail } from "./model.ts";
import type { Asked } from "./verify.tsx";
import { t } from "./words.ts";

export type Given = Readonly<Record<string, unknown>>;
export type AskProps = {
  readonly asked: Asked;
  readonly detail: Detail;
  readonly causes: Readonly<Record<string, string>>;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly busy: boolean;
  readonly onDo: (move: string, given: Given) => void;
  readonly onClose: () => void;
};

const OUTCOMES = ["none", "fire", "noAnswer", "unclear"] as const;

export function Ask({ asked, detail, causes, officers, busy, onDo, onClose }: AskProps) {
  const [given, setGiven] = useState<Record<string, string>>({});
  const set = (key: string) => (value: string) => setGiven({ ...given, [key]: value });
  const form = formOf(asked, detail, causes, given, set, officers);
  const missing = form.needs.filter((key) => !given[key]?.trim());
  return (
    <Dialog
      title={form.title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={missing.length > 0 ? form.missing : undefined}
            onClick={() => onDo(form.move, form.values(given))}
          >
            {form.verb}
          </Button>
        </>
      }
    >
      <div className="col">{form.body}</div>
    </Dialog>
  );
}

type Form = {
  readonly title: string;
  readonly verb: string;
  readonly move: string;
  readonly needs: readonly string[];
  readonly missing: string;
  readonly body: React.ReactNode;
  values(given: Record<string, string>): Given;
};

/** Shanghai wall time of a date-time field, as the server takes it. */
const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();
const drop = (values: Record<string, string | undefined>): Given =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ""));

function formOf(
  asked: Asked,
  detail: Detail,
  causes: Readonly<Record<string, string>>,
  given: Record<string, string>,
  set: (key: string) => (value: string) => void,
  officers: AskProps["officers"],
): Form {
  const text = (key: string, label: string, optional = false) => (
    <Field key={key} label={label} optional={optional}>
      {(ids) => <Input {...ids} value={given[key] ?? ""} maxLength={200} onChange={(event) => set(key)(event.target.value)} />}
    </Field>
  );
  const long = (key: string, label: string, optional = false) => (
    <Field key={key} label={label} optional={optional}>
      {(ids) => <TextArea {...ids} value={given[key] ?? ""} maxLength={1000} onChange={(event) => set(key)(event.target.value)} />}
    </Field>
  );
  const causeField = (
    <Field key="cause" label={asked === "close" ? t("cause") : t("reason")}>
      {(ids) => (
        <Select
          {...ids}
          value={given.cause ?? ""}
          empty=""
          onChange={(event) => set("cause")(event.target.value)}
          options={Object.entries(causes).map(([value, label]) => ({ value, label }))}
        />
      )}
    </Field>
  );
  switch (asked) {
    case "falseAlarm":
      return {
        title: `${t("falseAlarm")}　${detail.head.unitName}`,
        verb: t("falseAlarm"),
        move: "falseAlarm",
        needs: ["cause"],
        missing: t("reason"),
        body: [causeField, text("causeNote", t("note"), true)],
        values: ({ cause, causeNote }) => drop({ cause, causeNote }),
      };
    case "close":
      return {
        title: `${t("close")}　${detail.head.unitName}`,
        verb: t("close"),
        move: "close",
        needs: ["cause"],
        missing: t("cause"),
        body: [causeField, text("causeNote", t("note"), true)],
        values: ({ cause, causeNote }) => drop({ cause, causeNote }),
      };
    case "settle":
      return {
        title: `${t("settle")}　${detail.head.unitName}`,
        verb: t("settle"),
        move: "settle",
        needs: ["cause"],
        missing: t("reason"),
        body: [causeField, text("causeNote", t("result"), true)],
        values: ({ cause, causeNote }) => drop({ cause, causeNote }),
      };
    case "test":
      return {
        title: `${t("test")}　${detail.head.unitName}`,
        verb: t("test"),
        move: "test",
        needs: [],
        missing: "",
        body: [
          <Field key="testUntil" label={t("until")} optional>
            {(ids) => (
              <Input
                {...ids}
                type="datetime-local"
                value={given.testUntil ?? ""}
                onChange={(event) => set("testUntil")(event.target.value)}
              />
            )}
          </Field>,
          text("causeNote", t("note"), true),
        ],
        values: ({ testUntil, causeNote }) => drop({ testUntil: testUntil ? instantOf(testUntil) : undefined, causeNote }),
      };
    case "operation":
      return {
        title: `${t("operation")}　${detail.head.unitName}`,
        verb: t("operation"),
        move: "operation",
        needs: ["operatorName"],
        missing: t("who"),
        body: [text("operatorName", t("who")), text("causeNote", t("note"), true)],
        values: ({ operatorName, causeNote }) => drop({ operatorName, causeNote }),
      };
    case "repair":
      return {
        title: `${t("repair")}　${detail.head.unitName}`,
        verb: t("repair"),
        move: "repair",
        needs: ["repairBy"],
        missing: t("unit"),
        body: [
          text("repairBy", t("unit")),
          <Field key="repairDueOn" label={t("dueOn")} optional>
            {(ids) => (
              <Input {...ids} type="date" value={given.repairDueOn ?? ""} onChange={(event) => set("repairDueOn")(event.target.value)} />
            )}
          </Field>,
        ],
        values: ({ repairBy, repairDueOn }) => drop({ repairBy, repairDueOn }),
      };
    case "handle":
      return {
        title: t("handle"),
        verb: t("keep"),
        move: "handle",
        needs: ["note"],
        missing: t("note"),
        body: [long("note", t("acts"))],
        values: ({ note }) => drop({ note }),
      };
    case "phoned119":
      return {
        title: t("recordCall"),
        verb: t("keep"),
        move: "phoned119",
        needs: ["who"],
        missing: t("who119"),
        body: [text("who", t("who119"))],
        values: ({ who }) => drop({ who }),
      };
    case "takeOver":
      return {
        title: t("takeOver"),
        verb: t("takeOver"),
        move: "takeOver",
        needs: ["note"],
        missing: t("note"),
        body: [long("note", t("reason"))],
        values: ({ note }) => drop({ note }),
      };
    case "handOver":
      return {
        title: t("transfer"),
        verb: t("transfer"),
        move: "handOver",
        needs: ["holderPerson"],
        missing: t("to"),
        body: [
          <Field key="to" label={t("to")}>
            {(ids) => (
              <Select
                {...ids}
                value={given.holderPerson ?? ""}
                empty=""
                onChange={(event) => set("holderPerson")(event.target.value)}
                options={officers.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>,
          text("note", t("note"), true),
        ],
        values: ({ holderPerson, note }) => drop({ holderPerson, note }),
      };
    case "call":
    case "site":
      return {
        title: asked === "call" ? t("callRoom") : t("sendSomebody"),
        verb: t("keep"),
        move: "verify",
        needs: asked === "call" ? ["verifyOutcome"] : ["verifyWho"],
        missing: asked === "call" ? t("answer") : t("who"),
        body: [
          ...(asked === "call"
            ? [
                <Field key="outcome" label={t("answer")}>
                  {() => (
                    <Choices
                      label={t("answer")}
                      value={given.verifyOutcome ? [given.verifyOutcome] : []}
                      onChange={set("verifyOutcome")}
                      options={OUTCOMES.map((value) => ({ value, label: outcomeWord(value) }))}
                    />
                  )}
                </Field>,
              ]
            : []),
          text("verifyWho", t("who"), asked === "call"),
          long("note", t("note"), true),
        ],
        values: ({ verifyOutcome, verifyWho, note }) =>
          drop({ verifyMethod: asked, verifyOutcome: asked === "site" ? "going" : verifyOutcome, verifyWho, note }),
      };
  }
}

const outcomeWord = (value: (typeof OUTCOMES)[number]): string =>
  t(({ none: "outcomeNone", fire: "outcomeFire", noAnswer: "outcomeNoAnswer", unclear: "outcomeUnclear" } as const)[value]);
