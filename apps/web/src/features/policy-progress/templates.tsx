/** 举措模板: by area type and industry; the variants, who chose which, and what it brought. TY-4.2.2 */
import type { MeasureTemplateShown } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input, Select } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { useAddress } from "./use-asked.ts";
import { t } from "./words.ts";
import "./policy-progress.css";

export default function Templates() {
  const go = useGo();
  const { get, set } = useAddress("/policy-tasks/templates");
  const [choosing, setChoosing] = useState<MeasureTemplateShown | null>(null);
  useEffect(() => {
    document.title = t("templates");
  }, []);
  const asked = { areaType: get("areaType") ?? "", industry: get("industry") ?? "" };
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tasks", "templates", asked],
    queryFn: () => api.get("/policy-tasks/templates", asked),
    placeholderData: (before) => before,
  });
  if (error) return <Trouble error={error} what={t("templates")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("templates")} rows={8} />;
  const options = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([value, label]) => ({ value, label }));
  return (
    <div className="progress">
      <PageHead title={t("templates")}>
        <Select
          aria-label={t("areaType")}
          empty={t("anyAreaType")}
          options={options(data.areaTypes)}
          value={asked.areaType}
          onChange={(event) => set({ areaType: event.target.value })}
        />
        <Select
          aria-label={t("industry")}
          empty={t("anyIndustry")}
          options={options(data.industries)}
          value={asked.industry}
          onChange={(event) => set({ industry: event.target.value })}
        />
        <Button onClick={() => go("/policy-tasks/template-use")}>{t("uses")}</Button>
        {data.may.write && (
          <Button kind="primary" icon="plus" onClick={() => go("/policy-tasks/measure-template/new")}>
            {t("addTemplate")}
          </Button>
        )}
      </PageHead>
      <Panel flush scroll className="grow">
        {data.templates.length === 0 ? (
          <StateBlock kind={asked.areaType || asked.industry ? "filtered" : "empty"} title={t("noTemplates")}>
            {t("noTemplatesHint")}
          </StateBlock>
        ) : (
          <ul>
            {data.templates.map((each) => (
              <TemplateLine key={each.id} template={each} onChoose={data.may.use ? () => setChoosing(each) : undefined} />
            ))}
          </ul>
        )}
      </Panel>
      {choosing && <ChooseDialog template={choosing} onClose={() => setChoosing(null)} />}
    </div>
  );
}

function TemplateLine({ template, onChoose }: { readonly template: MeasureTemplateShown; readonly onChoose?: (() => void) | undefined }) {
  const now = serverNow();
  return (
    <li className="template-line">
      <div className="row row-wide">
        <b>{template.title}</b>
        <Tag>{template.areaTypeLabel}</Tag>
        <Tag>{template.industryLabel}</Tag>
        <span className="grow truncate t2">{template.problem}</span>
        <span className="small t2 nowrap">{t("usedIn", { n: template.uses, good: template.effective })}</span>
        {onChoose && (
          <Button size="small" onClick={onChoose}>
            {t("choose")}
          </Button>
        )}
      </div>
      <dl className="template-variants">
        {template.variants.map(({ name, content, fits }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {content}
              {fits && <span className="small t2">　{t("fits", { fits })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {template.here.length > 0 && (
        <ul className="template-uses">
          {template.here.map((use) => (
            <li key={use.id} className="row row-wide small">
              <Go className="link nowrap" href={`/policy-tasks/template-use?open=${use.id}`}>
                {use.organ}
              </Go>
              <span className="nowrap">{use.variant}</span>
              <span className="grow truncate t2">{use.scope}</span>
              <span className="t2 nowrap">
                {use.before && use.after ? t("fromTo", { before: use.before, after: use.after }) : (use.before ?? "")}
              </span>
              <span className={`nowrap${use.effect === "good" ? " ink-met" : use.effect === "none" ? " ink-overdue" : " t2"}`}>
                {use.effectLabel}
              </span>
              <span className="t3 nowrap num">{day(use.from, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function ChooseDialog({ template, onClose }: { readonly template: MeasureTemplateShown; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [variant, setVariant] = useState(template.variants[0]?.name ?? "");
  const [scope, setScope] = useState("");
  const [before, setBefore] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await api.post("/policy-tasks/templates/{id}/use", { id: template.id, variant, scope: scope.trim(), before: before.trim() || null });
      await client.invalidateQueries({ queryKey: ["policy-tasks", "templates"] });
      toast.done(t("chosen", { variant }));
      onClose();
    } catch (failure) {
      toast.trouble(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("chooseTitle", { title: template.title })}
      width={480}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={scope.trim().length < 2 ? t("scopeWanted") : undefined} onClick={() => void send()}>
            {t("choose")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("variant")}>
          {() => (
            <Choices
              label={t("variant")}
              value={[variant]}
              options={template.variants.map(({ name }) => ({ value: name, label: name }))}
              onChange={setVariant}
            />
          )}
        </Field>
        <Field label={t("scope")}>
          {(ids) => <Input {...ids} maxLength={200} value={scope} onChange={(event) => setScope(event.target.value)} />}
        </Field>
        <Field label={t("before")} optional>
          {(ids) => <Input {...ids} maxLength={120} value={before} onChange={(event) => setBefore(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
