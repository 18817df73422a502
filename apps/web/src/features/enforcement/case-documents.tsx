/** Of a penalty case: the range of its article beside what is intended, the evidence its act takes, and the documents made for it. */
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { CaseDocuments } from "../cases/documents.tsx";
import { isInside } from "./model.ts";
import { t } from "./words.ts";
import "./enforcement.css";

export default function PenaltyDocuments({ schema, row }: PanelProps) {
  const rules = useQuery({ queryKey: ["enforcement", "rules"], queryFn: () => api.get("/enforcement/penalty-rules"), staleTime: 600_000 });
  if (rules.error) return <Trouble error={rules.error} what={t("caseDocuments")} onRetry={() => void rules.refetch()} />;
  if (!rules.data) return <Loading what={t("caseDocuments")} />;
  const range = rules.data.ranges[String(row.article)];
  const act = rules.data.acts.find((each) => each.key === row.act);
  const yuan = typeof row.fineYuan === "number" ? row.fineYuan : null;

  return (
    <div className="col" style={{ gap: 14 }}>
      {range && (
        <section>
          <p>
            {range.min === null || range.max === null
              ? t("rangeNone", { article: range.article })
              : t("range", { article: range.article, min: range.min, max: range.max })}
            {range.also.length > 0 && ` ${t("rangeAlso", { also: listed(range.also.map((each) => labelOf(schema, each))) })}`}
          </p>
          {yuan !== null && yuan > 0 && (
            <p className={isInside(range, yuan) ? "t2" : "enforcement-outside"}>
              {t(isInside(range, yuan) ? "inside" : "outside", { yuan })}
            </p>
          )}
          {!rules.data.tiersKnown && <p className="caption t3">{t("tiers")}</p>}
        </section>
      )}
      {act && (
        <section>
          <h3 className="small t2">{t("evidence")}</h3>
          <p>{listed(act.evidence)}</p>
        </section>
      )}
      <CaseDocuments path="enforcement/penalty" id={row.id} state={row.state} />
    </div>
  );
}

/** The choice's own word for a kind of penalty. */
const labelOf = (schema: PanelProps["schema"], kind: string): string =>
  schema.fields.find(({ key }) => key === "kinds")?.choices?.[kind] ?? kind;
