/** What goes beyond the field itself: what old rows get, and the clause it serves. */
import { useId } from "react";
import type { FieldSchema } from "../../lib/schema.ts";
import { Field, Input } from "../../ui/field.tsx";
import { Control } from "../ledger/form-control.tsx";
import { type Clause, type Draft, definitionOf } from "./own-field.ts";
import { t } from "./words.ts";

type Part = {
  readonly draft: Draft;
  readonly onSet: (change: Partial<Draft>) => void;
  readonly errorOf: (key: keyof Draft) => string | undefined;
};

/** 旧数据: empty and listed, or one value for all. */
export function OldRows({ draft, onSet, errorOf }: Part) {
  const name = useId();
  const field: FieldSchema = { key: "fill", ...definitionOf(draft), label: t("fillValue"), required: true };
  return (
    <fieldset className="fields-radios">
      <legend className="field-label">{t("old")}</legend>
      {(["leave", "fill"] as const).map((old) => (
        <label key={old} className="check">
          <input
            type="radio"
            name={name}
            checked={draft.old === old}
            disabled={old === "fill" && draft.kind === "person"}
            onChange={() => onSet({ old })}
          />
          <span>{t(old)}</span>
        </label>
      ))}
      {draft.old === "fill" && (
        <div className="fields-fill">
          <Field label={t("fillValue")} error={errorOf("fill")}>
            {(ids) => <Control key={draft.kind} ids={ids} field={field} value={draft.fill} onChange={(fill) => onSet({ fill })} />}
          </Field>
        </div>
      )}
    </fieldset>
  );
}

/** 用在条款: the office's own reference. Offered are the clauses other fields serve; the platform looks up no original. */
export function ServedClause({ draft, onSet, errorOf, clauses }: Part & { readonly clauses: readonly Clause[] }) {
  const list = useId();
  const documents = [...new Set(clauses.map((clause) => clause.document))];
  const numbers = clauses.filter((clause) => !draft.clauseDocument.trim() || clause.document === draft.clauseDocument.trim());
  const pickNumber = (clauseNumber: string) => {
    const known = numbers.find((clause) => clause.number === clauseNumber);
    onSet({ clauseNumber, ...(known?.words && !draft.clauseWords ? { clauseWords: known.words } : {}) });
  };
  return (
    <fieldset className="fields-clause">
      <legend className="field-label">
        {t("clause")} <span className="t3">{t("optional")}</span>
      </legend>
      <Field label={t("document")} error={errorOf("clauseDocument")}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={60}
            list={`${list}-documents`}
            value={draft.clauseDocument}
            onChange={(event) => onSet({ clauseDocument: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("clauseNumber")} error={errorOf("clauseNumber")}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={40}
            list={`${list}-numbers`}
            value={draft.clauseNumber}
            onChange={(event) => pickNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("clauseWords")} optional help={t("clauseHint")}>
        {(ids) => (
          <Input {...ids} maxLength={80} value={draft.clauseWords} onChange={(event) => onSet({ clauseWords: event.target.value })} />
        )}
      </Field>
      <datalist id={`${list}-documents`}>
        {documents.map((document) => (
          <option key={document} value={document} />
        ))}
      </datalist>
      <datalist id={`${list}-numbers`}>
        {numbers.map((clause) => (
          <option key={`${clause.document} ${clause.number}`} value={clause.number}>
            {clause.words}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
