/** 文书模板: take the one in use, change it with Word, bring it back; a wrong field name is shown with the allowed ones and nothing is replaced. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { address, api, request } from "../../lib/api.ts";
import { download } from "../../lib/download.ts";
import { Go } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Page } from "../ledger/use-list.ts";
import { t } from "./words.ts";
import "./enforcement.css";

type Verdict = Awaited<ReturnType<typeof check>>;
const check = (kind: string, file: string) => api.post("/enforcement/templates/check", { kind, file });

export default function TemplatePage() {
  const client = useQueryClient();
  const kinds = useQuery({ queryKey: ["enforcement", "kinds"], queryFn: () => api.get("/enforcement/kinds"), staleTime: 600_000 });
  const [kind, setKind] = useState("correct-in-time");
  const [file, setFile] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [ownOnly, setOwnOnly] = useState(true);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  if (kinds.error) return <Trouble error={kinds.error} what={t("templates")} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return <Loading what={t("templates")} />;

  const choose = (next: string) => {
    setKind(next);
    setFile(null);
    setVerdict(null);
  };
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    setBusy(true);
    setVerdict(null);
    try {
      const form = new FormData();
      form.append("file", chosen);
      const kept = await request<{ id: string; name: string }>("POST", "files", { body: form });
      setFile(kept);
      setVerdict(await check(kind, kept.id));
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
      if (picker.current) picker.current.value = "";
    }
  };
  const use = async () => {
    if (!file) return;
    setBusy(true);
    try {
      const { edition } = await api.post("/enforcement/templates", {
        kind,
        file: file.id,
        own: ownOnly,
        ...(note.trim() ? { note: note.trim() } : {}),
      });
      await client.invalidateQueries({ queryKey: ["ledger", "enforcement/template"] });
      toast.done(t("used", { n: edition }));
      setFile(null);
      setVerdict(null);
      setNote("");
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <PageHead title={t("templates")}>
        <Go className="link" href="/enforcement/template">
          {t("versions")}
        </Go>
      </PageHead>
      <div className="enforcement-template">
        <Panel>
          <div className="col" style={{ gap: 14 }}>
            <Field label={t("kind")}>
              {(ids) => (
                <Select
                  {...ids}
                  options={kinds.data.kinds.map(({ key, title }) => ({ value: key, label: title }))}
                  value={kind}
                  onChange={(event) => choose(event.target.value)}
                />
              )}
            </Field>
            <div className="col" style={{ gap: 4 }}>
              <Button icon="download" onClick={() => download(address(`enforcement/kinds/${kind}/template`))}>
                {t("download")}
              </Button>
              <span className="caption t3">{t("downloadHint")}</span>
            </div>
            <div className="col" style={{ gap: 4 }}>
              <Button icon="upload" kind={verdict?.ok ? "plain" : "primary"} busy={busy} onClick={() => picker.current?.click()}>
                {t("upload")}
              </Button>
              <input ref={picker} type="file" accept=".docx" hidden onChange={(event) => void take(event.target.files?.[0])} />
              {file && <span className="small t2">{file.name}</span>}
            </div>
            {verdict && (
              <div role="status">
                <p className={verdict.ok ? "" : "enforcement-outside"}>{verdict.message}</p>
                {verdict.wrong.length > 0 && (
                  <>
                    <h3 className="small t2">{t("wrong")}</h3>
                    {verdict.wrong.map(({ tag, nearest }) => (
                      <p key={tag}>
                        <b style={{ fontWeight: 500 }}>{`{${tag}}`}</b>
                        {nearest && <span className="t2"> {t("perhaps", { nearest: `{${nearest}}` })}</span>}
                      </p>
                    ))}
                    <h3 className="small t2">{t("allowed")}</h3>
                    <p className="enforcement-tags">
                      {verdict.allowed.map((tag) => (
                        <code key={tag}>{`{${tag}}`}</code>
                      ))}
                    </p>
                  </>
                )}
                {verdict.ok && (
                  <div className="col" style={{ gap: 10 }}>
                    <Checkbox label={t("forOrgan")} checked={ownOnly} onChange={(event) => setOwnOnly(event.target.checked)} />
                    <Field label={t("note")} optional>
                      {(ids) => <Input {...ids} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />}
                    </Field>
                    <Button kind="primary" busy={busy} onClick={() => void use()}>
                      {t("use")}
                    </Button>
                  </div>
                )}
              </div>
            )}
          </div>
        </Panel>
        <OwnTemplates />
        {verdict?.page && (
          <Panel title={t("preview")} flush>
            <iframe className="paper-page" title={t("preview")} srcDoc={verdict.page} sandbox="" />
          </Panel>
        )}
      </div>
    </>
  );
}

/** Templates an office put in the place of ours: what is in use, and the way back. */
function OwnTemplates() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "enforcement/template", "in-force"],
    queryFn: ({ signal }) => api.get<Page>("enforcement/template", { where: JSON.stringify({ inForce: true }), limit: 100 }, signal),
  });
  const stop = async (id: string, kind: string) => {
    if (!(await confirm({ title: t("stop"), text: t("stopAsk", { kind, next: t("nextCommon") }), verb: t("stop") }))) return;
    try {
      await api.post("/enforcement/templates/{id}/retire", { id });
      toast.done(t("stopped", { kind }));
      await client.invalidateQueries({ queryKey: ["ledger", "enforcement/template"] });
    } catch (trouble) {
      toast.trouble(trouble);
    }
  };
  return (
    <Panel title={t("ownTemplates")} flush>
      {error ? (
        <Trouble error={error} what={t("ownTemplates")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading rows={2} />
      ) : data.rows.length === 0 ? (
        <StateBlock kind="empty" title={t("ownNone")}>
          {t("ownNoneHint")}
        </StateBlock>
      ) : (
        data.rows.map((row) => (
          <div key={row.id} className="enforcement-line">
            <span className="grow truncate" title={String(row.fileName)}>
              {String(row.kindTitle)} <span className="small t2">{String(row.fileName)}</span>
            </span>
            <span className="small t2 nowrap">
              {row._ref?.organ ?? t("commonTo")}　{t("edition", { n: Number(row.edition) })}
            </span>
            <Button size="small" onClick={() => void stop(row.id, String(row.kindTitle))}>
              {t("stop")}
            </Button>
          </div>
        ))
      )}
    </Panel>
  );
}
