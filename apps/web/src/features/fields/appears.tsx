/** 何时出现: the field's condition as chips, each removable, in the one condition language. */
import { useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { type Condition, chipsOf, without, withTest } from "../../lib/condition.ts";
import type { FieldSchema, LedgerSchema } from "../../lib/schema.ts";
import { fieldOf } from "../../lib/schema.ts";
import { Select } from "../../ui/field.tsx";
import { FilterEditor } from "../../ui/filter-editor.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Popover } from "../../ui/popover.tsx";
import { t } from "./words.ts";
import "../../ui/filter-bar.css";

/** Fields a condition may name: what a person fills in, no secret, with something to compare. */
const askable = (schema: LedgerSchema, own: string): readonly FieldSchema[] =>
  schema.fields.filter(
    (field) =>
      !field.readOnly &&
      !field.personal &&
      field.key !== `custom.${own}` &&
      !["files", "table", "ref", "organ", "person"].includes(field.kind),
  );

/** The condition in words: 沿街居住店铺：是. */
export const wordsOf = (schema: LedgerSchema, where: Condition): string =>
  chipsOf(where, (key) => fieldOf(schema, key), serverNow())
    .map(({ label, text }) => `${label}：${text}`)
    .join("，");

export type AppearsProps = {
  readonly schema: LedgerSchema;
  /** The key of the field itself, which cannot wait for itself. */
  readonly own: string;
  readonly where: Condition;
  readonly onWhere: (where: Condition) => void;
};

export function Appears({ schema, own, where, onWhere }: AppearsProps) {
  const chips = chipsOf(where, (key) => fieldOf(schema, key), serverNow());
  return (
    <div className="fields-appears">
      {chips.length === 0 && <span className="t3">{t("always")}</span>}
      {chips.map((chip) => (
        <span key={chip.field} className="chip chip-set">
          {chip.label}：{chip.text}
          <button
            type="button"
            className="chip-x"
            aria-label={t("dropCondition", { label: chip.label })}
            onClick={() => onWhere(without(where, chip.field))}
          >
            <Icon name="x" size={12} />
          </button>
        </span>
      ))}
      <span className="grow" />
      <Popover align="end" width={280} buttonClass="link" button={t("addCondition")}>
        {(close) => (
          <NewTest
            fields={askable(schema, own)}
            where={where}
            onTest={(next) => {
              onWhere(next);
              close();
            }}
          />
        )}
      </Popover>
    </div>
  );
}

function NewTest({
  fields,
  where,
  onTest,
}: {
  readonly fields: readonly FieldSchema[];
  readonly where: Condition;
  readonly onTest: (where: Condition) => void;
}) {
  const [key, setKey] = useState("");
  const field = fields.find((each) => each.key === key);
  return (
    <div className="col" style={{ gap: 8, padding: 10 }}>
      <Select
        aria-label={t("field")}
        empty={t("pickField")}
        options={fields.map((each) => ({ value: each.key, label: each.label }))}
        value={key}
        onChange={(event) => setKey(event.target.value)}
      />
      {field && <FilterEditor key={key} field={field} test={where[key]} onTest={(test) => onTest(withTest(where, key, test))} />}
    </div>
  );
}
