/** 排查覆盖 against the register, by area, industry or department; who is missing, and sending somebody there. TY-3.2.1 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { fieldOf, schemaOf } from "../../lib/schema.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Rate, share } from "./rate.tsx";
import { type Kind, SendTasks } from "./send-tasks.tsx";
import type { Whole } from "./survey.tsx";
import { t } from "./words.ts";

type By = "area" | "industry" | "department";
type Place = { readonly key: number; readonly name: string };
const TOWN = 1_000_000;

export function Coverage({ whole }: { readonly whole: Whole }) {
  const { survey, seenAreaName, can } = whole;
  const [by, setBy] = useState<By>("area");
  const [path, setPath] = useState<readonly Place[]>([]);
  const [kind, setKind] = useState("");
  const [sees, setSees] = useState(false);
  const [sends, setSends] = useState(false);
  const here = path.at(-1);
  const asked = { ...(here ? { area: here.key } : {}), ...(kind ? { kind: kind as Kind } : {}) };
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "baseline-survey/survey", "coverage", survey.id, by, asked],
    queryFn: () => api.get("/baseline-survey/surveys/{id}/coverage", { id: survey.id, by, ...asked }),
  });
  const units = useQuery(schemaOf("places/unit")).data;
  const kinds = Object.entries((units && fieldOf(units, "kind")?.choices) ?? {})
    .filter(([key]) => survey.kinds.length === 0 || survey.kinds.includes(key))
    .map(([value, label]) => ({ value, label }));
  const lines = data?.lines ?? [];
  const sum = (key: "register" | "surveyed") => lines.reduce((all, line) => all + line[key], 0);
  return (
    <Panel
      title={t("coverage")}
      aside={data ? `${number(sum("surveyed"))} / ${number(sum("register"))}` : t("coverageHint")}
      end={
        <Segments
          label={t("coverage")}
          items={(["area", "industry", "department"] as const).map((key) => ({
            key,
            label: t(key === "area" ? "byArea" : key === "industry" ? "byIndustry" : "byDepartment"),
          }))}
          value={by}
          onChange={setBy}
        />
      }
      flush
    >
      <div className="survey-bar">
        <button type="button" className="link" disabled={path.length === 0} onClick={() => setPath([])}>
          {seenAreaName}
        </button>
        {path.map((place, index) => (
          <button key={place.key} type="button" className="link" onClick={() => setPath(path.slice(0, index + 1))}>
            {place.name}
          </button>
        ))}
        <Select
          aria-label={t("industry")}
          empty={t("allKinds")}
          options={kinds}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
        />
        <Button size="small" onClick={() => setSees(!sees)}>
          {t("missing")}
        </Button>
        {can.includes("send") && survey.state === "running" && (
          <Button size="small" kind="primary" onClick={() => setSends(true)}>
            {t("send")}
          </Button>
        )}
      </div>
      {sees && <Missing id={survey.id} asked={asked} />}
      {error ? (
        <Trouble error={error} what={t("coverage")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading rows={6} />
      ) : (
        <div className="survey-wide">
          <table className="survey-table">
            <thead>
              <tr>
                <th scope="col">{t(by === "area" ? "area" : by === "industry" ? "industry" : "byDepartment")}</th>
                <th scope="col" className="survey-number">
                  {t("register")}
                </th>
                <th scope="col" className="survey-number">
                  {t("surveyed")}
                </th>
                <th scope="col">{t("coverageRate")}</th>
                <th scope="col" className="survey-number">
                  {t("troubled")}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.key}>
                  <td className="nowrap">
                    {by === "area" && Number(line.key) % TOWN === 0 && Number(line.key) !== data.area ? (
                      <button
                        type="button"
                        className="link"
                        onClick={() => setPath([...path, { key: Number(line.key), name: line.label }])}
                      >
                        {line.label}
                      </button>
                    ) : (
                      line.label || t("noDepartment")
                    )}
                  </td>
                  <td className="survey-number num">{number(line.register)}</td>
                  <td className="survey-number num">{number(line.surveyed)}</td>
                  <td>
                    <Rate label={`${line.label} ${t("coverageRate")}`} value={share(line.surveyed, line.register)} />
                  </td>
                  <td className="survey-number num">{line.troubled === 0 ? <span className="t3">0</span> : number(line.troubled)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {sends && (
        <SendTasks
          id={survey.id}
          place={here?.name ?? seenAreaName ?? ""}
          asked={asked}
          until={survey.endsOn}
          onClose={() => setSends(false)}
        />
      )}
    </Panel>
  );
}

function Missing({ id, asked }: { readonly id: string; readonly asked: { readonly area?: number; readonly kind?: Kind } }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "baseline-survey/survey", "missing", id, asked],
    queryFn: () => api.get("/baseline-survey/surveys/{id}/unsurveyed", { id, ...asked }),
  });
  if (error) return <Trouble error={error} what={t("missing")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  if (data.count === 0) return <StateBlock kind="empty" title={t("nobodyMissing")} />;
  return (
    <>
      <p className="survey-bar small t2">
        {t("missingN", { n: number(data.count), sent: number(data.sent) })}
        {data.count > data.units.length && `　${t("firstOnly")}`}
      </p>
      <ul className="survey-units">
        {data.units.map((unit) => (
          <li key={unit.id}>
            <Go className="link" href={`/places/unit/${unit.id}`}>
              {unit.name}
            </Go>
            <span className="grow truncate small t2">{unit.address}</span>
            <span className="small t2 nowrap">{unit.areaName}</span>
            {unit.sent && <Tag>{t("sent")}</Tag>}
          </li>
        ))}
      </ul>
    </>
  );
}
