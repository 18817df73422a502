/** Writing a scheme: the file on the left with its errors by line, on the right what it says, and what it changes against the edition in force. */

import type { Gives } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./assessment.css";

type Checked = Gives<"POST", "/assessment/schemes/check">;
type Summary = NonNullable<Checked["summary"]>;
const PAUSE_MS = 500;

export default function SchemeEditor() {
  const id = new URLSearchParams(useSearchText()).get("id");
  const shipped = useQuery({ queryKey: ["assessment", "shipped"], queryFn: () => api.get("/assessment/schemes/shipped", {}) });
  const stored = useQuery({
    queryKey: ["assessment", "scheme", id ?? ""],
    queryFn: () => api.get("/assessment/schemes/{id}", { id: id ?? "" }),
    enabled: id !== null,
  });
  useEffect(() => {
    document.title = t("schemeTitle");
  }, []);
  const error = shipped.error ?? stored.error;
  if (error) return <Trouble error={error} what={t("schemeTitle")} onRetry={() => void stored.refetch()} />;
  if (!shipped.data || (id && !stored.data)) return <Loading what={t("schemeTitle")} />;
  const isDraft = stored.data?.state === "draft";
  return (
    <Editor
      key={id ?? ""}
      start={stored.data?.source ?? shipped.data.schemes[0]?.source ?? ""}
      samples={shipped.data.schemes}
      draft={isDraft && stored.data ? { id: stored.data.id, version: stored.data.version } : null}
      changes={stored.data?.changes ?? []}
    />
  );
}

type EditorProps = {
  readonly start: string;
  readonly samples: readonly { readonly code: string; readonly title: string; readonly source: string }[];
  readonly draft: { readonly id: string; readonly version: number } | null;
  readonly changes: readonly string[];
};

function Editor({ start, samples, draft, changes }: EditorProps) {
  const go = useGo();
  const client = useQueryClient();
  const [text, setText] = useState(start);
  const [checked, setChecked] = useState<Checked>();
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      api
        .post("/assessment/schemes/check", { source: text })
        .then((answer) => {
          if (!stale) setChecked(answer);
        })
        .catch((error: unknown) => toast.trouble(error));
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);
  const save = async () => {
    setBusy(true);
    try {
      if (draft) {
        await api.put("/assessment/schemes/{id}", { ...draft, source: text });
        toast.done(t("saved"));
        go(`/assessment/scheme?open=${draft.id}`);
      } else {
        const made = await api.post("/assessment/schemes", { source: text });
        toast.done(t("drafted", { n: made.edition }));
        go(`/assessment/scheme?open=${made.id}`);
      }
      await client.invalidateQueries({ queryKey: ["assessment"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const toLine = (line: number) => {
    const node = area.current;
    if (!node) return;
    const at =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    node.focus();
    node.setSelectionRange(at, at + (text.slice(at).indexOf("\n") + 1 || 1) - 1);
    node.scrollTop = Math.max(0, (line - 5) * 20);
  };
  return (
    <div className="assess">
      <PageHead up={<Go href="/assessment/scheme">{t("schemeTitle")}</Go>} title={t(draft ? "edit" : "draft")}>
        <Select
          aria-label={t("copyFrom")}
          value=""
          empty={t("copyFrom")}
          options={samples.map(({ code, title }) => ({ value: code, label: title }))}
          onChange={(event) => setText(samples.find(({ code }) => code === event.target.value)?.source ?? text)}
        />
        <Button
          kind="primary"
          busy={busy}
          reason={checked?.ok ? undefined : t("errors", { n: checked?.errors.length ?? 0 })}
          onClick={() => void save()}
        >
          {t(draft ? "saveDraft" : "draft")}
        </Button>
      </PageHead>
      <div className="assess-editor">
        <Panel
          title={t("text")}
          end={
            <span className={checked?.ok ? "small ink-met" : "small ink-overdue"}>
              {checked ? (checked.ok ? t("noErrors") : t("errors", { n: checked.errors.length })) : ""}
            </span>
          }
          flush
        >
          <textarea
            ref={area}
            className="assess-source"
            aria-label={t("text")}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {checked && !checked.ok && (
            <ul className="assess-errors small">
              {checked.errors.map(({ line, path, message }) => (
                <li key={`${line} ${path} ${message}`}>
                  <button type="button" className="link num" onClick={() => toLine(line)}>
                    {t("line", { n: line })}
                  </button>
                  <span>{message}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t("preview2")} aside={checked?.summary?.title} scroll>
          {checked?.summary && <SchemeSummary summary={checked.summary} changes={changes} />}
        </Panel>
      </div>
    </div>
  );
}

export function SchemeSummary({ summary, changes }: { readonly summary: Summary; readonly changes: readonly string[] }) {
  return (
    <div className="col" style={{ gap: 12 }}>
      <p className="assess-legend small">
        {summary.dimensions.map(({ name, weight }, i) => (
          <span key={name}>
            <i className={`assess-swatch assess-part${i % 4}`} />
            {name} {weight}
          </span>
        ))}
        <b>{t("fullOf", { n: summary.full })}</b>
      </p>
      {changes.length > 0 && (
        <section>
          <h3>{t("changesTitle")}</h3>
          <ul className="assess-changes small">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </section>
      )}
      <table className="assess-table">
        <thead>
          <tr>
            <th>{t("no")}</th>
            <th>{t("indicator")}</th>
            <th>{t("dimension")}</th>
            <th>{t("way")}</th>
            <th>{t("source")}</th>
            <th className="amount">{t("weight")}</th>
          </tr>
        </thead>
        <tbody>
          {summary.indicators.map(({ id, name, dimension, weight, by, source }) => (
            <tr key={id}>
              <td className="num t2">{id}</td>
              <th scope="row">{name}</th>
              <td className="small">{dimension}</td>
              <td className="small t2">{t(by)}</td>
              <td className="small t2">{source === "pledge" ? t("pledgeSource") : source === "site" ? t("siteSource") : source}</td>
              <td className="num amount">{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
