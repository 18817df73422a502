/** 重大火灾隐患判定, element by element: sections at the left, one column, what the rules say at the right. The rules lay out reasons; people decide. */
import type { Determined } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, time } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { type LedgerSchema, type Row, useLedger } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Choices, Field, Select, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Facts, PageHead } from "../../ui/panel.tsx";
import { type FormSection, SectionForm } from "../../ui/section-form.tsx";
import { ChangedByOther, Loading, NotFound, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { CaseHead, CaseMoves, CaseTimeline } from "../cases/case-panel.tsx";
import { FilesInput } from "../ledger/files-input.tsx";
import { Control } from "../ledger/form-control.tsx";
import { type Detail, useRow } from "../ledger/use-row.ts";
import { textOf, Value } from "../ledger/value.tsx";
import { ElementRow } from "./element.tsx";
import { useLeaveGuard } from "./leave-guard.ts";
import { type Answer, answered, answerOf, type Draft, draftOf, groupOf, lineOf, PATH, type Rules, rulesQuery, withLine } from "./model.ts";
import { Verdict } from "./verdict.tsx";
import { t } from "./words.ts";
import "./determination.css";
import { useParams } from "@tanstack/react-router";

export default function DeterminationPage() {
  const { id }: { readonly id?: string } = useParams({ strict: false });
  const { schema, error } = useLedger(PATH);
  const row = useRow(PATH, id ?? "");
  if (error ?? row.error) return <Trouble error={error ?? row.error} what={t("title")} onRetry={() => void row.refetch()} />;
  if (!id) return <NotFound />;
  if (!schema || !row.data) return <Loading what={t("title")} />;
  return <OneDetermination key={id} schema={schema} row={row.data.row} />;
}

function OneDetermination({ schema, row }: { readonly schema: LedgerSchema; readonly row: Row }) {
  const client = useQueryClient();
  const may = useMay();
  const [changed, setChanged] = useState<Changed | null>(null);
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);
  const draft = changed?.draft ?? draftOf(row);
  const readOnly = row.state !== "draft" || !may("hazard-loop.determine");
  const asksRules = useQuery(rulesQuery(draft.inspectedOn));
  const rules = asksRules.data;
  const asked = useDeferredValue(draft);
  const found = useQuery({
    queryKey: ["determination-check", asked],
    queryFn: () =>
      api.post("/hazard-loop/determination-check", {
        inspectedOn: asked.inspectedOn,
        tags: [...asked.tags],
        tagsUnknown: [...asked.tagsUnknown],
        correctable: asked.correctable,
        exclusions: [...asked.exclusions],
        exclusionsUnknown: [...asked.exclusionsUnknown],
        elements: asked.elements.map(({ clause, way, fact, first, second, confirmed }) => ({
          clause,
          way,
          fact,
          first,
          second,
          confirmed,
        })),
      }),
    placeholderData: (before) => before,
  }).data;
  useLeaveGuard(changed !== null);
  useEffect(() => {
    document.title = `${t("title")} ${String(row.number)}`;
  }, [row.number]);
  if (!rules && asksRules.error) return <Trouble error={asksRules.error} what={t("rules")} onRetry={() => void asksRules.refetch()} />;
  if (!rules) return <Loading what={t("title")} />;
  // A file comes in while somebody types on: what it changes is added to the form as it is then.
  const change: Form["change"] = (part) =>
    setChanged((now) => {
      const { draft: before, version } = now ?? { draft: draftOf(row), version: row.version };
      return { draft: { ...before, ...part(before) }, version };
    });
  const settled = () => {
    setChanged(null);
    setClash(null);
    return client.invalidateQueries({ queryKey: ["ledger", PATH] });
  };
  const save = async (version = changed?.version ?? row.version) => {
    setBusy(true);
    try {
      const saved = await api.post<Row>(`${PATH}/${row.id}/save`, { ...draft, version });
      client.setQueryData<Detail>(["ledger", PATH, "row", row.id], (before) => before && { ...before, row: saved });
      toast.done(t("saved"));
      await settled();
    } catch (error) {
      const other = clashOf(error);
      setClash(other);
      if (!other) toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const form = { rules, draft, readOnly, change };
  return (
    <>
      <PageHead
        up={
          <>
            <Go href={`/${PATH}`}>{t("title")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={String(row.number)}
        aside={
          <>
            <Go href={`/hazard-loop/hazard/${String(row.hazard)}`}>{row._ref?.hazard}</Go> {row._ref?.unit ?? row.areaName}
          </>
        }
      >
        <span className="small t2">
          {t("deadline")} {typeof row.decideBy === "string" ? day(row.decideBy, serverNow()) : "—"}
        </span>
      </PageHead>
      {clash && (
        <ChangedByOther
          by={clash.by}
          at={time(clash.at)}
          differences={t("changedFields", { fields: clash.fields })}
          onMine={() => void save(clash.version)}
          onTheirs={() => void settled()}
        />
      )}
      <SectionForm
        sections={[
          siteSection(form, row),
          placeSection(form),
          exclusionSection(form),
          ...elementSections(form, found),
          ...afterSections(schema, row),
        ]}
        context={
          <div className="col" style={{ gap: 14 }}>
            {found && <Verdict rules={rules} found={found} />}
            <section className="col" style={{ gap: 8 }}>
              <h3>{t("next")}</h3>
              {changed ? <p className="small t2">{t("saveFirst")}</p> : <CaseMoves path={PATH} schema={schema} row={row} omit={["save"]} />}
            </section>
          </div>
        }
        foot={
          <>
            <span className="grow small t2">{readOnly ? (row.state === "draft" ? "" : t("readOnly")) : changed ? t("unsaved") : ""}</span>
            {!readOnly && (
              <Button kind="primary" size="large" busy={busy} reason={changed ? undefined : t("saved")} onClick={() => void save()}>
                {t("save")}
              </Button>
            )}
          </>
        }
      />
    </>
  );
}

/** What was typed, and the version it was typed on: one that came in meanwhile is not overwritten unseen. */
type Changed = { readonly draft: Draft; readonly version: number };
type Clash = { readonly fields: string; readonly by: string; readonly at: string; readonly version: number };

/** Somebody saved first: what he changed, and the version he left. */
function clashOf(error: unknown): Clash | null {
  if (!(error instanceof ApiError) || error.code !== "case.changed_meanwhile") return null;
  const { fields, by, at, version } = error.params;
  return typeof version === "number" ? { fields: String(fields), by: String(by), at: String(at), version } : null;
}

type Form = {
  readonly rules: Rules;
  readonly draft: Draft;
  readonly readOnly: boolean;
  readonly change: (part: (now: Draft) => Partial<Draft>) => void;
};

function siteSection({ draft, readOnly, change }: Form, row: Row): FormSection {
  const words = { no: t("no"), yes: t("yes"), unknown: t("unknown") };
  return {
    key: "site",
    label: t("site"),
    filled: [true, draft.correctable !== "unknown", draft.papers.length > 0].filter(Boolean).length,
    total: 3,
    problems: 0,
    content: (
      <>
        <p>{String(row.what)}</p>
        <Field label={t("inspectedOn")}>
          {(ids) =>
            readOnly ? (
              <span>{draft.inspectedOn}</span>
            ) : (
              <Control
                ids={ids}
                field={{ key: "inspectedOn", label: t("inspectedOn"), kind: "day" }}
                value={draft.inspectedOn}
                onChange={(value) => typeof value === "string" && change(() => ({ inspectedOn: value }))}
              />
            )
          }
        </Field>
        <Field label={t("correctable")}>
          {() =>
            readOnly ? (
              <span>{words[draft.correctable]}</span>
            ) : (
              <Choices
                label={t("correctable")}
                value={[draft.correctable]}
                options={(["no", "yes", "unknown"] as const).map((value) => ({ value, label: words[value] }))}
                onChange={(value) => change(() => ({ correctable: value === "yes" || value === "no" ? value : "unknown" }))}
              />
            )
          }
        </Field>
        <Field label={t("papers")} help={readOnly ? undefined : t("papersHelp")}>
          {(ids) =>
            readOnly ? (
              <span>{draft.papers.length}</span>
            ) : (
              <FilesInput ids={ids} max={30} value={draft.papers} onChange={(papers) => change(() => ({ papers }))} />
            )
          }
        </Field>
        <Field label={t("remark")} optional>
          {(ids) =>
            readOnly ? (
              <span>{draft.remark ?? "—"}</span>
            ) : (
              <TextArea
                {...ids}
                maxLength={2_000}
                value={draft.remark ?? ""}
                onChange={(event) => change(() => ({ remark: event.target.value || null }))}
              />
            )
          }
        </Field>
      </>
    ),
  };
}

/** 是、否、不清楚 for each name. */
function Ternary({
  label,
  answer,
  readOnly,
  onAnswer,
}: {
  readonly label: string;
  readonly answer: Answer;
  readonly readOnly: boolean;
  readonly onAnswer: (answer: Answer) => void;
}) {
  const words = { yes: t("isSo"), no: t("notSo"), unknown: t("unknown") };
  return (
    <div className="ternary">
      <span className="grow">{label}</span>
      {readOnly ? (
        <span className="small t2">{words[answer]}</span>
      ) : (
        <Select
          aria-label={label}
          value={answer}
          options={(["no", "yes", "unknown"] as const).map((value) => ({ value, label: words[value] }))}
          onChange={(event) => onAnswer(event.target.value === "yes" ? "yes" : event.target.value === "unknown" ? "unknown" : "no")}
        />
      )}
    </div>
  );
}

function placeSection({ rules, draft, readOnly, change }: Form): FormSection {
  return {
    key: "place",
    label: t("place"),
    filled: draft.tags.length,
    total: Math.max(1, draft.tags.length),
    problems: 0,
    content: (
      <div>
        {Object.entries(rules.tags).map(([tag, label]) => (
          <Ternary
            key={tag}
            label={label}
            readOnly={readOnly}
            answer={answerOf(draft.tags, draft.tagsUnknown, tag)}
            onAnswer={(answer) => {
              change((now) => {
                const [tags, tagsUnknown] = answered(now.tags, now.tagsUnknown, tag, answer);
                return { tags, tagsUnknown };
              });
            }}
          />
        ))}
      </div>
    ),
  };
}

function exclusionSection({ rules, draft, readOnly, change }: Form): FormSection {
  return {
    key: "exclusions",
    label: t("exclusions"),
    filled: rules.exclusions.length - draft.exclusionsUnknown.length,
    total: rules.exclusions.length,
    problems: 0,
    content: (
      <div>
        {rules.exclusions.map(({ id, title }) => (
          <Ternary
            key={id}
            label={title}
            readOnly={readOnly}
            answer={answerOf(draft.exclusions, draft.exclusionsUnknown, id)}
            onAnswer={(answer) => {
              change((now) => {
                const [exclusions, exclusionsUnknown] = answered(now.exclusions, now.exclusionsUnknown, id, answer);
                return { exclusions, exclusionsUnknown };
              });
            }}
          />
        ))}
      </div>
    ),
  };
}

function elementSections({ rules, draft, readOnly, change }: Form, found: Determined | undefined): readonly FormSection[] {
  const reasons = (found?.judgement ?? found?.reference)?.reasons ?? [];
  return Object.entries(rules.groups).map(([group, label]) => {
    const elements = rules.elements.filter(({ clause }) => groupOf(clause) === group);
    const holding = reasons.filter(({ clause, state }) => groupOf(clause) === group && (state === "met" || state === "unconfirmed")).length;
    return {
      key: group,
      label: `${group} ${label}`,
      filled: elements.filter(({ clause }) => draft.elements.some((line) => line.clause === clause)).length,
      total: elements.length,
      problems: holding,
      content: (
        <div>
          {elements.map((element) => (
            <ElementRow
              key={element.clause}
              element={element}
              reason={reasons.find(({ clause }) => clause === element.clause)}
              rules={rules}
              draft={draft}
              readOnly={readOnly}
              onLine={(way, part) => change((now) => withLine(now, { ...lineOf(now, element.clause, way), ...part }))}
            />
          ))}
        </div>
      ),
    };
  });
}

const after = [
  "discussedOn",
  "discussion",
  "expertQuestion",
  "expertsOn",
  "experts",
  "expertConclusion",
  "heardOn",
  "hearing",
  "decision",
  "decisionWords",
  "decidedOn",
  "noticeNumber",
  "servedOn",
  "servedTo",
  "reportedOn",
  "rectifyBy",
  "plan",
  "temporaryMeasures",
];

function afterSections(schema: LedgerSchema, row: Row): readonly FormSection[] {
  const fields = schema.fields.filter(({ key }) => after.includes(key) && row[key] !== null && row[key] !== undefined);
  return [
    {
      key: "discussion",
      label: t("discussion"),
      filled: fields.length,
      total: Math.max(1, fields.length),
      problems: 0,
      content: (
        <>
          <CaseHead path={PATH} schema={schema} row={row} />
          <Facts
            items={fields.map(
              (field) =>
                [
                  field.label,
                  field.kind === "table" ? (
                    <Voices key={field.key} field={field} lines={row[field.key]} />
                  ) : (
                    <Value key={field.key} schema={schema} row={row} name={field.key} />
                  ),
                ] as const,
            )}
          />
        </>
      ),
    },
    { key: "timeline", label: t("timeline"), filled: 1, total: 1, problems: 0, content: <CaseTimeline path={PATH} row={row} /> },
  ];
}

/** Small rows in words: each column that has something, one line a person. */
function Voices({ field, lines }: { readonly field: LedgerSchema["fields"][number]; readonly lines: unknown }) {
  const rows = Array.isArray(lines) ? (lines as readonly Readonly<Record<string, unknown>>[]) : [];
  return (
    <ul>
      {rows.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the table is its place
        <li key={index}>
          {(field.columns ?? [])
            .filter((column) => line[column.key])
            .map((column) => textOf(column, line[column.key]))
            .join("　")}
        </li>
      ))}
    </ul>
  );
}
