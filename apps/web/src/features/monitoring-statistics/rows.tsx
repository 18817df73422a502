/** The very rows a figure counts, as the server counted them. */
import { useQuery } from "@tanstack/react-query";
import { serverNow } from "../../lib/clock.ts";
import { day, dayTime, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { type FieldSchema, fieldOf, fieldValue, type LedgerSchema, type Row, schemaOf, titleOf } from "../../lib/schema.ts";
import { Segments } from "../../ui/button.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { figuresQuery, rowsQuery } from "./model.ts";
import type { Part, Period } from "./period.ts";
import { t } from "./words.ts";

const MOST = 100;
const COLUMNS = 8;

export type RowsPanelProps = {
  readonly measure: string;
  readonly part: Part;
  readonly period: Period;
  readonly area: number | null;
  readonly onPart: (part: Part) => void;
};

export function RowsPanel({ measure, part, period, area, onPart }: RowsPanelProps) {
  const go = useGo();
  const declared = useQuery(figuresQuery(measure, "none", period, area)).data?.measure;
  const path = declared?.path ?? "";
  const schema = useQuery({ ...schemaOf(path), enabled: path !== "" }).data;
  const { data, error, refetch } = useQuery(rowsQuery(measure, path, part, period, area));
  // The rows outside a share spoil it only where more is better.
  const mayBeSpoilt = declared?.unit === "%" && declared.better === "higher";
  return (
    <Panel
      className="stats-rows"
      title={t("rows", { name: declared?.label ?? "" })}
      aside={data && t("rowsCount", { n: number(data.count) })}
      end={
        <>
          {mayBeSpoilt && (
            <Segments
              label={t("measure")}
              value={part}
              onChange={onPart}
              items={[
                { key: "all", label: t("all") },
                { key: "spoil", label: t("spoil") },
              ]}
            />
          )}
          <Go className="link" href={`/${path}`}>
            {t("openLedger")}
          </Go>
        </>
      }
      foot={data && data.count > MOST ? t("rowsFirst") : undefined}
      flush
      scroll
    >
      {error ? (
        <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />
      ) : !data || !schema ? (
        <Loading what={t("title")} />
      ) : data.rows.length === 0 ? (
        <StateBlock kind="filtered" title={t("noRows")}>
          {t("noRowsHint")}
        </StateBlock>
      ) : (
        <LedgerTable
          columns={columnsOf(schema)}
          rows={data.rows}
          rowId={(row) => row.id}
          rowTitle={(row) => titleOf(schema, row)}
          onOpen={(row) => go(`/${path}?open=${row.id}`)}
        />
      )}
    </Panel>
  );
}

const columnsOf = (schema: LedgerSchema): readonly TableColumn<Row>[] =>
  schema.list.columns.slice(0, COLUMNS).flatMap((key) => {
    const field = fieldOf(schema, key);
    if (!field) return [];
    const isFigure = key !== "area" && (field.kind === "integer" || field.kind === "decimal");
    return [
      {
        key,
        label: field.label,
        unit: field.unit,
        align: isFigure ? ("end" as const) : ("start" as const),
        truncate: true,
        cell: (row: Row) => cellText(row, key, field, schema),
      },
    ];
  });

function cellText(row: Row, key: string, field: FieldSchema, schema: LedgerSchema): string {
  if (key === "area") return row.areaName ?? "—";
  const value = fieldValue(row, key);
  if (value === null || value === undefined || value === "") return "—";
  if (key === "state" && schema.case) return schema.case.states[String(value)]?.label ?? String(value);
  if (field.choices) return field.choices[String(value)] ?? String(value);
  if (field.kind === "ref") return row._ref?.[key] ?? "—";
  if (field.kind === "instant") return dayTime(String(value), serverNow());
  if (field.kind === "day") return day(String(value), serverNow());
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  return typeof value === "number" ? number(value) : String(value);
}
