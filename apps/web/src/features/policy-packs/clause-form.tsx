/** A clause filled in instead of written: it becomes text at the end of the pack, where it can be changed like any other. */
import { useState } from "react";
import { listed } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import type { useNames } from "./helper.tsx";
import { clauseText, type NewClause, nextId } from "./model.ts";
import { t } from "./words.ts";

const kinds = ["mechanism", "duty", "metric", "registry", "system", "resource", "deadline", "event", "report"] as const;
const subsystems = ["安全责任", "法制", "重点管控", "宣传教育", "社会治理", "综合保障", "应急救援", "工作考核"];
const bindings = ["measure", "case", "document", "awaits", "ledger"] as const;
const bindingWord = { measure: "measure", case: "case", document: "documentKind", awaits: "awaits", ledger: "ledger" } as const;

type Names = NonNullable<ReturnType<typeof useNames>["data"]>["names"];
type Props = { readonly source: string; readonly names: Names; readonly onClose: () => void; readonly onInsert: (text: string) => void };

export function ClauseForm({ source, names, onClose, onInsert }: Props) {
  const pack = /^pack:\s*(\S+)/m.exec(source)?.[1] ?? "LX";
  const [clause, setClause] = useState<NewClause>({
    id: nextId(source, pack),
    section: "",
    title: "",
    says: "",
    kind: "duty",
    subsystem: "安全责任",
    capability: "policy-tasks",
    lead: "",
    who: "",
    binding: "document",
    name: "",
    rhythm: "by",
    by: "",
    every: "quarter",
    target: "",
    unit: "",
  });
  const set = (given: Partial<NewClause>) => setClause({ ...clause, ...given });
  const input = (
    key: "id" | "section" | "title" | "capability" | "lead" | "who" | "name" | "target" | "unit" | "by",
    help?: string,
    type = "text",
  ) => (
    <Field label={key === "unit" ? t("unitOf", { unit: "" }) : t(`f_${key}`)} help={help}>
      {(ids) => (
        <Input
          {...ids}
          type={type}
          list={key === "name" ? "pack-names" : undefined}
          value={clause[key]}
          onChange={(event) => set(named(key, event.target.value))}
        />
      )}
    </Field>
  );
  /** A measure brings its unit along. */
  const named = (key: string, value: string): Partial<NewClause> => {
    const unit = key === "name" ? names.find(({ name }) => name === value)?.unit : undefined;
    return { [key]: value, ...(unit === undefined ? {} : { unit }) };
  };
  const isFigure = clause.binding === "measure" || clause.binding === "awaits";
  const lacking =
    (isFigure && clause.target === "") ||
    !clause.title ||
    !clause.says ||
    !clause.section ||
    !clause.lead ||
    !clause.name ||
    (clause.rhythm === "by" && !clause.by);
  const offered =
    clause.binding === "measure" ? "measure" : clause.binding === "case" ? "case" : clause.binding === "ledger" ? "ledger" : undefined;
  return (
    <Dialog
      title={t("formTitle")}
      width={720}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            reason={
              lacking
                ? listed([
                    ...[t("f_section"), t("f_title"), t("f_says"), t("f_lead"), t("f_name"), t("f_rhythm")],
                    ...(isFigure ? [t("f_target")] : []),
                  ])
                : undefined
            }
            onClick={() => {
              onClose();
              const text = clauseText(clause);
              setTimeout(() => onInsert(text));
            }}
          >
            {t("f_insert")}
          </Button>
        </>
      }
    >
      <div className="pack-form">
        {input("id")}
        {input("section")}
        {input("title")}
        <Field label={t("f_kind")}>
          {(ids) => (
            <Select
              {...ids}
              value={clause.kind}
              options={kinds.map((value) => ({ value, label: t(`k_${value}`) }))}
              onChange={(event) => set({ kind: event.target.value })}
            />
          )}
        </Field>
        <div className="pack-form-wide">
          <Field label={t("f_says")} help={t("f_saysHelp")}>
            {(ids) => <TextArea {...ids} rows={2} value={clause.says} onChange={(event) => set({ says: event.target.value })} />}
          </Field>
        </div>
        <Field label={t("f_subsystem")}>
          {(ids) => (
            <Select
              {...ids}
              value={clause.subsystem}
              options={subsystems.map((value) => ({ value, label: value }))}
              onChange={(event) => set({ subsystem: event.target.value })}
            />
          )}
        </Field>
        {input("capability")}
        {input("lead", t("f_leadHelp"))}
        {input("who", t("f_whoHelp"))}
        <Field label={t("f_binding")}>
          {(ids) => (
            <Select
              {...ids}
              value={clause.binding}
              options={bindings.map((value) => ({ value, label: t(bindingWord[value]) }))}
              onChange={(event) => set({ binding: bindings.find((each) => each === event.target.value) ?? "document" })}
            />
          )}
        </Field>
        {input("name")}
        <datalist id="pack-names">
          {names
            .filter(({ kind }) => kind === offered)
            .map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
        </datalist>
        <Field label={t("f_rhythm")}>
          {(ids) => (
            <Select
              {...ids}
              value={clause.rhythm}
              options={(["by", "every", "keep"] as const).map((value) => ({ value, label: t(`k_${value}`) }))}
              onChange={(event) => set({ rhythm: (["by", "every", "keep"] as const).find((each) => each === event.target.value) ?? "by" })}
            />
          )}
        </Field>
        {clause.rhythm === "by" && input("by", undefined, "date")}
        {clause.rhythm === "every" && (
          <Field label={t("f_every")}>
            {(ids) => (
              <Select
                {...ids}
                value={clause.every}
                options={(["month", "quarter", "half-year"] as const)
                  .map((value) => ({ value: value as string, label: t(value) }))
                  .concat([{ value: "year", label: t("year_") }])}
                onChange={(event) => set({ every: event.target.value })}
              />
            )}
          </Field>
        )}
        {isFigure && input("target", undefined, "number")}
        {isFigure && input("unit")}
      </div>
    </Dialog>
  );
}
