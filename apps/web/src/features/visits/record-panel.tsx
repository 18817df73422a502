import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { Go } from "../../lib/go.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Record } from "./record.tsx";
import { t } from "./words.ts";

export const recordQuery = (id: string) => ({
  queryKey: ["inspection", "record", id],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => api.get("/inspection/visits/{id}/record", { id }, signal),
});

export default function RecordPanel({ row }: PanelProps) {
  const { data, error, refetch } = useQuery(recordQuery(row.id));
  if (error) return <Trouble error={error} what={t("record")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("record")} />;
  return (
    <>
      <p className="visit-print">
        <Go className="link" href={`/inspection/visits/${row.id}/print`} target="_blank">
          {t("print")}
        </Go>
      </p>
      <Record record={data} />
    </>
  );
}
