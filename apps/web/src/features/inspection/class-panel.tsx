/** A unit's supervision class with what it was before and why, and who supervises it; both changed here with a reason. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { day } from "../../lib/format.ts";
import { type LedgerSchema, type Row, schemaOf } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select, TextArea } from "../../ui/field.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { Loading } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { NameSupervisors } from "./lacking.tsx";
import { t } from "./words.ts";
import "./inspection.css";

const choicesOf = (schema: LedgerSchema | undefined, key: string): Readonly<Record<string, string>> =>
  schema?.fields.find((field) => field.key === key)?.choices ?? {};

export default function ClassPanel({ schema, row }: PanelProps) {
  const may = useMay();
  const [open, setOpen] = useState<"class" | "people">();
  const label = (key: string) => choicesOf(schema, key)[String(row[key])] ?? "—";
  const side = (key: string) => [row._ref?.[`${key}Organ`], row._ref?.[`${key}Person`]].filter(Boolean).join(" ") || "—";
  return (
    <div className="col" style={{ gap: 10 }}>
      <Panel
        title={t("classPanel")}
        end={
          may("inspection.classify") ? (
            <span className="row">
              <Button size="small" onClick={() => setOpen("people")}>
                {t("name")}
              </Button>
              <Button size="small" kind="primary" onClick={() => setOpen("class")}>
                {t("change")}
              </Button>
            </span>
          ) : undefined
        }
      >
        <Facts
          items={[
            [t("risk"), label("risk")],
            [t("credit"), label("credit")],
            [t("reason"), String(row.classWhy ?? "—")],
            [t("weight"), row.weight === null ? "—" : `${Number(row.weight)} %`],
            [t("every"), row.everyMonths === null ? "—" : t("months", { n: Number(row.everyMonths) })],
            [t("industryOrgan"), side("industry")],
            [t("areaOrgan"), side("area")],
          ]}
        />
      </Panel>
      <History object={row.id} />
      {open === "class" && <ChangeClass schema={schema} row={row} onClose={() => setOpen(undefined)} />}
      {open === "people" && <NameSupervisors objects={[row.id]} onClose={() => setOpen(undefined)} onDone={() => setOpen(undefined)} />}
    </div>
  );
}

function History({ object }: { readonly object: string }) {
  const schema = useQuery(schemaOf("inspection/supervision-class")).data;
  const { data } = useQuery({
    queryKey: ["inspection", "class", object],
    queryFn: () => api.get("/inspection/supervision-class", { where: JSON.stringify({ object }), sort: "-setOn", limit: 50 }),
  });
  if (!data || !schema) return <Loading what={t("history")} rows={2} />;
  const rows = data.rows as unknown as readonly Row[];
  const word = (row: Row, key: string, choices = key) => choicesOf(schema, choices)[String(row[key])] ?? "—";
  return (
    <Panel title={t("history")} flush>
      {rows.length === 0 ? (
        <p className="insp-note small t2">{t("noHistory")}</p>
      ) : (
        <table className="insp-table">
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="num nowrap">{day(String(row.setOn))}</td>
                <td className="nowrap">
                  {word(row, "riskBefore", "risk")} → {word(row, "risk")}
                </td>
                <td className="nowrap">
                  {word(row, "creditBefore", "credit")} → {word(row, "credit")}
                </td>
                <td>
                  {word(row, "source")} {String(row.reason ?? "")}
                </td>
                <td className="nowrap t2">{String(row.byName ?? "")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

type ChangeProps = { readonly schema: LedgerSchema; readonly row: Row; readonly onClose: () => void };

function ChangeClass({ schema, row, onClose }: ChangeProps) {
  const [given, setGiven] = useState({ risk: String(row.risk), credit: String(row.credit), source: "person" });
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const sources = choicesOf(useQuery(schemaOf("inspection/supervision-class")).data, "source");
  const same = given.risk === row.risk && given.credit === row.credit;
  const save = async () => {
    setBusy(true);
    try {
      const made = await api.post("/inspection/objects/{id}/class", {
        id: row.id,
        risk: given.risk as "red",
        credit: given.credit as "a",
        source: given.source as "person",
        reason: reason.trim(),
      });
      toast.done(t("changed", { months: made.everyMonths }));
      await Promise.all([["inspection"], ["ledger"]].map((queryKey) => client.invalidateQueries({ queryKey })));
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const select = (key: keyof typeof given, choices: Readonly<Record<string, string>>) => (
    <Field label={t(key)}>
      {(ids) => (
        <Select
          {...ids}
          options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
          value={given[key]}
          onChange={(event) => setGiven({ ...given, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const { initial: _, ...open } = sources;
  return (
    <Dialog
      title={`${String(row.unitName)} ${t("change")}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={same ? t("keep") : reason.trim().length < 4 ? t("reasonHelp") : undefined}
            onClick={() => void save()}
          >
            {t("change")}
          </Button>
        </>
      }
    >
      <div className="insp-form">
        {select("risk", choicesOf(schema, "risk"))}
        {select("credit", choicesOf(schema, "credit"))}
        <div className="insp-all">{select("source", open)}</div>
        <div className="insp-all">
          <Field label={t("reason")} help={t("reasonHelp")}>
            {(ids) => <TextArea {...ids} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        </div>
      </div>
    </Dialog>
  );
}
