/** How the field will look, and what it touches once in effect. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import type { FieldSchema, LedgerSchema } from "../../lib/schema.ts";
import { Segments } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Control } from "../ledger/form-control.tsx";
import { type Count, countText } from "../ledger/use-list.ts";
import { textOf } from "../ledger/value.tsx";
import { type Draft, definitionOf } from "./own-field.ts";
import { t } from "./words.ts";

type Look = "phone" | "form" | "list";

export function FieldLook({ path, schema, draft }: { readonly path: string; readonly schema: LedgerSchema; readonly draft: Draft | null }) {
  const [look, setLook] = useState<Look>("phone");
  const [value, setValue] = useState<unknown>(null);
  const count = useQuery({
    queryKey: ["ledger", path, "count", {}],
    queryFn: () => api.get<Count>(`${path}/count`),
    staleTime: 60_000,
  }).data;
  const looks: readonly Look[] = ["phone", "form", "list"];
  const field: FieldSchema | null = draft && { key: draft.key || "field", ...definitionOf(draft) };
  const total = count ? `${countText(count)} ${schema.counter ?? ""}` : "…";
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
                <th>{field.unit ? `${field.label}（${field.unit}）` : field.label}</th>
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
          <dd>{draft?.required ? total : t("optional")}</dd>
          <dt>{t("auto")}</dt>
          <dd>{t("autoAdd")}</dd>
          <dt>{t("api")}</dt>
          <dd>{t("apiPlus")}</dd>
        </dl>
      </Panel>
    </div>
  );
}
