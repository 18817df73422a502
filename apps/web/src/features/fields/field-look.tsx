/** How the field will look, and what it touches once in effect. */
import { useState } from "react";
import { isEmpty } from "../../lib/condition.ts";
import { bracketed, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import type { FieldSchema, LedgerSchema } from "../../lib/schema.ts";
import { Segments } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Control } from "../ledger/form-control.tsx";
import { textOf } from "../ledger/value.tsx";
import { wordsOf } from "./appears.tsx";
import { type Draft, definitionOf, type Filling } from "./own-field.ts";
import type { Effect } from "./use-effect-of.ts";
import { t } from "./words.ts";

type Look = "phone" | "form" | "list";

export function FieldLook({
  path,
  schema,
  draft,
  effect,
  filling,
}: {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly draft: Draft | null;
  readonly effect: Effect | undefined;
  readonly filling: Filling | null;
}) {
  const [look, setLook] = useState<Look>("phone");
  const [value, setValue] = useState<unknown>(null);
  const looks: readonly Look[] = ["phone", "form", "list"];
  const field: FieldSchema | null = draft && { key: draft.key || "field", ...definitionOf(draft) };
  const counted = (n: number | undefined): string => (n === undefined ? "—" : `${number(n)} ${schema.counter ?? ""}`);
  const gap = effect && effect.appears - effect.filled;
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
            {draft && !isEmpty(draft.appears) && <p className="fields-when">{t("whenShown", { when: wordsOf(schema, draft.appears) })}</p>}
            <Field label={field.label || t("newField")} optional={!field.required} help={field.help}>
              {(ids) => <Control key={field.kind} ids={ids} field={field} value={value} onChange={setValue} />}
            </Field>
          </div>
        )}
      </Panel>
      <Panel title={t("after")} flush className="grow" foot={t("undo")}>
        <dl className="fields-after">
          <dt>{t("rows", { label: schema.label })}</dt>
          <dd>{counted(effect?.appears)}</dd>
          <dt>{t(draft?.old === "fill" ? "toFillNow" : "toFill")}</dt>
          <dd>{draft && (draft.required || draft.old === "fill") ? counted(gap) : t("optional")}</dd>
          {filling && (
            <>
              <dt>{t("old")}</dt>
              <dd className={filling.state === "failed" ? "ink-overdue" : undefined}>
                <FillProgress filling={filling} unit={schema.counter ?? ""} />
              </dd>
            </>
          )}
          {schema.views.some((view) => view.key === "lacking") && (
            <>
              <dt />
              <dd>
                <Go className="link" href={`/${path}?view=lacking`}>
                  {t("seeLacking")}
                </Go>
              </dd>
            </>
          )}
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

function FillProgress({ filling, unit }: { readonly filling: Filling; readonly unit: string }) {
  const { state, done, total } = filling;
  if (state === "done") return t("fillDone", { n: number(done), unit });
  const params = { done: number(done), total: number(total) };
  return state === "failed" ? (
    t("fillFailed", params)
  ) : (
    <>
      {t("filling", params)} <progress className="fields-progress" max={total || 1} value={done} />
    </>
  );
}
