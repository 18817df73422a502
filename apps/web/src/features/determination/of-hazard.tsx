/** 重大判定 on a hazard's page: those there are, with their verdict, and how to begin one. */
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useLedger } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import type { Page } from "../ledger/use-list.ts";
import { Value } from "../ledger/value.tsx";
import { PATH } from "./model.ts";
import { t } from "./words.ts";

const BEFORE_MENDING = ["found", "graded", "assigned"];

export default function DeterminationsOfHazard({ row }: PanelProps) {
  const go = useGo();
  const may = useMay();
  const { schema, error: unknown } = useLedger(PATH);
  const { data, error } = useQuery({
    queryKey: ["ledger", PATH, "of", row.id],
    queryFn: ({ signal }) => api.get<Page>(PATH, { where: JSON.stringify({ hazard: row.id }), limit: 20 }, signal),
  });
  if (error ?? unknown) return <Trouble error={error ?? unknown} what={t("title")} />;
  if (!data || !schema) return <Loading />;
  const mayBegin =
    may("hazard-loop.determine") &&
    row.grade !== "major" &&
    BEFORE_MENDING.includes(String(row.state)) &&
    data.rows.every((each) => each.closedAt);
  return (
    <div className="col" style={{ gap: 10 }}>
      {data.rows.map((each) => (
        <div key={each.id} className="row row-wide">
          <Go className="num" href={`/${PATH}/${each.id}`}>
            {String(each.number)}
          </Go>
          <Value schema={schema} row={each} name="state" />
          <span className="t2 small grow">
            <Value schema={schema} row={each} name="verdictWords" />
          </span>
        </div>
      ))}
      {data.rows.length === 0 && <p className="t3">{t("noneYet")}</p>}
      {mayBegin && (
        <div>
          <Button kind="primary" onClick={() => go(`/${PATH}/new?hazard=${row.id}`)}>
            {t("beginTitle")}
          </Button>
        </div>
      )}
    </div>
  );
}
