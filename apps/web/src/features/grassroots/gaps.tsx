/** One register of one town: what is lacking, who owes it, who vouched for it and when; and vouching for it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, listed, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { Signal } from "../../ui/meaning.tsx";
import { Facts } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Gaps, gapsQuery, KEY } from "./model.ts";
import { t } from "./words.ts";

export function GapsDrawer({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery(gapsQuery(id));
  const may = useMay();
  const [confirming, setConfirming] = useState(false);
  const ledger = data && listHref(data.path.slice(1), inArea(data.area));
  return (
    <Drawer
      title={data ? data.label : t("registers")}
      sub={data?.town}
      onClose={onClose}
      marks={data && <Mark data={data} />}
      foot={
        data && (
          <div className="row">
            {may("grassroots.confirm") && (
              <Button kind="primary" onClick={() => setConfirming(true)}>
                {t("confirm")}
              </Button>
            )}
            {data.mayOpen && ledger && <Go href={ledger}>{t("openLedger")}</Go>}
          </div>
        )
      }
    >
      {error ? (
        <Trouble error={error} what={t("registers")} onRetry={() => void refetch()} />
      ) : data ? (
        <Lacking data={data} />
      ) : (
        <Loading rows={8} />
      )}
      {confirming && data && <Confirm data={data} onClose={() => setConfirming(false)} />}
    </Drawer>
  );
}

function Mark({ data: { cell } }: { readonly data: Gaps }) {
  if (cell.freshness === "never") return <Signal meaning="overdue">{t("never")}</Signal>;
  if (cell.freshness === "stale") return <Signal meaning="overdue">{t("stale")}</Signal>;
  return <Signal meaning={cell.freshness === "soon" ? "soon" : "met"}>{t("days", { n: cell.daysSince ?? 0 })}</Signal>;
}

function Lacking({ data }: { readonly data: Gaps }) {
  const { cell } = data;
  const share = (value: number | null) => (value === null ? "—" : `${number(value, 1)} %`);
  const empty = data.fields.filter((field) => field.empty > 0);
  return (
    <>
      <Facts
        items={[
          [t("completeness"), share(cell.completeness)],
          [t("rows"), cell.expected === null ? number(cell.rows) : `${number(cell.rows)} · ${t("expected")} ${number(cell.expected)}`],
          [t("owes"), data.organ ?? "—"],
          [t("lastConfirmed"), cell.lastConfirmedOn ? day(cell.lastConfirmedOn, serverNow()) : t("never")],
          [t("accuracy"), share(cell.accuracy)],
        ]}
      />
      {empty.length === 0 && data.villages.length === 0 && <p className="t2">{t("noGaps")}</p>}
      {empty.length > 0 && (
        <section className="gap-section">
          <h3>{t("emptyFields")}</h3>
          <ul>
            {empty.map((field) => (
              <li key={field.key}>
                <span>{field.label}</span>
                <span className="t2 num">{t("fieldEmpty", { n: field.empty })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.villages.length > 0 && (
        <section className="gap-section">
          <h3>
            {t("missingVillages")} <span className="t2 num">{data.villages.length}</span>
          </h3>
          <p>{listed(data.villages.map(({ name }) => name))}</p>
        </section>
      )}
      {data.rows.length > 0 && (
        <section className="gap-section">
          <h3>
            {t("incompleteRows")} <span className="t2 num">{cell.incomplete}</span>
          </h3>
          <ul>
            {data.rows.map((row) => (
              <li key={row.id}>
                <Go href={`${data.path}/${row.id}`}>{row.title}</Go>
                <span className="small t2">
                  {row.areaName} {t("lacks", { what: listed(row.lacks) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.confirmations.length > 0 && (
        <section className="gap-section">
          <h3>{t("history")}</h3>
          <ul>
            {data.confirmations.map((each) => (
              <li key={each.id}>
                <span>
                  {day(each.confirmedOn, serverNow())} {t("historyLine", { by: each.by, rows: each.rows })}
                </span>
                {each.sampled !== null && each.accuracy !== null && (
                  <span className="small t2">{t("sampleLine", { n: each.sampled, p: each.accuracy })}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Confirm({ data, onClose }: { readonly data: Gaps; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [sampled, setSampled] = useState("");
  const [right, setRight] = useState("");
  const [corrections, setCorrections] = useState("");
  const [busy, setBusy] = useState(false);
  const asNumber = (text: string) => (text.trim() === "" ? null : Number(text));
  const send = async () => {
    setBusy(true);
    try {
      const given = { id: data.id, sampled: asNumber(sampled), right: asNumber(right), corrections };
      const { freshUntil } = await api.post("/grassroots/registers/{id}/confirm", given);
      toast.done(t("confirmed", { until: day(freshUntil, serverNow()) }));
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("confirmTitle", { what: `${data.town} ${data.label}` })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("sampled")} optional>
          {(ids) => <Input {...ids} inputMode="numeric" value={sampled} onChange={(event) => setSampled(event.target.value)} />}
        </Field>
        <Field label={t("right")} optional>
          {(ids) => <Input {...ids} inputMode="numeric" value={right} onChange={(event) => setRight(event.target.value)} />}
        </Field>
        <Field label={t("corrections")} optional>
          {(ids) => <TextArea {...ids} maxLength={4_000} value={corrections} onChange={(event) => setCorrections(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
