/** How a value of each kind is written, in cells and facts alike. Empty is —, zero is 0 in grey, unknown is 未填. */
import type { ReactNode } from "react";
import { address } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayTime, exact, listed, number } from "../../lib/format.ts";
import { type FieldSchema, fieldOf, fieldValue, type LedgerSchema, type Row } from "../../lib/schema.ts";
import { Due } from "../../ui/due.tsx";
import { meaningOfWord, StateDot } from "../../ui/meaning.tsx";
import { FileThumb } from "./files-input.tsx";
import { t } from "./words.ts";

const isNumeric = (field: FieldSchema | undefined): boolean => field?.kind === "integer" || field?.kind === "decimal";

/** Right-aligned columns: figures, but not the area's key. */
export const isFigure = (schema: LedgerSchema, key: string): boolean => key !== "area" && isNumeric(fieldOf(schema, key));

export const labelOf = (schema: LedgerSchema, key: string): string => (key === "area" ? t("area") : (fieldOf(schema, key)?.label ?? key));

export function Value({ schema, row, name }: { readonly schema: LedgerSchema; readonly row: Row; readonly name: string }): ReactNode {
  if (name === "area") return row.areaName ?? "—";
  if (name === "state" && schema.case) return <StateWord schema={schema} state={row.state} />;
  if (name === "dueAt") return <Due at={asText(row.dueAt)} from={asText(row.openedAt)} done={Boolean(row.closedAt)} />;
  const ref = row._ref?.[name];
  if (ref) return ref;
  const field = fieldOf(schema, name);
  if (field?.kind === "files") return <Files path={schema.path} row={row} ids={fieldValue(row, name)} />;
  return field ? <Plain field={field} value={fieldValue(row, name)} /> : "—";
}

/** Evidence, readable by whoever may read the row. In a cell of a list: how many. */
function Files({ path, row, ids }: { readonly path: string; readonly row: Row; readonly ids: unknown }) {
  if (!Array.isArray(ids) || ids.length === 0) return <span className="t3">—</span>;
  return (
    <span className="file-thumbs">
      {ids.map((id, index) => (
        <FileThumb key={String(id)} href={address(`${path}/${row.id}/files/${id}`)} label={String(index + 1)} />
      ))}
    </span>
  );
}

const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

function StateWord({ schema, state }: { readonly schema: LedgerSchema; readonly state: unknown }) {
  const known = schema.case?.states[String(state)];
  if (!known) return "—";
  const meaning = meaningOfWord(known.label) ?? (known.end ? "met" : "primary");
  return <StateDot meaning={meaning}>{known.label}</StateDot>;
}

function Plain({ field, value }: { readonly field: FieldSchema; readonly value: unknown }): ReactNode {
  if (value === 0) return <span className="t3">0</span>;
  const text = textOf(field, value);
  const meaning = field.kind === "choice" ? meaningOfWord(text) : undefined;
  if (meaning) return <StateDot meaning={meaning}>{text}</StateDot>;
  if (field.kind === "instant" && typeof value === "string") return <time title={exact(value)}>{text}</time>;
  const isCode = field.format !== undefined && field.kind === "text";
  return text === "—" ? <span className="t3">—</span> : isCode ? <span className="num">{text}</span> : text;
}

/** A value as one line of text, also for history and copies. */
export function textOf(field: FieldSchema, value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  if (Array.isArray(value)) return listText(field, value);
  switch (field.kind) {
    case "yes":
      return t(value ? "yes" : "no");
    case "day":
      return day(String(value), serverNow());
    case "instant":
      return dayTime(String(value), serverNow());
    case "choice":
      return field.choices?.[String(value)] ?? String(value);
    default:
      // A figure without a unit is a code or an ordinal: no thousands comma in it.
      return typeof value === "number" && field.unit ? number(value, 6) : String(value);
  }
}

function listText(field: FieldSchema, value: readonly unknown[]): string {
  if (value.length === 0) return "—";
  if (field.kind === "files") return t("files", { n: value.length });
  if (field.kind === "table") return t("rows", { n: value.length });
  return listed(value.map((each) => field.choices?.[String(each)] ?? String(each)));
}
