/**
 * 立项: a template fills in what is known of the field; the objects are chosen by the filter every list has, and counted beside it while one
 * chooses. Started from a figure, the address brings its ledger, filter and measure along. JX-1.3.2, JX-2.1.5
 */
import type { CampaignTemplate } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import type { Condition } from "../../lib/condition.ts";
import { dayKey, listed, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { measuresQuery } from "../../lib/measures.ts";
import { type FieldSchema, fieldOf, type LedgerSchema, useLedger } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { SectionForm } from "../../ui/section-form.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { ChecklistSelect } from "../cases/checklist-select.tsx";
import { Control } from "../ledger/form-control.tsx";
import { readAddress } from "../ledger/list-address.ts";
import { type PlannedStage, spread, stagesOf } from "./stages.ts";
import { t } from "./words.ts";
import "./campaign.css";

const PATH = "key-places/campaign";
const DAY = 86_400_000;
const CONFIRMED = /^seen-/;

export default function Plan() {
  const { schema, error } = useLedger(PATH);
  const templates = useQuery({ queryKey: ["campaign-templates"], queryFn: () => api.get("/key-places/campaign-templates") });
  const trouble = error ?? templates.error;
  if (trouble) return <Trouble error={trouble} what={t("plan")} onRetry={() => void templates.refetch()} />;
  return schema && templates.data ? <Form schema={schema} templates={templates.data.templates} /> : <Loading rows={10} />;
}

type Given = {
  readonly template: string | null;
  readonly name: string | null;
  readonly field: string | null;
  readonly ground: string | null;
  readonly lead: string | null;
  readonly area: number;
  readonly source: string;
  readonly where: Condition;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly stages: readonly PlannedStage[];
  readonly checklist: string | null;
  readonly checkedTarget: number | null;
  readonly clearedTarget: number | null;
  readonly finding: string | null;
  readonly measure: string | null;
};
const needed = ["name", "field", "ground", "lead", "startsOn", "endsOn", "stages"] as const;

function Form({ schema, templates }: { readonly schema: LedgerSchema; readonly templates: readonly CampaignTemplate[] }) {
  const go = useGo();
  const client = useQueryClient();
  const { user } = useMe();
  const text = useSearchText();
  const asked = new URLSearchParams(text);
  const today = dayKey(serverNow());
  const [given, setGiven] = useState<Given>(() => ({
    template: null,
    name: null,
    field: null,
    ground: null,
    lead: null,
    area: user.area,
    source: asked.get("source") ?? "places.unit",
    where: readAddress(text).where,
    startsOn: today,
    endsOn: null,
    stages: [],
    checklist: null,
    checkedTarget: 100,
    clearedTarget: 100,
    finding: asked.get("finding"),
    measure: asked.get("measure"),
  }));
  const [areaName, setAreaName] = useState(user.areaName);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const template = templates.find(({ id }) => id === given.template);
  const set = (part: Partial<Given>) => {
    setGiven({ ...given, ...part });
    setErrors({});
  };
  const choose = (id: string) => {
    const chosen = templates.find((each) => each.id === id);
    if (!chosen) return set({ template: null });
    const startsOn = given.startsOn ?? today;
    const endsOn = dayKey(Date.parse(startsOn) + (chosen.days - 1) * DAY);
    set({
      template: id,
      name: `${areaName}${chosen.title}`,
      field: chosen.field,
      ground: `${chosen.source.instrument} ${chosen.source.clause}`,
      source: chosen.objects.ledger,
      where: chosen.objects.where as Condition,
      startsOn,
      endsOn,
      stages: stagesOf(chosen.stages, startsOn, endsOn),
      checklist: chosen.checklist,
      checkedTarget: chosen.targets.checked,
      clearedTarget: chosen.targets.cleared,
      measure: given.measure ?? chosen.measure,
    });
  };
  const label = (key: string): string => fieldOf(schema, key)?.label ?? key;
  const missing = needed.filter((key) => given[key] === null || (key === "stages" && given.stages.length === 0));
  const save = async () => {
    if (missing.length > 0) {
      setErrors(Object.fromEntries(missing.map((key) => [key, t("required")])));
      document.querySelector<HTMLElement>(`[data-field="${missing[0]}"] :is(input, textarea, select, button)`)?.focus();
      return;
    }
    setBusy(true);
    try {
      const made = await api.post<{ id: string; objects: number }>("key-places/campaigns", given);
      await client.invalidateQueries({ queryKey: ["ledger", "key-places/campaign"] });
      toast.done(t("planned", { n: made.objects }));
      go(`/${PATH}/${made.id}`);
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setErrors(Object.fromEntries(error.problems.map(({ field, message = "" }) => [field, message])));
      else toast.trouble(error);
      setBusy(false);
    }
  };
  const control = (key: keyof Given & string, options: { optional?: boolean; help?: string } = {}) => {
    const field = fieldOf(schema, key);
    return (
      field && (
        <div key={key} data-field={key}>
          <Field label={field.label} optional={options.optional ?? false} error={errors[key] || undefined} help={options.help}>
            {(ids) => (
              <Control
                ids={ids}
                field={field as FieldSchema}
                value={given[key]}
                onChange={(value) => set({ [key]: value } as Partial<Given>)}
              />
            )}
          </Field>
        </div>
      )
    );
  };
  const section = (key: string, name: string, keys: readonly (keyof Given & string)[], content: React.ReactNode) => ({
    key,
    label: name,
    filled: keys.filter((each) => given[each] !== null && !(Array.isArray(given[each]) && given.stages.length === 0)).length,
    total: keys.length,
    problems: keys.filter((each) => errors[each]).length,
    content,
  });
  const sections = [
    section(
      "basis",
      t("basis"),
      ["name", "field", "ground", "lead"],
      <>
        <Field label={t("template")} optional help={template?.note}>
          {(ids) => (
            <Select
              {...ids}
              empty={t("noTemplate")}
              options={templates.map(({ id, title }) => ({ value: id, label: title }))}
              value={given.template ?? ""}
              onChange={(event) => choose(event.target.value)}
            />
          )}
        </Field>
        {template && !CONFIRMED.test(template.confidence) && <p className="small ink-soon">{t("unconfirmed")}</p>}
        {control("name")}
        {control("field")}
        {control("ground")}
        {control("lead", { help: template ? t("leadHint", { lead: template.lead }) : "" })}
      </>,
    ),
    section(
      "scope",
      t("scope"),
      ["source"],
      <>
        <Field label={t("area")}>
          {(ids) => (
            <span {...ids} className="row">
              <b>{areaName}</b>
              <Popover buttonClass="btn btn-plain btn-normal" button={t("chooseArea")}>
                {(close) => (
                  <AreaPicker
                    onChoose={(area) => {
                      setAreaName(area.name);
                      set({ area: area.key });
                      close();
                    }}
                  />
                )}
              </Popover>
            </span>
          )}
        </Field>
        <Field label={t("source")}>
          {(ids) => (
            <Select
              {...ids}
              options={Object.entries(fieldOf(schema, "source")?.choices ?? {}).map(([value, words]) => ({ value, label: words }))}
              value={given.source}
              onChange={(event) => set({ source: event.target.value, where: {} })}
            />
          )}
        </Field>
        <Scope source={given.source} where={given.where} onWhere={(where) => set({ where })} />
      </>,
    ),
    section(
      "time",
      t("time"),
      ["startsOn", "endsOn", "stages"],
      <>
        {control("startsOn")}
        {control("endsOn")}
        {given.stages.length > 0 && given.startsOn && given.endsOn && (
          <Button size="small" onClick={() => set({ stages: spread(given.stages, given.startsOn ?? "", given.endsOn ?? "") })}>
            {t("spread")}
          </Button>
        )}
        {control("stages")}
      </>,
    ),
    section(
      "targets",
      t("targets"),
      ["checkedTarget", "clearedTarget"],
      <>
        {control("checkedTarget")}
        {control("clearedTarget")}
        <Field label={t("checklist")} optional help={t("checklistHelp")}>
          {(ids) => <ChecklistSelect ids={ids} value={given.checklist ?? ""} onChange={(value) => set({ checklist: value || null })} />}
        </Field>
        {control("finding", { optional: true, help: t("findingHelp") })}
        <Measure value={given.measure} onChange={(measure) => set({ measure })} />
      </>,
    ),
  ];
  return (
    <>
      <PageHead
        up={
          <>
            <Go href="/key-places/campaign">{t("campaigns")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("plan")}
      />
      <SectionForm
        sections={sections}
        context={<Preview source={given.source} where={given.where} area={given.area} />}
        foot={
          <>
            <Button kind="primary" size="large" busy={busy} onClick={() => void save()}>
              {t("plan")}
            </Button>
            <Button size="large" onClick={() => go("/key-places/campaign")}>
              {t("leave")}
            </Button>
            {missing.length > 0 && <span className="small t2">{t("gaps", { fields: listed(missing.map(label)) })}</span>}
          </>
        }
      />
    </>
  );
}

/** The filter of the chosen ledger itself. */
function Scope({
  source,
  where,
  onWhere,
}: {
  readonly source: string;
  readonly where: Condition;
  readonly onWhere: (where: Condition) => void;
}) {
  const { schema, error } = useLedger(source.replace(".", "/"));
  if (error) return <Trouble error={error} what={t("scope")} />;
  if (!schema) return <Loading rows={2} />;
  const filters = schema.list.filters.filter((key) => key !== "area");
  return (
    <Field label={t("filter")} optional>
      {(ids) => (
        <div {...ids}>
          <FilterBar
            schema={{ ...schema, list: { ...schema.list, filters, search: false } }}
            where={where}
            onWhere={onWhere}
            q=""
            onQ={() => undefined}
          />
        </div>
      )}
    </Field>
  );
}

function Measure({ value, onChange }: { readonly value: string | null; readonly onChange: (value: string | null) => void }) {
  const { data } = useQuery(measuresQuery);
  return (
    <Field label={t("measure")} optional>
      {(ids) => (
        <Select
          {...ids}
          empty={t("noMeasure")}
          options={(data ?? []).map(({ name, label }) => ({ value: name, label }))}
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
    </Field>
  );
}

/** What the filter chooses now, by street and by industry. */
function Preview({ source, where, area }: { readonly source: string; readonly where: Condition; readonly area: number }) {
  const asked = { source, where, area };
  const found = useQuery({
    queryKey: ["campaign-preview", asked],
    queryFn: () => api.post<{ count: number; areas: readonly Line[]; industries: readonly Line[] }>("key-places/campaign-previews", asked),
  });
  if (found.error) return <Trouble error={found.error} what={t("preview")} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading rows={6} />;
  const { count, areas, industries } = found.data;
  return (
    <>
      <h3>{t("preview")}</h3>
      <p className="campaign-total">{count === 0 ? t("previewNone") : t("previewCount", { n: number(count) })}</p>
      <Counts lines={areas} />
      {industries.length > 1 && <Counts lines={industries} />}
    </>
  );
}
type Line = { readonly key: string; readonly label: string; readonly count: number };
const SHOWN = 12;
const Counts = ({ lines }: { readonly lines: readonly Line[] }) => (
  <ul className="campaign-counts small">
    {lines.slice(0, SHOWN).map(({ key, label, count }) => (
      <li key={key}>
        <span className="truncate">{label || t("none")}</span>
        <span className="num">{number(count)}</span>
      </li>
    ))}
  </ul>
);
