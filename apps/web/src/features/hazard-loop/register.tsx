/** 登记隐患: sections in the order one learns things, what the platform knows of the unit beside it, what is missing named by the button. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, listed, time } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { type FieldSchema, fieldOf, type LedgerSchema, type Row, useLedger } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Due } from "../../ui/due.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { SectionForm } from "../../ui/section-form.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../ledger/draft.ts";
import { Control } from "../ledger/form-control.tsx";
import type { Page } from "../ledger/use-list.ts";
import { t } from "./words.ts";
import "./register.css";

const PATH = "hazard-loop/hazard";
/** Whoever fills this in saw it himself; devices, reports and investigations raise theirs. */
const BY_HAND = ["patrol", "inspection", "survey", "other"];
const GRADES = ["minor", "general"];

type Given = Readonly<Record<string, unknown>>;
type Made = { readonly id: string; readonly number: string; readonly repeats: number; readonly isNew: boolean };

export default function Register() {
  const { schema, error } = useLedger(PATH);
  if (error) return <Trouble error={error} what={t("hazards")} />;
  return schema ? <Form schema={schema} /> : <Loading />;
}

const only = (field: FieldSchema | undefined, keys: readonly string[]): FieldSchema | undefined =>
  field && { ...field, choices: Object.fromEntries(Object.entries(field.choices ?? {}).filter(([key]) => keys.includes(key))) };

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

function Form({ schema }: { readonly schema: LedgerSchema }) {
  const go = useGo();
  const client = useQueryClient();
  const { user } = useMe();
  const own = user.unitId ?? null;
  const draft = useDraftOf(user.id);
  const [given, setGiven] = useState<Given>(() => ({ unit: own, origin: "patrol", foundOn: dayKey(serverNow()), ...draft.found?.values }));
  const [areaName, setAreaName] = useState("");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  draft.keep(given);
  const set = (key: string, value: unknown) => {
    setGiven({ ...given, [key]: value });
    if (errors[key]) setErrors({ ...errors, [key]: "" });
  };
  const labels: Readonly<Record<string, string>> = {
    unit: t("unit"),
    area: t("area"),
    placeWords: t("place"),
    what: t("problem"),
    photos: t("photos"),
  };
  const place = isThere(given.unit) ? ["unit"] : ["area"];
  const needed = [...place, "placeWords", "what", "photos"];
  const missing = needed.filter((key) => !isThere(given[key]));
  const send = async () => {
    if (missing.length > 0) {
      setErrors(Object.fromEntries(missing.map((key) => [key, t("required")])));
      document.querySelector<HTMLElement>(`[data-field="${missing[0]}"] :is(input, textarea, button)`)?.focus();
      return;
    }
    setBusy(true);
    try {
      const made = await api.post<Made>("hazard-loop/hazards", body(given));
      draft.drop();
      await client.invalidateQueries({ queryKey: ["ledger", PATH] });
      toast.done(made.isNew ? t("made", { number: made.number }) : t("counted", { n: made.repeats }));
      go(`/${PATH}/${made.id}`);
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setErrors(Object.fromEntries(error.problems.map(({ field, message = "" }) => [field, message])));
      else toast.trouble(error);
      setBusy(false);
    }
  };
  const control = (key: string, field: FieldSchema | undefined, options: { optional?: boolean; help?: string } = {}) =>
    field && (
      <div data-field={key}>
        <Field label={labels[key] ?? field.label} optional={options.optional ?? false} error={errors[key] || undefined} help={options.help}>
          {(ids) => <Control ids={ids} field={{ ...field, key }} value={given[key]} onChange={(value) => set(key, value)} />}
        </Field>
      </div>
    );
  const section = (key: string, label: string, keys: readonly string[], content: React.ReactNode) => ({
    key,
    label,
    filled: keys.filter((each) => isThere(given[each])).length,
    total: keys.length,
    problems: keys.filter((each) => errors[each]).length,
    content,
  });
  const sections = [
    section(
      "where",
      t("where"),
      [...place, "placeWords"],
      <>
        {own === null && control("unit", fieldOf(schema, "unit"), { optional: true, help: t("noUnit") })}
        {!isThere(given.unit) && (
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
        {control("placeWords", fieldOf(schema, "placeWords"), { help: t("placeHelp") })}
      </>,
    ),
    section(
      "what",
      t("whatIsIt"),
      ["what", "origin", "foundOn"],
      <>
        {control("what", fieldOf(schema, "what"), { help: t("problemHelp") })}
        {own === null && control("origin", only(fieldOf(schema, "origin"), BY_HAND))}
        {control("foundOn", fieldOf(schema, "foundOn"))}
      </>,
    ),
    section(
      "proof",
      t("proof"),
      ["photos"],
      control("photos", { key: "photos", label: t("photos"), kind: "files", max: 12 } as FieldSchema, { help: t("photoHelp") }),
    ),
    ...(own === null
      ? [
          section(
            "how",
            t("how"),
            ["grade"],
            <>
              {control("grade", only(fieldOf(schema, "grade"), GRADES), { optional: true, help: t("gradeHelp") })}
              {control("ground", fieldOf(schema, "ground"), { optional: true })}
            </>,
          ),
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        up={
          <>
            <Go href={`/${PATH}`}>{t("hazards")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("register")}
        aside={draft.savedAt && t("saved", { at: time(draft.savedAt) })}
      />
      <SectionForm
        sections={sections}
        context={<OfUnit unit={typeof given.unit === "string" ? given.unit : null} />}
        foot={
          <>
            <Button kind="primary" size="large" busy={busy} onClick={() => void send()}>
              {t("save")}
            </Button>
            <Button size="large" onClick={() => go(`/${PATH}`)}>
              {t("leave")}
            </Button>
            {missing.length > 0 && (
              <span className="small hazard-gaps">{t("gaps", { fields: listed(missing.map((key) => labels[key] ?? key)) })}</span>
            )}
          </>
        }
      />
    </>
  );
}

/** The draft of the one form, kept by what was typed. */
function useDraftOf(person: string) {
  const [latest, setLatest] = useState<Given | null>(null);
  const draft = useDraft(`${person}/hazard-loop.register`, latest);
  return {
    ...draft,
    keep: (given: Given) => {
      if (given !== latest && (isThere(given.what) || isThere(given.placeWords))) queueMicrotask(() => setLatest(given));
    },
  };
}

const body = ({ unit, area, placeWords, what, origin, foundOn, photos, grade, ground }: Given): Record<string, unknown> => ({
  unit: unit ?? null,
  ...(unit ? {} : { area }),
  placeWords,
  what,
  origin,
  foundOn,
  photos,
  grade: grade ?? null,
  ground: ground ?? null,
});

/** What is open at the unit already: it may be the same. Only a hint; nothing is filled in. */
function OfUnit({ unit }: { readonly unit: string | null }) {
  const found = useQuery({
    queryKey: ["ledger", PATH, "of-unit", unit],
    queryFn: ({ signal }) => api.get<Page>(PATH, { where: JSON.stringify({ unit }), sort: "-openedAt", limit: 8 }, signal),
    enabled: unit !== null,
  });
  if (unit === null) return <p className="small t3">{t("chooseUnit")}</p>;
  if (!found.data) return <Loading rows={4} />;
  const { rows } = found.data;
  const open = rows.filter((row) => !row.closedAt);
  const late = open.filter((row) => typeof row.dueAt === "string" && Date.parse(row.dueAt) < serverNow());
  return (
    <div className="hazard-context">
      <h3>{rows[0]?._ref?.unit}</h3>
      <p className="small t2">{rows.length === 0 ? t("noneThere") : t("openThere", { n: open.length, late: late.length })}</p>
      {rows.length > 0 && (
        <>
          <h3>{t("mayRepeat")}</h3>
          <ul>
            {rows.map((row) => (
              <One key={row.id} row={row} />
            ))}
          </ul>
          <p className="caption t3">{t("onlyHint")}</p>
        </>
      )}
    </div>
  );
}

const One = ({ row }: { readonly row: Row }) => (
  <li>
    <p>
      {String(row.placeWords)} {String(row.what)}
    </p>
    <p className="row small t2">
      <span className="grow">
        {typeof row.openedAt === "string" && day(row.openedAt, serverNow())}　
        <Due at={String(row.dueAt ?? "")} done={Boolean(row.closedAt)} />
      </span>
      <Go href={`/${PATH}/${row.id}`}>{t("look")}</Go>
    </p>
  </li>
);
