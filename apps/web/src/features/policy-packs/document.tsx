/** The document itself, attached by the office: its words at the place a clause comes from. */
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, request } from "../../lib/api.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Shown } from "./version.tsx";
import { t } from "./words.ts";

type Kept = { readonly id: string; readonly name: string };

export function DocumentTab({
  shown: { version, may, source, lineage },
  onDone,
}: {
  readonly shown: Shown;
  readonly onDone: () => Promise<void>;
}) {
  const { id } = version;
  const [section, setSection] = useState(() => /section:\s*(\S+)/.exec(source)?.[1] ?? "");
  const [text, setText] = useState("");
  const file = useRef<HTMLInputElement>(null);
  const { data, refetch } = useQuery({
    queryKey: ["policy-packs", id, "words", section],
    queryFn: () => api.get("/policy-tasks/versions/{id}/words", { id, section }),
  });
  const attach = async (given: { file?: string; text?: string }) => {
    try {
      const { letters } = await api.post("/policy-tasks/versions/{id}/document", { id, ...given });
      toast.done(t("attached", { n: letters }));
      setText("");
      await Promise.all([refetch(), onDone()]);
    } catch (error) {
      toast.trouble(error);
    }
  };
  const send = async (chosen: File) => {
    const body = new FormData();
    body.append("file", chosen);
    try {
      const kept = await request<Kept>("POST", "files", { body });
      await attach({ file: kept.id });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <div className="pack-document">
      <Panel
        scroll
        title={t("document")}
        aside={data?.document ?? undefined}
        end={
          <span className="row pack-day">
            <Field label={t("section")}>
              {(ids) => <Input {...ids} value={section} onChange={(event) => setSection(event.target.value)} />}
            </Field>
          </span>
        }
      >
        {data && data.words.length === 0 && <StateBlock kind="empty" title={t(data.document ? "noWords" : "noDocument")} />}
        <div className="pack-words">
          {data?.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      </Panel>
      <div className="col pack-side">
        <Lineage lineage={lineage} />
        {may.write && (
          <Panel
            title={t("attach")}
            end={
              <Button size="small" icon="upload" onClick={() => file.current?.click()}>
                {t("pick")}
              </Button>
            }
          >
            <input
              ref={file}
              hidden
              type="file"
              accept=".docx,.pdf"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                if (chosen) void send(chosen);
              }}
            />
            <p className="small t2">{t("attachHelp")}</p>
            <Field label={t("paste")} optional>
              {(ids) => <TextArea {...ids} rows={14} value={text} onChange={(event) => setText(event.target.value)} />}
            </Field>
            <Button reason={text.trim() ? undefined : t("paste")} onClick={() => void attach({ text })}>
              {t("keepText")}
            </Button>
          </Panel>
        )}
      </div>
    </div>
  );
}

function Lineage({ lineage: { above, below } }: { readonly lineage: Shown["lineage"] }) {
  return (
    <Panel flush title={t("lineage")}>
      {above.length + below.length === 0 && <p className="packs-note small t2">{t("noLineage")}</p>}
      {above.map(({ title, number, version, renewedOn, clauses }) => (
        <div key={title} className="packs-row">
          <span className="row">
            <Tag>{t("above")}</Tag>
            {version ? <Go href={`/policy/packs/${version}`}>{title}</Go> : <span>{title}</span>}
          </span>
          <span className="small t2 row row-wide">
            {number && <span>{number}</span>}
            {clauses > 0 && <span>{t("rests", { n: clauses })}</span>}
            {!version && <span>{t("notHere")}</span>}
            {renewedOn && <span className="ink-soon">{t("renewed", { day: day(renewedOn) })}</span>}
          </span>
        </div>
      ))}
      {below.map(({ version, title, clauses }) => (
        <div key={version} className="packs-row">
          <span className="row">
            <Tag>{t("below")}</Tag>
            <Go href={`/policy/packs/${version}`}>{title}</Go>
          </span>
          <span className="small t2">{t("rests", { n: clauses })}</span>
        </div>
      ))}
    </Panel>
  );
}
