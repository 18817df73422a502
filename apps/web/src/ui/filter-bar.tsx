/** Search box, a button per declared filter, chips of what is set, 更多条件 for any field. Speaks the condition language. */
import { type ReactNode, useEffect, useState } from "react";
import { serverNow } from "../lib/clock.ts";
import { type Condition, chipsOf, without, withTest } from "../lib/condition.ts";
import { messages } from "../lib/i18n.ts";
import { type FieldSchema, fieldOf, type LedgerSchema } from "../lib/schema.ts";
import { useAreaName } from "./area-filter.tsx";
import { Select } from "./field.tsx";
import { FilterEditor } from "./filter-editor.tsx";
import { Icon } from "./icon.tsx";
import { Popover } from "./popover.tsx";
import "./filter-bar.css";

const t = messages(
  {
    search: "名称、编号、地址",
    more: "更多条件",
    remove: "去掉 {label}",
    is: "：{value}",
    field: "字段",
    pick: "选一个字段",
    area: "辖区",
    chosenArea: "所选",
  },
  {
    search: "Name, number, address",
    more: "More",
    remove: "Drop {label}",
    is: ": {value}",
    field: "Field",
    pick: "Choose a field",
    area: "Area",
    chosenArea: "chosen",
  },
);

export type FilterBarProps = {
  readonly schema: LedgerSchema;
  readonly where: Condition;
  readonly onWhere: (where: Condition) => void;
  readonly q: string;
  readonly onQ: (q: string) => void;
  readonly end?: ReactNode;
};

const AREA: FieldSchema = { key: "area", label: "", kind: "integer" };
const filterField = (schema: LedgerSchema, key: string): FieldSchema => {
  if (key === "area") return { ...AREA, label: t("area") };
  const field = fieldOf(schema, key) ?? { key, label: key, kind: "text" };
  if (key !== "state" || !schema.case) return field;
  return {
    ...field,
    kind: "choice",
    choices: Object.fromEntries(Object.entries(schema.case.states).map(([state, { label }]) => [state, label])),
  };
};

export function FilterBar({ schema, where, onWhere, q, onQ, end }: FilterBarProps) {
  const areaName = useAreaName();
  const shown = schema.list.filters.slice(0, 4).map((key) => filterField(schema, key));
  const chips = chipsOf(where, (key) => filterField(schema, key), serverNow()).map((chip) =>
    chip.field === "area" ? { ...chip, text: areaName(where.area) ?? t("chosenArea") } : chip,
  );
  const set = (key: string) => chips.find((chip) => chip.field === key);
  const others = chips.filter((chip) => !shown.some((field) => field.key === chip.field));
  const edit = (field: FieldSchema, close: () => void) => (
    <FilterEditor
      field={field}
      test={where[field.key]}
      onTest={(test) => {
        onWhere(withTest(where, field.key, test));
        close();
      }}
    />
  );
  const chip = (field: FieldSchema) => {
    const value = set(field.key);
    return (
      <span key={field.key} className={value ? "chip chip-set" : "chip"}>
        <Popover
          buttonClass="chip-button"
          button={
            <>
              {field.label}
              {value ? t("is", { value: value.text }) : <Icon name="down" size={12} />}
            </>
          }
        >
          {(close) => edit(field, close)}
        </Popover>
        {value && (
          <button
            type="button"
            className="chip-x"
            aria-label={t("remove", { label: field.label })}
            onClick={() => onWhere(without(where, field.key))}
          >
            <Icon name="x" size={12} />
          </button>
        )}
      </span>
    );
  };
  return (
    <div className="filter-bar">
      {schema.list.search && <SearchInput q={q} onQ={onQ} />}
      {shown.map(chip)}
      {others.map((each) => chip({ ...filterField(schema, each.field), label: each.label }))}
      <Popover buttonClass="link" button={t("more")} width={300}>
        {(close) => <AnyField schema={schema} edit={edit} close={close} />}
      </Popover>
      <span className="grow" />
      {end}
    </div>
  );
}

/** Searches when typing rests for a moment. */
function SearchInput({ q, onQ }: { readonly q: string; readonly onQ: (q: string) => void }) {
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return;
    const timer = setTimeout(() => onQ(text), 350);
    return () => clearTimeout(timer);
  }, [text, q, onQ]);
  return (
    <span className="input filter-search">
      <Icon name="search" size={14} />
      <input
        type="search"
        value={text}
        placeholder={t("search")}
        aria-label={t("search")}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}

function AnyField({
  schema,
  edit,
  close,
}: {
  readonly schema: LedgerSchema;
  readonly edit: (field: FieldSchema, close: () => void) => ReactNode;
  readonly close: () => void;
}) {
  const [key, setKey] = useState("");
  const fields = [...schema.fields, ...(schema.head ?? [])].filter(
    (field) => !field.personal && !["files", "table"].includes(field.kind) && field.key !== "id",
  );
  return (
    <div className="col" style={{ gap: 8, padding: 6 }}>
      <Select
        aria-label={t("field")}
        value={key}
        empty={t("pick")}
        options={fields.map((field) => ({ value: field.key, label: filterField(schema, field.key).label }))}
        onChange={(event) => setKey(event.target.value)}
      />
      {key && edit(filterField(schema, key), close)}
    </div>
  );
}
