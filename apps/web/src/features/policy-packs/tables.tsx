/** 任务分解表: send the file, see each row with what is wrong in it, take the good ones over as tasks or as a draft pack. */
import type { Gives, TaskTableRow } from "@suiren/api-client";
import { useRef, useState } from "react";
import { api, request } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { dayKey, listed } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./policy-packs.css";

type Sent = Gives<"POST", "/policy-tasks/task-tables">;
type Checked = Gives<"POST", "/policy-tasks/task-tables/{id}/check">;
type Kind = NonNullable<Sent["tables"][number]["columns"][number]["kind"]>;
const kinds: readonly Kind[] = ["number", "section", "task", "measures", "lead", "support", "due", "output", "owner"];

async function said(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toast.trouble(error);
  }
}

export default function TablesPage() {
  const [sent, setSent] = useState<Sent | null>(null);
  const [table, setTable] = useState(0);
  const [columns, setColumns] = useState<readonly (Kind | null)[]>([]);
  const [year, setYear] = useState(() => dayKey(Date.now()).slice(0, 4));
  const [checked, setChecked] = useState<Checked | null>(null);
  const [asPack, setAsPack] = useState(false);
  const [busy, setBusy] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const go = useGo();
  const choose = (got: Sent, at: number) => {
    setTable(at);
    setColumns(got.tables[at]?.columns.map(({ kind }) => kind) ?? []);
    setChecked(null);
  };
  const send = (chosen: File) =>
    said(async () => {
      const body = new FormData();
      body.append("file", chosen);
      const got = await request<Sent>("POST", "policy-tasks/task-tables", { body });
      setSent(got);
      choose(got, 0);
    });
  const asked = () => ({ id: sent?.id ?? "", table, columns: [...columns], year: Number(year) });
  const check = () => said(async () => setChecked(await api.post("/policy-tasks/task-tables/{id}/check", asked())));
  const apply = async (given: { as: "tasks" | "pack"; pack?: string; title?: string }) => {
    if (busy) return;
    setBusy(true);
    await said(async () => {
      const done = await api.post("/policy-tasks/task-tables/{id}/apply", { ...asked(), ...given });
      toast.done(
        [
          given.as === "tasks" ? t("taskN", { n: done.tasks }) : t("clauses", { n: done.clauses }),
          ...(done.left.length > 0 ? [t("leftOut", { n: done.left.length })] : []),
        ].join("，"),
      );
      go(done.version ? `/policy/packs/${done.version}` : "/policy-tasks/task");
    });
    setBusy(false);
  };
  const at = checked ? 2 : sent ? 1 : 0;
  const bad = checked?.rows.filter(({ problems }) => problems.length > 0).length ?? 0;
  return (
    <>
      <PageHead title={t("tables")} aside={sent ? sent.fileName : t("tablesAbout")}>
        <input
          ref={file}
          hidden
          type="file"
          accept=".xlsx,.csv,.docx"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void send(chosen);
            event.target.value = "";
          }}
        />
        <Button kind={sent ? "plain" : "primary"} icon="upload" onClick={() => file.current?.click()}>
          {t("pick")}
        </Button>
        {sent && (
          <Button
            kind={checked ? "plain" : "primary"}
            reason={columns.includes("task") ? undefined : t("noTask")}
            onClick={() => void check()}
          >
            {t("check")}
          </Button>
        )}
        {checked && (
          <>
            <Button busy={busy} reason={checked.good > 0 ? undefined : t("noGood")} onClick={() => setAsPack(true)}>
              {t("asPack")}
            </Button>
            <Button
              kind="primary"
              busy={busy}
              reason={checked.good > 0 ? undefined : t("noGood")}
              onClick={() => void apply({ as: "tasks" })}
            >
              {t("asTasks")}
            </Button>
          </>
        )}
      </PageHead>
      <CaseBar
        steps={[t("step1"), t("step2"), t("step3"), t("step4")].map((label, i) => ({
          key: label,
          label,
          state: i < at ? "done" : i === at ? "now" : "later",
        }))}
      />
      <div className="pack-tables">
        {sent && (
          <Panel flush scroll title={t("columns")}>
            <div className="packs-note col">
              {sent.tables.length > 1 && (
                <Select
                  aria-label={t("tables")}
                  value={String(table)}
                  options={sent.tables.map(({ rows }, i) => ({ value: String(i), label: t("tableN", { n: i + 1, rows }) }))}
                  onChange={(event) => choose(sent, Number(event.target.value))}
                />
              )}
              <Field label={t("year")}>
                {(ids) => (
                  <Input
                    {...ids}
                    inputMode="numeric"
                    value={year}
                    maxLength={4}
                    onChange={(event) => {
                      setYear(event.target.value);
                      setChecked(null);
                    }}
                  />
                )}
              </Field>
            </div>
            {sent.tables[table]?.columns.map(({ header }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <div key={i} className="pack-column">
                <b className="truncate">{header || `${i + 1}`}</b>
                <Select
                  aria-label={header}
                  value={columns[i] ?? ""}
                  empty={t("ignore")}
                  options={kinds.map((value) => ({ value, label: t(`c_${value}`) }))}
                  onChange={(event) => {
                    const kind = kinds.find((each) => each === event.target.value) ?? null;
                    setColumns(columns.map((each, n) => (n === i ? kind : each === kind ? null : each)));
                    setChecked(null);
                  }}
                />
              </div>
            ))}
          </Panel>
        )}
        {checked ? (
          <Panel
            flush
            scroll
            title={t("rows")}
            aside={[t("rowsAbout", { good: checked.good, tasks: checked.tasks }), ...(bad > 0 ? [t("left", { n: bad })] : [])].join("，")}
          >
            <LedgerTable
              columns={rowColumns}
              rows={checked.rows}
              rowId={({ row }) => String(row)}
              rowTitle={({ title }) => title}
              onOpen={() => undefined}
            />
          </Panel>
        ) : (
          <Panel>
            <StateBlock kind="empty" title={sent ? t("step2") : t("tablesAbout")} />
          </Panel>
        )}
      </div>
      {asPack && (
        <PackHead
          fileName={sent?.fileName ?? ""}
          busy={busy}
          onClose={() => setAsPack(false)}
          onGo={(pack, title) => void apply({ as: "pack", pack, title })}
        />
      )}
    </>
  );
}

const rowColumns: readonly TableColumn<TaskTableRow>[] = [
  { key: "row", label: "", width: "56px", cell: ({ row }) => <span className="num t3">{row}</span> },
  { key: "task", label: t("c_task"), truncate: true, cell: ({ title }) => title },
  {
    key: "lead",
    label: t("leads"),
    width: "140px",
    truncate: true,
    cell: ({ leads }) => (leads.length > 2 ? t("whoMore", { names: listed(leads.slice(0, 2)), n: leads.length }) : listed(leads)),
  },
  {
    key: "support",
    label: t("supports"),
    width: "140px",
    truncate: true,
    cell: ({ supports }) =>
      supports.length > 2 ? t("whoMore", { names: listed(supports.slice(0, 2)), n: supports.length }) : listed(supports),
  },
  { key: "due", label: t("deadline"), width: "104px", cell: ({ dueOn, due }) => (dueOn ? <span className="num">{dueOn}</span> : due) },
  {
    key: "problem",
    label: t("problem"),
    width: "400px",
    truncate: true,
    cell: ({ problems, notes }) => (
      <>
        {problems.map(({ code, message }) => (
          <span key={code} className="ink-overdue">
            {message}{" "}
          </span>
        ))}
        {problems.length === 0 &&
          notes.map(({ code, message }) => (
            <span key={code} className="ink-soon">
              {message}{" "}
            </span>
          ))}
      </>
    ),
  },
];

type HeadProps = {
  readonly fileName: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onGo: (pack: string, title: string) => void;
};

function PackHead({ fileName, busy, onClose, onGo }: HeadProps) {
  const now = useNow();
  const [pack, setPack] = useState(`RW${dayKey(now).slice(0, 4)}`);
  const [title, setTitle] = useState(fileName.replace(/\.[^.]*$/, ""));
  const isGood = /^[A-Z][A-Z0-9]{0,11}$/.test(pack) && title.trim().length > 1;
  return (
    <Dialog
      title={t("asPack")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={isGood ? undefined : t("lettersHelp")} onClick={() => onGo(pack, title.trim())}>
            {t("asPack")}
          </Button>
        </>
      }
    >
      <div className="col">
        <Field label={t("letters")} help={t("lettersHelp")}>
          {(ids) => <Input {...ids} value={pack} maxLength={12} onChange={(event) => setPack(event.target.value.toUpperCase())} />}
        </Field>
        <Field label={t("title")}>
          {(ids) => <Input {...ids} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
