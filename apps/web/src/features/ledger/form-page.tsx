/** The standard form of any ledger: sections from the declared groups, a draft each 2 s, errors by field, both versions when somebody saved first. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { listed, time } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { asNew, type FieldSchema, fieldValue, type LedgerSchema, type Row, titleOf, useLedger } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { SectionForm } from "../../ui/section-form.tsx";
import { ChangedByOther, Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft, withoutPersonal } from "./draft.ts";
import { Control } from "./form-control.tsx";
import { appears, bodyOf, broughtIn, differences, type FormValues, fillable, filledCount, missingFields } from "./form-values.ts";
import { t } from "./form-words.ts";
import { PointInput, type PointValue } from "./point-input.tsx";
import { useLedgerAddress } from "./route.ts";
import { groupsOf } from "./row-detail.tsx";
import { useRow } from "./use-row.ts";
import { textOf } from "./value.tsx";
import "./form.css";

export default function FormPage() {
  const { path, id } = useLedgerAddress();
  const { schema, error } = useLedger(path);
  if (error) return <Trouble error={error} what={path} />;
  if (!schema) return <Loading />;
  return id ? <EditForm path={path} schema={schema} id={id} /> : <LedgerForm path={path} schema={asNew(schema)} row={null} />;
}

function EditForm({ path, schema, id }: { readonly path: string; readonly schema: LedgerSchema; readonly id: string }) {
  const { data, error } = useRow(path, id);
  if (error) return <Trouble error={error} what={schema.label} />;
  return data ? <LedgerForm key={id} path={path} schema={schema} row={data.row} /> : <Loading />;
}

type Clash = { readonly theirs: Row; readonly by: string; readonly at: string };
type FormProps = { readonly path: string; readonly schema: LedgerSchema; readonly row: Row | null };

const pointOf = (row: Row | null): PointValue | null =>
  typeof row?.lon === "number" && typeof row.lat === "number" ? { lon: row.lon, lat: row.lat, datum: "cgcs2000" } : null;

function LedgerForm({ path, schema: whole, row: opened }: FormProps) {
  // The row as it was when the form was opened: read again behind somebody's back it would carry his save past another's change.
  const [row] = useState(opened);
  const go = useGo();
  const client = useQueryClient();
  const { user } = useMe();
  const asked = useSearchText();
  const [brought] = useState(() => (opened ? undefined : broughtIn(asked, whole)));
  const [touched, setTouched] = useState<FormValues>(brought?.values ?? {});
  const [areaName, setAreaName] = useState(row?.areaName ?? brought?.names.area ?? "");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);
  const isTouched = Object.keys(touched).length > 0;
  const draft = useDraft(`${user.id}/${whole.name}/${row?.id ?? "new"}`, isTouched ? withoutPersonal(touched, whole.fields) : null);
  const [offered, setOffered] = useState(draft.found !== null);

  const valueAt = (key: string): unknown => (key in touched ? touched[key] : row ? fieldValue(row, key) : undefined);
  const set = (key: string, value: unknown) => {
    setTouched({ ...touched, [key]: value });
    if (errors[key]) setErrors({ ...errors, [key]: "" });
  };
  /** A unit's own people write for their unit alone, so neither unit nor area is asked. */
  const own = user.unitId === null ? null : whole.unitKeeps;
  const schema = {
    ...whole,
    fields: whole.fields.filter((field) => field.key !== own && appears(whole, field, { valueAt, now: serverNow() })),
  };
  const given = Object.fromEntries(
    Object.entries(touched).filter(([key]) => !key.startsWith("custom.") || schema.fields.some((field) => field.key === key)),
  );
  const missing = missingFields(schema, valueAt);
  const needsArea =
    !row && own === null && touched.area === undefined && !schema.fields.some((field) => field.kind === "ref" && field.required);

  const focusFirst = (keys: readonly string[]) => {
    const first = [...fillable(schema).map((field) => field.key), "area", "point"].find((key) => keys.includes(key));
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, select, button)`)?.focus(),
    );
  };
  const leave = () => go(row ? `/${path}?open=${row.id}` : `/${path}`);

  const save = async (version: number | undefined) => {
    const gaps = Object.fromEntries([
      ...missing.map((field) => [field.key, t("required")]),
      ...(needsArea ? [["area", t("required")]] : []),
    ]);
    if (Object.keys(gaps).length > 0) {
      setErrors(gaps);
      return focusFirst(Object.keys(gaps));
    }
    setBusy(true);
    try {
      const saved = row
        ? await api.patch<Row>(`${path}/${row.id}`, { ...bodyOf(given), version })
        : await api.post<Row>(path, bodyOf(given));
      draft.drop();
      await client.invalidateQueries({ queryKey: ["ledger", path] });
      toast.done(t("saved", { name: titleOf(schema, saved) }));
      go(`/${path}?open=${saved.id}`);
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };
  const refuse = (error: unknown) => {
    if (error instanceof ApiError && error.code === "ledger.changed_by_other") {
      const { theirs, by, at } = error.params;
      if (isRow(theirs))
        return setClash({ theirs, by: typeof by === "string" ? by : "—", at: typeof at === "string" ? at : (theirs.updatedAt ?? "") });
    }
    if (error instanceof ApiError && error.problems.length > 0) {
      setErrors(
        Object.fromEntries(error.problems.map((problem) => [problem.field, problem.message ?? problem.problem ?? problem.code ?? ""])),
      );
      return focusFirst(error.problems.map((problem) => problem.field));
    }
    toast.trouble(error);
  };

  const control = (field: FieldSchema) => {
    const isMasked = field.personal && row && !(field.key in touched) && row[field.key];
    return (
      <div key={field.key} data-field={field.key}>
        <Field
          label={field.label}
          optional={!field.required}
          error={errors[field.key] || undefined}
          help={isMasked ? t("personal", { value: textOf(field, row[field.key]) }) : field.help}
        >
          {(ids) => (
            <Control
              ids={ids}
              field={field}
              value={isMasked ? "" : valueAt(field.key)}
              refTitle={row?._ref?.[field.key] ?? brought?.names[field.key]}
              onChange={(value) => set(field.key, value)}
            />
          )}
        </Field>
      </div>
    );
  };

  const groups = groupsOf({ ...schema, fields: fillable(schema) });
  const sections = groups.map((group, index) => ({
    key: group.label,
    label: group.label,
    filled: filledCount(group.fields, valueAt),
    total: group.fields.length,
    problems: group.fields.filter((field) => errors[field.key]).length,
    content: (
      <>
        {index === 0 && !row && own === null && (
          <div data-field="area">
            <Field label={t("area")} error={errors.area || undefined}>
              {(ids) => (
                <span {...ids} className="row">
                  {areaName && <b style={{ fontWeight: 500 }}>{areaName}</b>}
                  <Popover buttonClass="btn btn-plain btn-normal" button={t("chooseArea")}>
                    {(close) => (
                      <AreaPicker
                        onChoose={(area) => {
                          setAreaName(area.name);
                          set("area", area.key);
                          close();
                        }}
                      />
                    )}
                  </Popover>
                </span>
              )}
            </Field>
          </div>
        )}
        {group.fields.map(control)}
        {index === 0 && schema.place && (
          <div data-field="point">
            <Field label={t("point")} optional error={errors.point || undefined}>
              {({ id }) => (
                <PointInput
                  id={id}
                  value={isPoint(touched.point) ? touched.point : pointOf(row)}
                  onChange={(point) => set("point", point ?? undefined)}
                />
              )}
            </Field>
          </div>
        )}
      </>
    ),
  }));

  return (
    <>
      <PageHead
        up={
          <>
            <Go href={`/${path}`}>{schema.label}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={row ? t("editTitle", { name: titleOf(schema, row) }) : t("newTitle", { label: schema.label })}
      />
      {offered && draft.found && (
        <div className="form-draft">
          <span className="grow">{t("found", { at: time(draft.found.at) })}</span>
          <Button
            onClick={() => {
              setTouched(draft.found?.values ?? {});
              setOffered(false);
            }}
          >
            {t("useDraft")}
          </Button>
          <Button
            kind="text"
            onClick={() => {
              draft.drop();
              setOffered(false);
            }}
          >
            {t("dropDraft")}
          </Button>
        </div>
      )}
      <SectionForm
        sections={sections}
        context={
          clash && (
            <ChangedByOther
              by={clash.by}
              at={time(clash.at)}
              differences={differences(schema, touched, clash.theirs).map(({ field, mine, theirs }) => (
                <div key={field.key}>
                  {t("changedField", { field: field.label, theirs: textOf(field, theirs), mine: textOf(field, mine) })}
                </div>
              ))}
              onMine={() => {
                setClash(null);
                void save(clash.theirs.version);
              }}
              onTheirs={() => {
                draft.drop();
                void client.invalidateQueries({ queryKey: ["ledger", path] });
                leave();
              }}
            />
          )
        }
        foot={
          <>
            <span className="grow small t2">
              {missing.length > 0
                ? t("missing", { fields: listed(missing.map((field) => field.label)) })
                : draft.savedAt
                  ? t("draft", { at: time(draft.savedAt) })
                  : ""}
            </span>
            <Button size="large" onClick={leave}>
              {t("cancel")}
            </Button>
            <Button kind="primary" size="large" busy={busy} onClick={() => void save(row?.version)}>
              {t("save")}
            </Button>
          </>
        }
      />
    </>
  );
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && "id" in value && "version" in value;
const isPoint = (value: unknown): value is PointValue => typeof value === "object" && value !== null && "lon" in value && "lat" in value;
