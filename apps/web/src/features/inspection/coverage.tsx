/** 监管覆盖: by area, how many units have both supervisors, were checked, never were, are due; and naming supervisors for those without. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { Figure } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Lacking } from "./lacking.tsx";
import { t } from "./words.ts";
import "./inspection.css";

const OBJECTS = "inspection/object";
const columns = ["objects", "both", "checkedYear", "never", "due"] as const;
type Column = (typeof columns)[number];
const words = { objects: "objects", both: "both", checkedYear: "checkedYear", never: "never", due: "dueNow" } as const;
type Place = { readonly key: number; readonly name: string };
const TOWN = 1_000_000;

/** The rows behind a figure, in the standard list. */
const whereOf: Readonly<Record<Exclude<Column, "checkedYear">, object>> = {
  objects: {},
  both: { industryOrgan: { set: true }, areaOrgan: { set: true } },
  never: { lastCheckedOn: { set: false } },
  due: { dueOn: { to: "today" } },
};

export default function CoveragePage() {
  const [path, setPath] = useState<readonly Place[]>([]);
  const here = path.at(-1);
  const { data, error, refetch } = useQuery({
    queryKey: ["inspection", "coverage", here?.key ?? null],
    queryFn: () => api.get("/inspection/coverage", here ? { area: here.key } : {}),
  });
  if (error) return <Trouble error={error} what={t("coverage")} onRetry={() => void refetch()} />;
  const rows = data?.rows ?? [];
  const sum = (column: Column) => rows.reduce((all, row) => all + row[column], 0);
  return (
    <>
      <PageHead title={t("coverage")} aside={t("coverageAside")}>
        <Go className="btn btn-plain btn-normal" href={`/${OBJECTS}`}>
          {t("openObjects")}
        </Go>
      </PageHead>
      <div className="insp-two">
        <Panel
          title={
            <span className="row">
              <button type="button" className="link" disabled={path.length === 0} onClick={() => setPath([])}>
                {t("whole")}
              </button>
              {path.map((place, n) => (
                <button key={place.key} type="button" className="link" onClick={() => setPath(path.slice(0, n + 1))}>
                  {place.name}
                </button>
              ))}
            </span>
          }
          end={data && !data.confirmed ? <span className="small t2">{t("unconfirmed")}</span> : undefined}
          flush
          scroll
        >
          {!data ? (
            <Loading what={t("coverage")} />
          ) : (
            <>
              <div className="insp-figures">
                {columns.map((column) => (
                  <Figure key={column} label={t(words[column])} value={sum(column)} />
                ))}
              </div>
              <table className="insp-table">
                <thead>
                  <tr>
                    <th scope="col">{t("area")}</th>
                    {columns.map((column) => (
                      <th key={column} scope="col" className="insp-number">
                        {t(words[column])}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.area}>
                      <td>
                        {row.area % TOWN === 0 && row.area !== here?.key ? (
                          <button type="button" className="link" onClick={() => setPath([...path, { key: row.area, name: row.name }])}>
                            {row.name}
                          </button>
                        ) : (
                          row.name
                        )}
                      </td>
                      {columns.map((column) => (
                        <td key={column} className="insp-number num">
                          <Count column={column} value={row[column]} area={row.area} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )}
        </Panel>
        <Lacking key={here?.key ?? 0} area={here?.key} />
      </div>
    </>
  );
}

/** 一年内查过 counts back from today, which no list says the same way: it stays a figure. */
function Count({ column, value, area }: { readonly column: Column; readonly value: number; readonly area: number }) {
  if (value === 0) return <span className="t3">0</span>;
  if (column === "checkedYear") return <>{number(value)}</>;
  return (
    <Go className="link" href={listHref(OBJECTS, { ...inArea(area), ...whereOf[column] })}>
      {number(value)}
    </Go>
  );
}
