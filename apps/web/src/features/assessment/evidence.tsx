/** The rows behind an indicator: as they were frozen, and as they are today, in two columns that are never merged. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { exact, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Entrant, type Evidence, evidenceQuery } from "./model.ts";
import { t } from "./words.ts";

const PAGE = 50;

export function EvidencePanel({ entrant, indicator }: { readonly entrant: Entrant; readonly indicator: string }) {
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(evidenceQuery(entrant.id, indicator, offset));
  const { snapshot } = entrant;
  return (
    <Panel
      className="assess-evidence"
      title={t(snapshot ? "evidence" : "evidenceLive")}
      aside={indicator}
      end={
        snapshot && (
          <span className="row small t2">
            <Icon name="lock" size={14} />
            {t("cannotChange")}
          </span>
        )
      }
      flush
      scroll
      foot={snapshot && <Hash entrant={entrant.id} sm3={snapshot.sm3} />}
    >
      {error ? (
        <Trouble error={error} what={t("evidence")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <dl className="assess-facts">
            {snapshot && (
              <div>
                <dt>{t("frozenAt")}</dt>
                <dd className="num">{exact(snapshot.at).slice(0, 16)}</dd>
              </div>
            )}
            <div>
              <dt>{t("rows")}</dt>
              <dd className="num">{number(data.total, 0)}</dd>
            </div>
            <div>
              <dt>{t("badRows")}</dt>
              <dd className="num">{number(data.bad, 0)}</dd>
            </div>
          </dl>
          {data.rows.length === 0 ? <p className="assess-empty small t2">{t("noEvidence")}</p> : <Rows data={data} />}
          <p className="assess-more small">
            {data.path && <Go href={`/${data.path}`}>{t("openRows")}</Go>}
            {offset + PAGE < data.kept && (
              <Button size="small" onClick={() => setOffset(offset + PAGE)}>
                {t("more")}
              </Button>
            )}
            {offset > 0 && (
              <Button size="small" onClick={() => setOffset(0)}>
                {t("first")}
              </Button>
            )}
          </p>
        </>
      )}
    </Panel>
  );
}

type Shown = Evidence["rows"][number]["was"];
/** Pairs that are read as one: so many of so many. */
const parts = [
  ["passed", "items"],
  ["num", "den"],
] as const;
const isEmpty = (value: Shown[string] | undefined): boolean => value === null || value === undefined || value === "";

/** The field that decided, or the first there is; a share as its two numbers. */
function saidOf(columns: Evidence["columns"], values: Shown): string {
  const pair = parts.find(([part, whole]) => !isEmpty(values[part]) && !isEmpty(values[whole]));
  if (pair) return `${values[pair[0]]} / ${values[pair[1]]}`;
  const [first] = columns;
  return first === undefined || isEmpty(values[first.key]) ? "—" : String(values[first.key]);
}

/** What else the row says, below its name. */
const besideOf = (columns: Evidence["columns"], values: Shown): string =>
  columns
    .filter(({ key }, i) => i > 0 && !parts.some((pair) => pair.some((each) => each === key)) && !isEmpty(values[key]))
    .map(({ key }) => String(values[key]))
    .join("　");

function Rows({ data }: { readonly data: Evidence }) {
  const [first] = data.columns;
  return (
    <table className="assess-table">
      <thead>
        <tr>
          <th>{t("row")}</th>
          <th>{data.frozen ? t("was") : (first?.label ?? t("now"))}</th>
          {data.frozen && <th>{t("now")}</th>}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.ord}>
            <th scope="row">
              {data.path && row.rowId ? <Go href={`/${data.path}?open=${row.rowId}`}>{row.title}</Go> : row.title}{" "}
              <span className="t2">{row.place}</span>
              {besideOf(data.columns, row.was) && <p className="caption t3">{besideOf(data.columns, row.was)}</p>}
            </th>
            <td className={cx("small", !row.good && "ink-overdue")}>{saidOf(data.columns, row.was)}</td>
            {data.frozen && <td className="small">{row.now ? saidOf(data.columns, row.now) : <span className="t3">{t("gone")}</span>}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hash({ entrant, sm3 }: { readonly entrant: string; readonly sm3: string }) {
  const [said, setSaid] = useState("");
  const verify = async () => {
    try {
      const { verdict, auditId } = await api.get("/assessment/entrants/{id}/verify", { id: entrant });
      setSaid(verdict === "same" ? t("verifySame", { n: auditId ?? 0 }) : t(verdict === "changed" ? "verifyChanged" : "verifyUnknown"));
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <span className="row caption t2">
      <Icon name="hash" size={14} />
      <span className="num" title={sm3}>
        {t("sm3")} {sm3.slice(0, 4)} {sm3.slice(4, 8)} … {sm3.slice(-4)}
      </span>
      <span className="grow">{said}</span>
      <Button kind="text" size="small" onClick={() => void verify()}>
        {t("verify")}
      </Button>
    </span>
  );
}
