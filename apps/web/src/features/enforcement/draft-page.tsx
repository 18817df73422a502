/** 起草文书: one kind, its fields in their order, lists as rows. What is missing may wait until it is issued, and is named. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { Go, useGo, usePath } from "../../lib/go.tsx";
import type { Row } from "../../lib/schema.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { useRow } from "../ledger/use-row.ts";
import { blankRow, type Kind, type KindField, lackingOf, type Values, valuesOfRow } from "./model.ts";
import { t } from "./words.ts";
import "./enforcement.css";

const PATH = "enforcement/document";

export default function DraftPage() {
  const [, , , id] = usePath().split("/");
  const kinds = useQuery({ queryKey: ["enforcement", "kinds"], queryFn: () => api.get("/enforcement/kinds"), staleTime: 600_000 });
  if (kinds.error) return <Trouble error={kinds.error} what={t("draft")} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return <Loading what={t("draft")} />;
  return id && id !== "new" ? <Existing id={id} kinds={kinds.data.kinds} /> : <Draft kinds={kinds.data.kinds} row={null} />;
}

function Existing({ id, kinds }: { readonly id: string; readonly kinds: readonly Kind[] }) {
  const { data, error } = useRow(PATH, id);
  if (error) return <Trouble error={error} what={t("draft")} />;
  return data ? <Draft kinds={kinds} row={data.row} /> : <Loading what={t("draft")} />;
}

function Draft({ kinds, row }: { readonly kinds: readonly Kind[]; readonly row: Row | null }) {
  const go = useGo();
  const client = useQueryClient();
  const [key, setKey] = useState(String(row?.kind ?? ""));
  const kind = kinds.find((each) => each.key === key);
  const [party, setParty] = useState(String(row?.party ?? ""));
  const [unit, setUnit] = useState<string | null>(null);
  const [area, setArea] = useState<{ readonly key: number; readonly name: string } | null>(null);
  const [values, setValues] = useState<Values>(() => (row && kind ? valuesOfRow(kind, row) : {}));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const lacking = kind ? lackingOf(kind, values) : [];
  const back = row ? `/${PATH}?open=${row.id}` : "/enforcement/desk";

  const save = async () => {
    if (!kind) return;
    setBusy(true);
    try {
      const own = Object.fromEntries(Object.entries(values).filter(([name]) => kind.fields.some((field) => field.key === name)));
      let id = row?.id ?? "";
      if (row) await api.patch("/enforcement/drafts/{id}", { id, version: row.version, values: own, party });
      else {
        const place = unit ? { unit } : area ? { area: area.key } : {};
        const made = await api.post("/enforcement/drafts", { kind: kind.key, party, values: own, ...place });
        id = made.documentId;
      }
      await client.invalidateQueries({ queryKey: ["ledger", PATH] });
      toast.done(t("saved"));
      go(`/${PATH}?open=${id}`);
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setErrors(Object.fromEntries(error.problems.map(({ field, message = "" }) => [field, message])));
      else toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <PageHead
        up={
          <>
            <Go href="/enforcement/document">{t("paper")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={kind?.title ?? t("draft")}
        aside={
          kind && [t(`levels${kind.levels as 0 | 1 | 2}`), t("ground", { ground: kind.ground }), kind.serve].filter(Boolean).join("　")
        }
      />
      <Panel
        className="enforcement-draft"
        foot={
          <>
            <span className="grow small t2">{lacking.length > 0 ? t("missing", { fields: listed(lacking) }) : ""}</span>
            <Button size="large" onClick={() => go(back)}>
              {t("cancel")}
            </Button>
            <Button
              kind="primary"
              size="large"
              busy={busy}
              reason={kind && party.trim() && (row || unit || area) ? undefined : listed([t("kind"), t("party"), t("area")])}
              onClick={() => void save()}
            >
              {t("save")}
            </Button>
          </>
        }
      >
        <div className="enforcement-form">
          {!row && (
            <Field label={t("kind")} help={kind && !kind.confirmed ? t("unconfirmed") : undefined}>
              {(ids) => (
                <Select
                  {...ids}
                  empty={t("choose")}
                  options={kinds.map(({ key: value, title }) => ({ value, label: title }))}
                  value={key}
                  onChange={(event) => setKey(event.target.value)}
                />
              )}
            </Field>
          )}
          {!row && (
            <Field label={t("unit")} optional>
              {(ids) => (
                <Control
                  ids={ids}
                  field={{ key: "unit", label: t("unit"), kind: "ref", ref: "places.unit" }}
                  value={unit}
                  onChange={(chosen) => {
                    setUnit(typeof chosen === "string" ? chosen : null);
                    if (typeof chosen === "string") void nameOfUnit(chosen).then((name) => setParty((typed) => typed || name));
                  }}
                />
              )}
            </Field>
          )}
          {!row && !unit && (
            <Field label={t("area")}>
              {(ids) => (
                <span {...ids} className="row">
                  {area && <b style={{ fontWeight: 500 }}>{area.name}</b>}
                  <Popover buttonClass="btn btn-plain btn-normal" button={t("chooseArea")}>
                    {(close) => (
                      <AreaPicker
                        onChoose={(chosen) => {
                          setArea(chosen);
                          close();
                        }}
                      />
                    )}
                  </Popover>
                </span>
              )}
            </Field>
          )}
          <Field label={t("party")}>
            {(ids) => <Input {...ids} maxLength={120} value={party} onChange={(event) => setParty(event.target.value)} />}
          </Field>
          {kind?.fields.map((field) => (
            <Field key={field.key} label={field.label} optional={!field.required} error={errors[field.key]}>
              {(ids) => (
                <Value
                  ids={ids}
                  field={field}
                  value={values[field.key]}
                  onChange={(value) => setValues({ ...values, [field.key]: value })}
                />
              )}
            </Field>
          ))}
        </div>
      </Panel>
    </>
  );
}

const nameOfUnit = async (id: string): Promise<string> => {
  const { row } = await api.get<{ row: Row }>(`places/unit/${id}`);
  return typeof row.name === "string" ? row.name : "";
};

type ValueProps = {
  readonly ids: { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean };
  readonly field: KindField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

function Value({ ids, field, value, onChange }: ValueProps) {
  if (field.kind === "rows") return <Rows field={field} value={value} onChange={onChange} />;
  if (field.kind === "day")
    return <Control ids={ids} field={{ key: field.key, label: field.label, kind: "day" }} value={value ?? null} onChange={onChange} />;
  const text = typeof value === "string" ? value : "";
  if (field.kind === "long")
    return <TextArea {...ids} rows={4} maxLength={8_000} value={text} onChange={(event) => onChange(event.target.value)} />;
  return <Input {...ids} maxLength={400} value={text} onChange={(event) => onChange(event.target.value)} />;
}

/** A list of findings: one line a finding, its columns side by side; the number follows from the place. */
function Rows({ field, value, onChange }: Omit<ValueProps, "ids">) {
  const rows: readonly Readonly<Record<string, string>>[] = Array.isArray(value) ? value : [];
  const columns = field.columns.filter((column) => column.key !== "no");
  return (
    <div className="enforcement-rows">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={index} className="enforcement-row">
          <span className="num t3">{index + 1}</span>
          {columns.map((column) => (
            <Input
              key={column.key}
              aria-label={`${field.label} ${index + 1} ${column.label}`}
              placeholder={column.label}
              value={row[column.key] ?? ""}
              onChange={(event) => onChange(rows.map((each, at) => (at === index ? { ...each, [column.key]: event.target.value } : each)))}
            />
          ))}
          <button
            type="button"
            className="input-eye"
            aria-label={t("removeRow")}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <Icon name="x" size={14} />
          </button>
        </div>
      ))}
      <button type="button" className="link small" onClick={() => onChange([...rows, blankRow(field)])}>
        {t("addRow")}
      </button>
    </div>
  );
}
