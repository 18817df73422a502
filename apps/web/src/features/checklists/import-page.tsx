/** An office brings its own list: 送文件 → 对列 → 核对 → 入库. What cannot come in is named by row; the rest does. */
import type { Gives } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, request } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useLedger } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { Columns, type Mapping, mappingOf } from "./import-columns.tsx";
import { type Head, ImportHead, isComplete } from "./import-head.tsx";
import { ListItems } from "./list-items.tsx";
import { t } from "./words.ts";
import "./checklists.css";

export type Sent = Gives<"POST", "/inspection/checklists/imports">;
type Checked = Gives<"POST", "/inspection/checklists/imports/{importId}/check">;

export default function ImportPage() {
  const [sent, setSent] = useState<Sent | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [head, setHead] = useState<Head>({ title: "", source: "", kinds: [], subject: "", purpose: "supervision", key: "" });
  const { schema } = useLedger("inspection/checklist");
  const { data: lists } = useQuery({ queryKey: ["checklists"], queryFn: () => api.get("/inspection/checklists", {}) });
  const file = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const go = useGo();
  const at = checked ? 3 : sent ? 1 : 0;
  const send = async (chosen: File) => {
    const body = new FormData();
    body.append("file", chosen);
    await said(async () => {
      const got = await request<Sent>("POST", "inspection/checklists/imports", { body });
      setSent(got);
      setMapping(mappingOf(got.columns));
      setChecked(null);
      setHead({ ...head, title: head.title || got.fileName.replace(/\.[^.]*$/, "") });
    });
  };
  const take = () => ({
    importId: sent?.importId ?? "",
    columns: mapping?.columns.map((each) => each) ?? [],
    only: mapping?.only.map((each) => ({ ...each, values: [...each.values] })) ?? [],
    ...(head.key ? { key: head.key } : {}),
  });
  const check = () => said(async () => setChecked(await api.post("/inspection/checklists/imports/{importId}/check", take())));
  const apply = () =>
    said(async () => {
      const { subject, key: _, ...rest } = head;
      const made = await api.post("/inspection/checklists/imports/{importId}/apply", {
        ...take(),
        ...rest,
        kinds: [...rest.kinds] as never,
        ...(subject ? { subject } : {}),
      });
      toast.done(t("applied", { n: made.items, version: made.version }));
      await client.invalidateQueries({ queryKey: ["checklists"] });
      go(`/inspection/checklists?purpose=${head.purpose}&open=${encodeURIComponent(`${made.id}@${made.version}`)}`);
    });
  return (
    <>
      <PageHead
        up={<Go href="/inspection/checklists">{t("title")}</Go>}
        title={t("import")}
        aside={sent ? t("rows", { file: sent.fileName, n: number(sent.rows) }) : t("file")}
      >
        <input
          ref={file}
          hidden
          type="file"
          accept=".xlsx,.csv,.txt"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void send(chosen);
          }}
        />
        <Button kind={sent ? "plain" : "primary"} onClick={() => file.current?.click()}>
          {t("pick")}
        </Button>
        {sent && (
          <Button
            kind={checked ? "plain" : "primary"}
            reason={mapping?.columns.includes("text") ? undefined : t("noText")}
            onClick={() => void check()}
          >
            {t("check")}
          </Button>
        )}
        {checked && (
          <Button kind="primary" reason={isComplete(head) ? undefined : t("missing")} onClick={() => void apply()}>
            {t("apply")}
          </Button>
        )}
      </PageHead>
      <CaseBar
        steps={[t("step1"), t("step2"), t("step3"), t("step4")].map((label, i) => ({
          key: label,
          label,
          state: i < at ? "done" : i === at ? "now" : "later",
        }))}
      />
      <div className="lists-import">
        {sent && mapping && (
          <Panel title={t("step2")} aside={t("scaling", { n: sent.columns.length })} flush scroll>
            <Columns
              columns={sent.columns}
              mapping={mapping}
              onChange={(next) => {
                setMapping(next);
                setChecked(null);
              }}
            />
          </Panel>
        )}
        {checked && (
          <div className="col">
            <ImportHead head={head} onChange={setHead} schema={schema} own={lists?.lists.filter(({ scope }) => scope === "office") ?? []} />
            <Panel title={t("step3")} aside={t("ready", { n: number(checked.items) })} flush scroll>
              <Found checked={checked} />
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}

async function said(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toast.trouble(error);
  }
}

function Found({ checked }: { readonly checked: Checked }) {
  const { errors, notes, leftOut, blank, filledDown, sections, sample } = checked;
  const facts = [
    t("sections", { n: sections.length }),
    ...(errors.length > 0 ? [t("errors", { n: errors.length })] : []),
    ...(notes.length > 0 ? [t("notes", { n: notes.length })] : []),
    ...(leftOut > 0 ? [t("leftOut", { n: leftOut })] : []),
    ...(blank > 0 ? [t("blank", { n: blank })] : []),
    ...(filledDown > 0 ? [t("filled", { n: filledDown })] : []),
  ];
  return (
    <>
      <p className="lists-facts small t2">{facts.join(" · ")}</p>
      {[...errors.map((each) => ({ ...each, isError: true })), ...notes.map((each) => ({ ...each, isError: false }))]
        .slice(0, 100)
        .map((each) => (
          <p key={`${each.row} ${each.message}`} className="lists-trouble small">
            <span className="num t3">
              {t("row")} {each.row}
            </span>
            <span className={each.isError ? "ink-overdue" : "ink-soon"}>{each.message}</span>
            <span className="t2 truncate grow">{each.value}</span>
          </p>
        ))}
      <ListItems items={sample} />
    </>
  );
}
