import { type UseQueryResult, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { address as apiAddress, type Query } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { isEmpty, without } from "../../lib/condition.ts";
import { download } from "../../lib/download.ts";
import { useGo } from "../../lib/go.tsx";
import { canBeMade, fieldOf, type LedgerSchema, type Right, type Row, titleOf } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Button } from "../../ui/button.tsx";
import { ColumnChooser, useColumns } from "../../ui/columns.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type ListAddress, pagesAround } from "./list-address.ts";
import { ListMap } from "./list-map.tsx";
import type { Fit } from "./rows-that-fit.ts";
import { type Count, countText, type Page, type SavedView } from "./use-list.ts";
import { isFigure, labelOf, Value } from "./value.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import { t } from "./words.ts";
import "./list.css";

export type ListPanelProps = {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly can: ReadonlySet<Right>;
  readonly address: ListAddress;
  readonly set: (change: Partial<ListAddress>) => void;
  readonly query: Query;
  readonly saved: readonly SavedView[];
  /** May a view be shared with the whole office? */
  readonly canShare: boolean;
  readonly page: UseQueryResult<Page>;
  readonly count: Count | undefined;
  readonly fit: Fit;
};

/** Room a column takes, in px, by its kind; enough to know how many stand beside the drawer without sideways scroll. */
const roomOf = (schema: LedgerSchema, key: string): number => {
  if (key === schema.title) return 190;
  return ["text", "ref", "organ", "person", "many"].includes(fieldOf(schema, key)?.kind ?? "") ? 150 : 100;
};

/** Columns fewer when the drawer stands beside: the first, then what still fits. */
function besideDrawer(schema: LedgerSchema, keys: readonly string[], room: number): readonly string[] {
  let left = room;
  return keys.filter((key, index) => {
    left -= roomOf(schema, key);
    return index === 0 || left >= 0;
  });
}

const columnOf = (schema: LedgerSchema, key: string): TableColumn<Row> => ({
  key,
  label: labelOf(schema, key),
  unit: fieldOf(schema, key)?.unit,
  align: isFigure(schema, key) ? "end" : "start",
  truncate: ["text", "ref", "organ", "person", "many", "long"].includes(fieldOf(schema, key)?.kind ?? ""),
  sortable: !["many", "table", "files"].includes(fieldOf(schema, key)?.kind ?? "") && !fieldOf(schema, key)?.personal,
  ...(key === schema.title ? { text: (row: Row) => titleOf(schema, row) } : {}),
  cell: (row) =>
    key === schema.title ? (
      <a className="link" href={`/${schema.name.replace(".", "/")}/${row.id}`}>
        {titleOf(schema, row)}
      </a>
    ) : (
      <Value schema={schema} row={row} name={key} />
    ),
});

export function ListPanel(props: ListPanelProps) {
  const { path, schema, address, set, saved, page, fit } = props;
  const narrow = useNarrow();
  const go = useGo();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = [
    ...new Set([
      ...schema.list.columns,
      ...schema.fields.filter((field) => !["files", "table", "long"].includes(field.kind)).map((field) => field.key),
      "area",
      "updatedAt",
    ]),
  ];
  const { shown, widths, set: setColumns, resize } = useColumns(schema.name, all, schema.list.columns);
  const columns = (address.open && !narrow ? besideDrawer(schema, shown, innerWidth - 740) : shown).map((key) => ({
    ...columnOf(schema, key),
    width: widths[key] ? `${widths[key]}px` : undefined,
  }));
  const open = (row: Row) => (narrow ? go(`/${path}/${row.id}`) : set({ open: row.id }));
  const rows = page.data?.rows ?? [];
  return (
    <section className="panel grow">
      <ViewTabs {...props} compact={address.open !== undefined} />
      {chosen.size > 0 ? (
        <BulkLine {...props} chosen={chosen} onClear={() => setChosen(new Set())} />
      ) : (
        <FilterBar
          schema={schema}
          where={address.where}
          onWhere={(where) => set({ where })}
          q={address.q ?? ""}
          onQ={(q) => set({ q: q || undefined })}
          end={
            !narrow && <ColumnChooser all={all.map((key) => ({ key, label: labelOf(schema, key) }))} shown={shown} onChange={setColumns} />
          }
        />
      )}
      <div ref={fit.measure} className="list-body">
        {page.error ? (
          <Trouble error={page.error} what={schema.label} onRetry={() => void page.refetch()} />
        ) : address.map && schema.place ? (
          <ListMap {...props} onChoose={(id) => set({ open: id })} />
        ) : page.isPending ? (
          <Loading what={schema.label} rows={12} />
        ) : rows.length === 0 ? (
          <NoRows {...props} />
        ) : (
          <LedgerTable
            columns={columns}
            rows={rows}
            rowId={(row) => row.id}
            rowTitle={(row) => titleOf(schema, row)}
            openId={address.open}
            onOpen={open}
            hrefOf={(row) => `/${path}/${row.id}`}
            selection={{ chosen, onChange: setChosen }}
            sort={
              address.sort ??
              saved.find((view) => view.id === address.view)?.sort ??
              schema.views.find((view) => view.key === address.view)?.sort ??
              schema.list.sort
            }
            onSort={(sort) => set({ sort })}
            onResize={resize}
            dimmed={page.isPlaceholderData}
          />
        )}
      </div>
      {!address.map && <Pager {...props} />}
    </section>
  );
}

/** Stands in the filter line's place and height: no jump. */
function BulkLine({
  path,
  schema,
  can,
  query,
  count,
  page,
  chosen,
  onClear,
}: ListPanelProps & { readonly chosen: ReadonlySet<string>; readonly onClear: () => void }) {
  const [whole, setWhole] = useState(false);
  const unit = schema.counter ?? "";
  const total = count ? countText(count) : "";
  const exportChosen = () =>
    download(apiAddress(`${path}/export.xlsx`, whole ? query : { where: JSON.stringify({ id: [...chosen] }), sort: query.sort }));
  return (
    <div className="bulk-line">
      <b>{whole ? t("chosenAll", { n: total, unit }) : t("chosen", { n: chosen.size, unit })}</b>
      {!whole && (page.data?.next || (count?.count ?? 0) > chosen.size) && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {t("chooseAll", { n: total, unit })}
        </button>
      )}
      <i className="bulk-rule" />
      <Button onClick={exportChosen} reason={can.has("export") ? undefined : t("cannotWrite")}>
        {t("exportChosen")}
      </Button>
      <span className="grow" />
      <button type="button" className="link" onClick={onClear}>
        {t("unchoose")}
      </button>
    </div>
  );
}

/** Nothing there: either the ledger is empty, or one condition too many, which is then named. */
function NoRows({ path, schema, can, address, set }: ListPanelProps) {
  const go = useGo();
  const { user } = useMe();
  const last = Object.keys(address.where).at(-1);
  if (isEmpty(address.where) && !address.q && !address.view)
    return (
      <StateBlock
        kind="empty"
        title={t("none", { label: schema.label })}
        actions={
          can.has("write") && canBeMade(schema) && (user.unitId === null || schema.unitKeeps !== null) ? (
            <Button kind="primary" onClick={() => go(`/${path}/new`)}>
              {t("create")}
            </Button>
          ) : undefined
        }
      >
        {can.has("import") ? t("noneHint") : undefined}
      </StateBlock>
    );
  return (
    <StateBlock
      kind="filtered"
      title={t("filtered", { label: schema.label })}
      actions={
        <>
          {last && (
            <Button kind="primary" onClick={() => set({ where: without(address.where, last) })}>
              {t("drop", { label: labelOf(schema, last) })}
            </Button>
          )}
          {!last && address.q && (
            <Button kind="primary" onClick={() => set({ q: undefined })}>
              {t("drop", { label: address.q })}
            </Button>
          )}
          <Button onClick={() => set({ where: {}, q: undefined, view: undefined })}>{t("clear")}</Button>
        </>
      }
    />
  );
}

function Pager({ schema, address, set, page, count, fit }: ListPanelProps) {
  const client = useQueryClient();
  const narrow = useNarrow();
  const unit = schema.counter ?? "";
  const rows = page.data?.rows.length ?? 0;
  const from = (address.page - 1) * fit.limit + 1;
  const pages = count && fit.limit > 0 ? Math.max(1, Math.ceil(count.count / fit.limit)) : address.page;
  const turn = (to: number) => {
    void client.cancelQueries({ queryKey: ["ledger", schema.name, "page"] });
    set({ page: to });
  };
  if (rows === 0 && !page.isPending) return null;
  const summary = page.isPending
    ? ""
    : address.open
      ? t("total", { n: count ? countText(count) : rows, unit })
      : t("range", { from, to: from + rows - 1, n: count ? countText(count) : "…", unit });
  return (
    <footer className="panel-foot pager">
      <span>{summary}</span>
      <span className="grow" />
      {!address.open && !narrow && <span className="t3 pager-keys">{t("keys")}</span>}
      <nav className="pager-pages" aria-label={t("next")}>
        <button type="button" aria-label={t("previous")} disabled={address.page <= 1} onClick={() => turn(address.page - 1)}>
          ‹
        </button>
        {pagesAround(address.page, pages).map((each, index) =>
          each === 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap is its place
            <span key={`gap-${index}`}>…</span>
          ) : (
            <button
              key={each}
              type="button"
              aria-current={each === address.page ? "page" : undefined}
              className={cx("num", each === address.page && "pager-now")}
              onClick={() => turn(each)}
            >
              {each}
            </button>
          ),
        )}
        <button type="button" aria-label={t("next")} disabled={!page.data?.next} onClick={() => turn(address.page + 1)}>
          ›
        </button>
      </nav>
      {!narrow && (
        <select
          className="pager-size"
          aria-label={t("perPage", { n: fit.limit })}
          value={fit.chosen}
          onChange={(event) => fit.choose(Number(event.target.value))}
        >
          <option value={0}>{t("perPage", { n: fit.chosen === 0 ? fit.limit : t("fit") })}</option>
          {[50, 100, 500].map((each) => (
            <option key={each} value={each}>
              {t("perPage", { n: each })}
            </option>
          ))}
        </select>
      )}
    </footer>
  );
}
