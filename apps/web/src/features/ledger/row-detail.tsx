/** One row: overview by groups, the ledgers that point at it, its history. The same in the drawer and on its own page. */
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { type PanelProps, panelsOf } from "../../app/panels.ts";
import { useCityAreas } from "../../lib/city.ts";
import { serverNow } from "../../lib/clock.ts";
import { bracketed, dayTime } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useGrounds } from "../../lib/grounds.ts";
import { type FieldSchema, fieldValue, type LedgerSchema, type Row, titleOf } from "../../lib/schema.ts";
import { MapPane } from "../../ui/map.tsx";
import { Facts } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { CaseHead, CaseTimeline } from "../cases/case-panel.tsx";
import { appears } from "./form-values.ts";
import { Reveal } from "./reveal.tsx";
import { type Related, useHistory, useRelated, useRelatedRows } from "./use-row.ts";
import { labelOf, textOf, Value } from "./value.tsx";
import { t } from "./words.ts";

const TABS_IN_SIGHT = 6;
type Tab = { readonly key: string; readonly label: string; readonly count?: string | undefined; readonly content: ReactNode };

/** Tabs and the content of the chosen one, for whoever frames them. */
export function useRowTabs(
  path: string,
  schema: LedgerSchema,
  row: Row | undefined,
  can: readonly string[],
): { readonly tabs: ReactNode; readonly content: ReactNode } {
  const [chosen, setChosen] = useState("overview");
  const related = useRelated(schema, row?.id ?? "");
  const handMade = useMemo(() => panelsOf(schema.name).map((panel) => ({ ...panel, Panel: lazy(panel.load) })), [schema.name]);
  if (!row) return { tabs: null, content: <Loading what={schema.label} /> };
  const own = handMade.find((panel) => panel.key === "overview");
  const tabs: readonly Tab[] = [
    {
      key: "overview",
      label: t("overview"),
      content: own ? (
        framed(own.Panel, schema, row)
      ) : (
        <>
          {schema.case && <CaseHead path={path} schema={schema} row={row} />}
          <Overview path={path} schema={schema} row={row} can={can} />
        </>
      ),
    },
    ...handMade
      .filter((panel) => panel !== own)
      .map(({ key, label, Panel }) => ({ key, label: label(), content: framed(Panel, schema, row) })),
    ...related
      .filter((each) => each.count !== undefined && each.count !== "0")
      .slice(0, TABS_IN_SIGHT)
      .map((each) => ({
        key: each.ledger.name,
        label: each.ledger.label,
        count: each.count,
        content: <RelatedRows related={each} id={row.id} />,
      })),
    ...(schema.case ? [{ key: "timeline", label: t("timeline"), content: <CaseTimeline path={path} row={row} /> }] : []),
    { key: "history", label: t("history"), content: <History path={path} schema={schema} row={row} /> },
  ];
  const current = tabs.find((tab) => tab.key === chosen) ?? tabs[0];
  return {
    tabs: <Tabs label={titleOf(schema, row)} items={tabs} value={current?.key ?? "overview"} onChange={setChosen} />,
    content: current?.content,
  };
}

const framed = (Panel: ComponentType<PanelProps>, schema: LedgerSchema, row: Row): ReactNode => (
  <Suspense fallback={<Loading />}>
    <Panel schema={schema} row={row} />
  </Suspense>
);

/** Fields by their groups; what is empty stays out of the first sight but for what the title group asks. */
function Overview({
  path,
  schema,
  row,
  can,
}: {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly row: Row;
  readonly can: readonly string[];
}) {
  const groups = groupsOf(schema);
  const ask = { valueAt: (key: string) => fieldValue(row, key), now: serverNow() };
  const facts = (fields: readonly FieldSchema[]) =>
    fields
      .filter((field) => field.key !== schema.title && !isBlank(fieldValue(row, field.key)) && appears(schema, field, ask))
      .map(
        (field) =>
          [
            field.unit ? `${field.label}${bracketed(field.unit)}` : field.label,
            field.personal && can.includes("reveal") ? (
              <Reveal key={field.key} path={path} row={row} field={field} name={titleOf(schema, row)} />
            ) : (
              <Value key={field.key} schema={schema} row={row} name={field.key} />
            ),
          ] as const,
      );
  const [first, ...rest] = groups
    .map((group) => ({ label: group.label, items: facts(group.fields) }))
    .filter((group) => group.items.length > 0);
  return (
    <>
      <div className={schema.place ? "row-overview" : undefined}>
        <Facts items={first?.items ?? []} />
        {schema.place && <Place row={row} label={titleOf(schema, row)} />}
      </div>
      {rest.map((group) => (
        <section key={group.label} className="row-group">
          <h3>{group.label}</h3>
          <Facts items={group.items} />
        </section>
      ))}
      <p className="caption t3" style={{ marginTop: 14 }}>
        {row.updatedAt && t("updated", { at: dayTime(row.updatedAt, serverNow()) })}
      </p>
    </>
  );
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

export type FieldGroup = { readonly label: string; readonly fields: readonly FieldSchema[] };

/** Fields in the order of the declaration, under the groups it names. */
export function groupsOf(schema: LedgerSchema): readonly FieldGroup[] {
  const names = [...new Set(schema.fields.map((field) => field.group ?? ""))];
  return names.map((name) => ({
    label: name || (names.length > 1 ? t("other") : schema.label),
    fields: schema.fields.filter((field) => (field.group ?? "") === name),
  }));
}

function Place({ row, label }: { readonly row: Row; readonly label: string }) {
  const areas = useCityAreas();
  const grounds = useGrounds();
  if (typeof row.lon !== "number" || typeof row.lat !== "number") return <p className="small t3">{t("noPoint")}</p>;
  return (
    <MapPane
      grounds={grounds}
      label={label}
      areas={areas}
      controls={false}
      view={{ center: [row.lon, row.lat], metres: 6_000 }}
      marks={[{ id: row.id, at: [row.lon, row.lat], name: label, icon: "building", meaning: "primary", shape: "square" }]}
    />
  );
}

function RelatedRows({ related, id }: { readonly related: Related; readonly id: string }) {
  const { data, error, refetch } = useRelatedRows(related, id);
  if (error) return <Trouble error={error} what={related.ledger.label} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={related.ledger.label} />;
  const { schema, ledger, field } = related;
  const facts = schema.list.columns.filter((key) => key !== schema.title && key !== field && key !== "area").slice(0, 3);
  return (
    <>
      {data.rows.map((row) => (
        <Go key={row.id} className="related-row" href={`/${ledger.path}/${row.id}`}>
          <span className="grow truncate">{titleOf(schema, row)}</span>
          {facts.map((key) => (
            <span key={key} className="small t2 nowrap">
              <Value schema={schema} row={row} name={key} />
            </span>
          ))}
        </Go>
      ))}
      <p className="small" style={{ paddingTop: 8 }}>
        <Go href={`/${ledger.path}?where=${encodeURIComponent(JSON.stringify({ [field]: id }))}`}>{t("all")}</Go>
      </p>
    </>
  );
}

function History({ path, schema, row }: { readonly path: string; readonly schema: LedgerSchema; readonly row: Row }) {
  const { data, error, refetch } = useHistory(path, row.id);
  if (error) return <Trouble error={error} what={t("history")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("history")} />;
  if (data.entries.length === 0) return <p className="small t2">{t("noHistory")}</p>;
  const known = { ...schema, fields: [...schema.fields, ...(schema.retired ?? [])] };
  const written = (key: string, value: unknown): string => {
    const field = known.fields.find((each) => each.key === key);
    return field ? textOf(field, field.personal && value ? "＊＊＊" : value) : String(value ?? "—");
  };
  const entries = data.entries.map((entry) => ({
    id: `${entry.at}-${entry.version ?? ""}`,
    at: entry.at,
    by: entry.by ? ("person" as const) : ("system" as const),
    text: (
      <>
        {entry.byName ?? entry.by ?? t("system")}
        {entry.changes.map(({ field, from, to }) => (
          <div key={field} className="t2">
            {t("changed", { field: labelOf(known, field), from: written(field, from), to: written(field, to) })}
          </div>
        ))}
      </>
    ),
  }));
  return <Timeline entries={entries} />;
}
