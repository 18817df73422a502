import type { FieldSchema } from "../../lib/schema.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Input, Select } from "../../ui/field.tsx";
import { t } from "./words.ts";

type Line = Readonly<Record<string, unknown>>;

/** Small rows inside the row: equipment of a station, doors of a building. */
export function TableInput({
  field,
  value,
  onChange,
}: {
  readonly field: FieldSchema;
  readonly value: readonly Line[];
  readonly onChange: (value: readonly Line[]) => void;
}) {
  const columns = field.columns ?? [];
  const set = (index: number, key: string, given: unknown) =>
    onChange(value.map((line, at) => (at === index ? { ...line, [key]: given } : line)));
  return (
    <div className="table-input">
      {value.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the table is its place
        <div key={index} className="row">
          {columns.map((column) => (
            <LineCell key={column.key} column={column} value={line[column.key]} onChange={(given) => set(index, column.key, given)} />
          ))}
          <IconButton icon="x" size={14} label={t("remove")} onClick={() => onChange(value.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button icon="plus" onClick={() => onChange([...value, {}])}>
        {t("create")}
      </Button>
    </div>
  );
}

function LineCell({
  column,
  value,
  onChange,
}: {
  readonly column: FieldSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const text = value === null || value === undefined ? "" : String(value);
  if (column.choices)
    return (
      <Select
        aria-label={column.label}
        empty={column.label}
        value={text}
        options={Object.entries(column.choices).map(([key, label]) => ({ value: key, label }))}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  const numeric = column.kind === "integer" || column.kind === "decimal";
  return (
    <Input
      aria-label={column.label}
      placeholder={column.label}
      value={text}
      onChange={(event) =>
        onChange(
          event.target.value === ""
            ? null
            : numeric && !Number.isNaN(Number(event.target.value))
              ? Number(event.target.value)
              : event.target.value,
        )
      }
    />
  );
}
