/** 履职规则: each rule with its source; what we could not confirm is shown so, and an administrator decides it with a reason. */
import type { DutyRule } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, Select } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./unit-management.css";

const cycles = ["day", "week", "halfMonth", "month", "quarter", "halfYear", "year"] as const;
type Cycle = (typeof cycles)[number];
const rulesQuery = { queryKey: ["duty-rules"], queryFn: async () => (await api.get("/unit-management/duty-rules")).rules };

export default function Rules() {
  const { data, error, refetch } = useQuery(rulesQuery);
  const may = useMay();
  const [edited, setEdited] = useState<DutyRule | null>(null);
  if (error) return <Trouble error={error} what={t("rules")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("rules")} />;
  return (
    <>
      <PageHead title={t("rules")} aside={data.length} />
      <p className="um-hint t2">{t("rulesHint")}</p>
      <Panel flush scroll>
        <table className="um-table um-rules">
          <thead>
            <tr>
              <th scope="col">{t("matter")}</th>
              <th scope="col">{t("classes")}</th>
              <th scope="col">{t("cycle")}</th>
              <th scope="col">{t("source")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col" aria-label={t("change")} />
            </tr>
          </thead>
          <tbody>
            {data.map((rule) => (
              <tr key={rule.id} className={rule.off ? "t3" : undefined}>
                <th scope="row">
                  {rule.title}
                  {rule.note && <small className="t2">{rule.note}</small>}
                </th>
                <td>{listed(rule.classes)}</td>
                <td className="nowrap">{t(rule.every)}</td>
                <td>{rule.source}</td>
                <td className="nowrap">
                  {rule.off ? t("off") : rule.confirmed ? rule.seen ? t("ofLaw") : t("confirmed") : <Tag>{t("unconfirmed")}</Tag>}
                </td>
                <td>
                  <Button
                    size="small"
                    kind="text"
                    reason={may("unit-management.configure") ? undefined : t("cannot")}
                    onClick={() => setEdited(rule)}
                  >
                    {t("change")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {edited && <Change rule={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function Change({ rule, onClose }: { readonly rule: DutyRule; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [confirmed, setConfirmed] = useState(rule.confirmed);
  const [off, setOff] = useState(rule.off);
  const [every, setEvery] = useState<Cycle>(rule.every);
  const [reason, setReason] = useState("");
  const save = async () => {
    try {
      await api.put("/unit-management/duty-rules/{id}", { id: rule.id, confirmed, off, every, reason });
      toast.done(t("saved"));
      await client.invalidateQueries({ queryKey: rulesQuery.queryKey });
      onClose();
    } catch (error) {
      toast.trouble(error);
    }
  };
  const foot = (
    <Button kind="primary" reason={reason.trim().length < 2 ? t("reason") : undefined} onClick={() => void save()}>
      {t("save")}
    </Button>
  );
  return (
    <Dialog title={rule.title} onClose={onClose} foot={foot}>
      <div className="um-form">
        <Field label={t("cycle")}>
          {(ids) => (
            <Select
              {...ids}
              options={cycles.map((value) => ({ value, label: t(value) }))}
              value={every}
              onChange={(event) => setEvery(cycles.find((each) => each === event.target.value) ?? every)}
            />
          )}
        </Field>
        {!rule.seen && (
          <>
            <Checkbox label={t("confirm")} checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
            <Checkbox label={t("off")} checked={off} onChange={(event) => setOff(event.target.checked)} />
          </>
        )}
        <Field label={t("reason")}>
          {(ids) => <Input {...ids} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
