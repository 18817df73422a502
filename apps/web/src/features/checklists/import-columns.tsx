/** Which column is which, as guessed and as corrected; and which rows to take where a column has few values. */
import type { ListImportColumn } from "@suiren/api-client";
import { Choices, Select } from "../../ui/field.tsx";
import { t } from "./words.ts";

export type Target = NonNullable<ListImportColumn["target"]>;
export type Mapping = {
  readonly columns: readonly (Target | null)[];
  readonly only: readonly { readonly column: number; readonly values: readonly string[] }[];
};
const TARGETS: readonly Target[] = ["section", "text", "ground", "grade", "penalty", "photo", "remedy", "id"];
const FEW = 24;

export const mappingOf = (columns: readonly ListImportColumn[]): Mapping => ({ columns: columns.map(({ target }) => target), only: [] });

type Props = { readonly columns: readonly ListImportColumn[]; readonly mapping: Mapping; readonly onChange: (mapping: Mapping) => void };

export function Columns({ columns, mapping, onChange }: Props) {
  const set = (i: number, target: Target | null) =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((each, at) => (at === i ? target : each === target && target !== "section" ? null : each)),
    });
  const toggle = (i: number, value: string) => {
    const now = mapping.only.find(({ column }) => column === i)?.values ?? [];
    const values = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
    onChange({
      ...mapping,
      only: [...mapping.only.filter(({ column }) => column !== i), ...(values.length > 0 ? [{ column: i, values }] : [])],
    });
  };
  return (
    <>
      {columns.map((column, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <div key={i} className="import-column">
          <div className="row row-wide">
            <b className="grow truncate">{column.header}</b>
            <Select
              aria-label={`${column.header} ${t("meaning")}`}
              value={mapping.columns[i] ?? ""}
              empty={t("ignore")}
              options={TARGETS.map((value) => ({ value, label: t(value) }))}
              onChange={(event) => set(i, TARGETS.find((each) => each === event.target.value) ?? null)}
            />
          </div>
          <p className="small t2">
            {column.by && mapping.columns[i] === column.target && (
              <span>{t(column.by === "name" ? "guessedByName" : "guessedByContent")} · </span>
            )}
            {column.samples.join(" / ")}
          </p>
          {column.values.length > 1 && column.values.length <= FEW && mapping.columns[i] !== "text" && (
            <div className="row">
              <span className="small t2">{t("only")}</span>
              <Choices
                label={`${column.header} ${t("only")}`}
                options={column.values.map((value) => ({ value, label: value.slice(0, 24) }))}
                value={mapping.only.find((each) => each.column === i)?.values ?? []}
                onChange={(value) => toggle(i, value)}
              />
            </div>
          )}
        </div>
      ))}
    </>
  );
}
