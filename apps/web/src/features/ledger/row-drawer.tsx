import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useGo } from "../../lib/go.tsx";
import { type LedgerSchema, type Row, titleOf } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { CaseMoves } from "../cases/case-panel.tsx";
import { ReasonDialog } from "./reveal.tsx";
import { useRowTabs } from "./row-detail.tsx";
import { useRow } from "./use-row.ts";
import { Value } from "./value.tsx";
import { t } from "./words.ts";

export type RowDrawerProps = {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly id: string;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

export function RowDrawer({ path, schema, id, onClose, onPrevious, onNext }: RowDrawerProps) {
  const { data, error, refetch } = useRow(path, id);
  const { tabs, content } = useRowTabs(path, schema, data?.row, data?.can ?? []);
  return (
    <Drawer
      title={data ? titleOf(schema, data.row) : schema.label}
      marks={data && <RowMarks schema={schema} row={data.row} />}
      sub={data && <RowSub schema={schema} row={data.row} />}
      tabs={tabs}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      foot={data && <RowActions path={path} schema={schema} row={data.row} can={data.can} onGone={onClose} />}
    >
      {error ? <Trouble error={error} what={schema.label} onRetry={() => void refetch()} /> : content}
    </Drawer>
  );
}

/** The first two choices of the list's columns: the grade and the state, as words. */
export function RowMarks({ schema, row }: { readonly schema: LedgerSchema; readonly row: Row }) {
  const keys = schema.list.columns
    .filter((key) => key === "state" || (schema.fields.find((field) => field.key === key)?.kind === "choice" && row[key]))
    .slice(0, 2);
  return keys.map((key) => (
    <Tag key={key}>
      <Value schema={schema} row={row} name={key} />
    </Tag>
  ));
}

/** Where it is and its number. */
export function RowSub({ schema, row }: { readonly schema: LedgerSchema; readonly row: Row }) {
  const has = (key: string) => schema.fields.some((field) => field.key === key) && row[key];
  return (
    <>
      <span>{[row.areaName, has("address") ? String(row.address) : ""].filter(Boolean).join(" ")}</span>
      {has("code") ? <span className="num">{String(row.code)}</span> : null}
    </>
  );
}

export function RowActions({
  path,
  schema,
  row,
  can,
  onGone,
}: {
  readonly path: string;
  readonly schema: LedgerSchema;
  readonly row: Row;
  readonly can: readonly string[];
  readonly onGone: () => void;
}) {
  const go = useGo();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const name = titleOf(schema, row);
  const remove = async () => {
    try {
      await api.remove(`${path}/${row.id}`, { reason: reason.trim() });
      setAsking(false);
      onGone();
      await client.invalidateQueries({ queryKey: ["ledger", path] });
      toast.done(t("removed", { name }));
    } catch (error) {
      toast.trouble(error);
    }
  };
  if (schema.case) return <CaseMoves path={path} schema={schema} row={row} />;
  return (
    <>
      <Button
        kind="primary"
        size="large"
        reason={can.includes("write") ? undefined : t("cannotWrite")}
        onClick={() => go(`/${path}/${row.id}/edit`)}
      >
        {t("edit")}
      </Button>
      {can.includes("remove") && (
        <Button size="large" onClick={() => setAsking(true)}>
          {t("remove")}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t("removeTitle", { name })}
          hint={t("removeHint")}
          verb={t("remove")}
          reason={reason}
          onReason={setReason}
          onClose={() => setAsking(false)}
          onDone={() => void remove()}
        />
      )}
    </>
  );
}
