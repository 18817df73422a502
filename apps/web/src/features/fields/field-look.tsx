/** How the field will look, and what it touches once in effect. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { bracketed, number } from "../../lib/format.ts";
import type { FieldSchema, LedgerSchema } from "../../lib/schema.ts";
import { Segments } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Control } from "../ledger/form-control.tsx";
import { textOf } from "../ledger/value.tsx";
import { type Draft, definitionOf } from "./own-field.ts";
import { t } from "./words.ts";

type Effect = {
  readonly rows: number;
  readonly filled: number;
  readonly conflicts: readonly { readonly code: string; readonly message: string }[];
};
type Look = "phone" | "form" | "list";

export function FieldLook({
  path,
  schema,
  draft,
  canAsk,
}: {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly draft: Draft | null;
  readonly canAsk: boolean;
}) {
  const [look, setLook] = useState<Look>("phone");
  const [value, setValue] = useState<unknown>(null);
  const ledger = path.replace("/", ".");
  const key = draft && /^[a-z][a-z0-9_]*$/.test(draft.key) ? draft.key : "new_field";
  const effect = useQuery({
    queryKey: ["fields", path, "effect", key, draft?.label],
    queryFn: () => api.get<Effect>("fields/effect", { ledger, key, label: draft?.label.trim() || undefined }),
    enabled: canAsk,
    placeholderData: keepPreviousData,
  }).data;
  const looks: readonly Look[] = ["phone", "form", "list"];
  const field: FieldSchema | null = draft && { key: draft.key || "field", ...definitionOf(draft) };
  const total = effect ? `${number(effect.rows)} ${schema.counter ?? ""}` : "—";
  return (
    <div className="fields-side">
      <Panel
        title={t("looks")}
        className="fields-look"
        end={<Segments solid label={t("looks")} items={looks.map((key) => ({ key, label: t(key) }))} value={look} onChange={setLook} />}
      >
        {field && look === "list" && (
          <table className="import-table">
            <thead>
              <tr>
                <th>{schema.fields.find((each) => each.key === schema.title)?.label}</th>
                <th>{field.unit ? `${field.label}${bracketed(field.unit)}` : field.label}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td className="t3">—</td>
                <td>{textOf(field, value)}</td>
              </tr>
            </tbody>
          </table>
        )}
        {field && look !== "list" && (
          <div className={look === "phone" ? "fields-phone" : undefined}>
            <Field label={field.label || t("newField")} optional={!field.required} help={field.help}>
              {(ids) => <Control key={field.kind} ids={ids} field={field} value={value} onChange={setValue} />}
            </Field>
          </div>
        )}
      </Panel>
      <Panel title={t("after")} flush className="grow" foot={t("undo")}>
        <dl className="fields-after">
          <dt>{t("rows", { label: schema.label })}</dt>
          <dd>{total}</dd>
          <dt>{t("toFill")}</dt>
          <dd>{draft?.required && effect ? `${number(effect.rows - effect.filled)} ${schema.counter ?? ""}` : t("optional")}</dd>
          <dt>{t("auto")}</dt>
          <dd>{t("autoAdd")}</dd>
          <dt>{t("api")}</dt>
          <dd>{t("apiPlus")}</dd>
          <dt>{t("conflict")}</dt>
          <dd className={effect?.conflicts.length ? "ink-overdue" : undefined}>{effect?.conflicts[0]?.message ?? t("noConflict")}</dd>
        </dl>
      </Panel>
    </div>
  );
}
