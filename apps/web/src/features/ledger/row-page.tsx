/** One row on its own page: for Ctrl-click, links and phones. */
import { Go, useGo } from "../../lib/go.tsx";
import { type LedgerSchema, titleOf, useLedger } from "../../lib/schema.ts";
import { Icon } from "../../ui/icon.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, NotFound, Trouble } from "../../ui/state-block.tsx";
import { useLedgerAddress } from "./route.ts";
import { useRowTabs } from "./row-detail.tsx";
import { RowActions, RowMarks, RowSub } from "./row-drawer.tsx";
import { useRow } from "./use-row.ts";
import "./list.css";

export default function RowPage() {
  const { path, id } = useLedgerAddress();
  const { schema, error } = useLedger(path);
  if (error) return <Trouble error={error} what={path} />;
  if (!id) return <NotFound />;
  return schema ? <OneRow path={path} schema={schema} id={id} /> : <Loading />;
}

function OneRow({ path, schema, id }: { readonly path: string; readonly schema: LedgerSchema; readonly id: string }) {
  const go = useGo();
  const { data, error, refetch } = useRow(path, id);
  const { tabs, content } = useRowTabs(path, schema, data?.row, data?.can ?? []);
  if (error) return <Trouble error={error} what={schema.label} onRetry={() => void refetch()} />;
  const up = (
    <>
      <Go href={`/${path}`}>{schema.label}</Go>
      <Icon name="right" size={14} />
    </>
  );
  return (
    <>
      <PageHead up={up} title={data ? titleOf(schema, data.row) : "…"}>
        {data && <RowActions path={path} schema={schema} row={data.row} can={data.can} onGone={() => go(`/${path}`)} />}
      </PageHead>
      {data && (
        <div className="row row-wide small t2" style={{ marginBottom: 10, flexWrap: "wrap" }}>
          <RowMarks schema={schema} row={data.row} />
          <RowSub schema={schema} row={data.row} />
        </div>
      )}
      <Panel className="grow" flush scroll>
        <div style={{ padding: "0 14px" }}>{tabs}</div>
        <div style={{ padding: 14 }}>{content}</div>
      </Panel>
    </>
  );
}
