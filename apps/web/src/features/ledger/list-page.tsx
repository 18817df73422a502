/** The standard list of any ledger: views with counts, filter line or bulk line, table or map, detail beside it. */
import { useCallback, useMemo } from "react";
import { registrationOf } from "../../app/panels.ts";
import { address as apiAddress } from "../../lib/api.ts";
import { download } from "../../lib/download.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { canBeMade, type LedgerSchema, type Right, useLedger } from "../../lib/schema.ts";
import { useMay, useMe } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Button } from "../../ui/button.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { EndedArea } from "./ended-area.tsx";
import { type ListAddress, readAddress, writeAddress } from "./list-address.ts";
import { ListPanel } from "./list-panel.tsx";
import { useLedgerAddress } from "./route.ts";
import { RowDrawer } from "./row-drawer.tsx";
import { useRowsThatFit } from "./rows-that-fit.ts";
import { countText, queryOf, useCount, useFreshLedger, usePage, useSavedViews } from "./use-list.ts";
import { t } from "./words.ts";

export default function ListPage() {
  const { path } = useLedgerAddress();
  const { schema, can, error } = useLedger(path);
  if (error) return <Trouble error={error} what={path} />;
  if (!schema) return <Loading />;
  return <List key={path} path={path} schema={schema} can={can} />;
}

function List({ path, schema, can }: { readonly path: string; readonly schema: LedgerSchema; readonly can: ReadonlySet<Right> }) {
  const go = useGo();
  const search = useSearchText();
  const address = useMemo(() => readAddress(search), [search]);
  const { views: saved, canShare, known } = useSavedViews(schema, address.view);
  const query = queryOf(address, schema, saved);
  const fit = useRowsThatFit();
  const page = usePage(path, query, address.page, known ? fit.limit : 0);
  const count = useCount(path, query, known);
  useFreshLedger(path, schema.name);
  const set = useCallback(
    (change: Partial<ListAddress>) => {
      const moved = "page" in change || "open" in change || "map" in change ? {} : { page: 1, open: undefined };
      go(`/${path}${writeAddress({ ...address, ...moved, ...change })}`, {
        replace: "q" in change || ("open" in change && address.open !== undefined && change.open !== undefined),
      });
    },
    [go, path, address],
  );
  const rows = page.data?.rows ?? [];
  const at = rows.findIndex((row) => row.id === address.open);
  const step = (by: number) => {
    const next = rows[at + by];
    return next ? () => set({ open: next.id }) : undefined;
  };
  return (
    <div className="with-drawer">
      <div className="col" style={{ minHeight: 0 }}>
        <ListHead
          path={path}
          schema={schema}
          can={can}
          total={count.data && countText(count.data)}
          onExport={() => download(apiAddress(`${path}/export.xlsx`, query))}
          compact={address.open !== undefined}
        />
        <EndedArea where={address.where} onWhere={(where) => set({ where })} />
        <ListPanel
          path={path}
          schema={schema}
          can={can}
          address={address}
          set={set}
          query={query}
          saved={saved}
          canShare={canShare}
          page={page}
          count={count.data}
          fit={fit}
        />
      </div>
      {address.open && (
        <RowDrawer
          key={address.open}
          path={path}
          schema={schema}
          id={address.open}
          onClose={() => set({ open: undefined })}
          onPrevious={step(-1)}
          onNext={step(1)}
        />
      )}
    </div>
  );
}

function ListHead({
  path,
  schema,
  can,
  total,
  onExport,
  compact,
}: {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly can: ReadonlySet<Right>;
  readonly total: string | undefined;
  readonly onExport: () => void;
  readonly compact: boolean;
}) {
  const go = useGo();
  const { user } = useMe();
  const mayAdd = can.has("write") && canBeMade(schema) && (user.unitId === null || schema.unitKeeps !== null);
  const may = useMay();
  const registers = registrationOf(schema.name);
  const narrow = useNarrow();
  return (
    <PageHead title={schema.label} aside={total && `${user.areaName} ${total} ${schema.counter ?? ""}`}>
      {!compact && !narrow && can.has("import") && (
        <Button icon="upload" onClick={() => go(`/${path}/import`)}>
          {t("import")}
        </Button>
      )}
      {!compact && !narrow && can.has("export") && (
        <Button icon="download" onClick={onExport}>
          {t("export")}
        </Button>
      )}
      {!compact && mayAdd && (
        <Button kind="primary" icon="plus" onClick={() => go(`/${path}/new`)}>
          {t("create")}
        </Button>
      )}
      {!compact && registers && may(registers) && (
        <Button kind="primary" icon="plus" onClick={() => go(`/${path}/new`)}>
          {t("register")}
        </Button>
      )}
    </PageHead>
  );
}
