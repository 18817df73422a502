/** A scheme's indicators in its detail, and the way to its editor: a draft is changed, one in force gets a new edition. */
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { SchemeSummary } from "./scheme-editor.tsx";
import { t } from "./words.ts";

export default function SchemePanel({ row }: PanelProps) {
  const go = useGo();
  const may = useMay();
  const { data, error, refetch } = useQuery({
    queryKey: ["assessment", "scheme", row.id],
    queryFn: () => api.get("/assessment/schemes/{id}", { id: row.id }),
  });
  if (error) return <Trouble error={error} what={t("schemeText")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const isDraft = data.state === "draft";
  return (
    <div className="col" style={{ gap: 12 }}>
      {may("assessment.configure") && (isDraft || data.state === "inForce") && (
        <span>
          <Button onClick={() => go(`/assessment/scheme/new?id=${row.id}`)}>{t(isDraft ? "edit" : "newEdition")}</Button>
        </span>
      )}
      <SchemeSummary summary={data.summary} changes={data.changes} />
    </div>
  );
}
