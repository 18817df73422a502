/** Objects added to a joint check, and the one list they are all checked by. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../../lib/api.ts";
import { fieldOf, schemaOf } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ChecklistSelect } from "../cases/checklist-select.tsx";
import { Control } from "../ledger/form-control.tsx";
import type { Page } from "../ledger/use-list.ts";
import { t } from "./joint-words.ts";

const DayField = lazy(() => import("../../ui/antd/day-field.tsx"));

type Props = { readonly action: string; readonly onClose: () => void };

export function AddObjects({ action, onClose }: Props) {
  const client = useQueryClient();
  const [units, setUnits] = useState<readonly string[]>([]);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [lead, setLead] = useState("");
  const [busy, setBusy] = useState(false);
  const schema = useQuery(schemaOf("enforcement/joint-finding")).data;
  const unitField = schema && fieldOf(schema, "unit");
  const people = useQuery({ queryKey: ["inspectors", "joint"], queryFn: () => api.get("/inspection/inspectors", { purpose: "joint" }) });
  const named = useQuery({
    queryKey: ["ledger", "places/unit", "named", units],
    queryFn: ({ signal }) => api.get<Page>("places/unit", { where: JSON.stringify({ id: units }), limit: 200 }, signal),
    enabled: units.length > 0,
  });
  const nameOf = (id: string): string => String(named.data?.rows.find((row) => row.id === id)?.name ?? "…");
  const add = async () => {
    setBusy(true);
    try {
      const { added } = await api.post("/inspection/joint-actions/{id}/objects", {
        id: action,
        units: [...units],
        ...(dueOn ? { dueOn } : {}),
        ...(lead ? { lead } : {}),
      });
      toast.done(t("added", { n: added }));
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("addObjects")}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={units.length > 0 ? undefined : t("required")} onClick={() => void add()}>
            {t("addObjects")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("units")}>
          {(ids) => (
            <div className="col" style={{ gap: 6 }}>
              <div className="row" style={{ flexWrap: "wrap" }}>
                {units.map((unit) => (
                  <Button key={unit} size="small" icon="x" onClick={() => setUnits(units.filter((each) => each !== unit))}>
                    {nameOf(unit)}
                  </Button>
                ))}
              </div>
              {unitField && (
                <Control
                  key={units.length}
                  ids={ids}
                  field={unitField}
                  value={null}
                  onChange={(value) => typeof value === "string" && !units.includes(value) && setUnits([...units, value])}
                />
              )}
            </div>
          )}
        </Field>
        <Field label={t("inspector")} optional>
          {(ids) => (
            <Select
              {...ids}
              empty="—"
              options={(people.data?.inspectors ?? []).map(({ id, name, organName }) => ({
                value: id,
                label: organName ? `${name} ${organName}` : name,
              }))}
              value={lead}
              onChange={(event) => setLead(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("due")} optional help={t("organDue")}>
          {(ids) => (
            <Suspense fallback={<div style={{ height: 32 }} />}>
              <DayField id={ids.id} value={dueOn} withTime={false} onChange={setDueOn} />
            </Suspense>
          )}
        </Field>
      </div>
    </Dialog>
  );
}

export function ChooseList({ action, current, onClose }: Props & { readonly current: string }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(current);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { title, changed } = await api.post("/inspection/joint-actions/{id}/checklist", { id: action, checklist: chosen });
      toast.done(t("listChosen", { title, n: changed }));
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("chooseList")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={chosen === "" ? t("required") : undefined} onClick={() => void save()}>
            {t("chooseList")}
          </Button>
        </>
      }
    >
      <Field label={t("list")}>{(ids) => <ChecklistSelect ids={ids} value={chosen} onChange={setChosen} />}</Field>
    </Dialog>
  );
}
