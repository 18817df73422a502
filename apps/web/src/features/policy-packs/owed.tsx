/** What the text would make owed on a day: by organ level and by what it is judged from, then duty by duty. */
import type { PolicyTrial } from "@suiren/api-client";
import { inTurn, listed } from "../../lib/format.ts";
import { Field, Input } from "../../ui/field.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { t } from "./words.ts";

type Owed = PolicyTrial["owed"][number];
const levels = ["city", "county", "town", "village"] as const;
export const bindingWord = { measure: "measure", ledger: "ledger", case: "case", document: "documentKind", awaits: "awaits" } as const;

type Props = {
  readonly trial: PolicyTrial;
  readonly on: string;
  readonly onDay: (day: string) => void;
  readonly onLine: (line: number) => void;
};

export function OwedList({ trial, on, onDay, onLine }: Props) {
  const { sum } = trial;
  const columns: readonly TableColumn<Owed>[] = [
    { key: "duty", label: t("clause"), width: "132px", cell: ({ duty }) => <span className="num">{duty}</span> },
    { key: "text", label: t("what"), truncate: true, cell: ({ text }) => text },
    { key: "who", label: t("who"), width: "260px", truncate: true, cell: whoOf },
    {
      key: "by",
      label: t("by"),
      width: "250px",
      truncate: true,
      cell: ({ binding, from, label }) => (
        <>
          <Tag>{t(bindingWord[binding])}</Tag>{" "}
          <span className="small t2" title={from}>
            {label}
          </span>
        </>
      ),
    },
    {
      key: "due",
      label: t("due"),
      width: "110px",
      cell: ({ due, rhythm }) =>
        due ? <span className="num">{due}</span> : <span className="t2">{t(rhythm === "keep" ? "always" : "past")}</span>,
    },
  ];
  return (
    <Panel
      flush
      scroll
      title={trial.city}
      aside={sum ? t("sum", { clauses: sum.clauses, duties: sum.duties, organs: sum.organs }) : undefined}
      end={
        <span className="row pack-day">
          <Field label={t("on")}>
            {(ids) => <Input {...ids} type="date" value={on} onChange={(event) => event.target.value && onDay(event.target.value)} />}
          </Field>
        </span>
      }
    >
      {sum && (
        <p className="packs-note small t2">
          {inTurn([
            ...levels.flatMap((level) => (sum.byLevel[level] ? [t("times", { level: t(level), n: sum.byLevel[level] })] : [])),
            ...Object.entries(sum.byBinding).map(([kind, n]) => `${t(bindingWord[kind as keyof typeof bindingWord])} ${n}`),
            ...(sum.waiting > 0 ? [t("waiting", { n: sum.waiting })] : []),
          ])}
        </p>
      )}
      {sum ? (
        <LedgerTable
          columns={columns}
          rows={trial.owed}
          rowId={({ duty }) => duty}
          rowTitle={({ text }) => text}
          onOpen={({ line }) => line && onLine(line)}
        />
      ) : (
        <StateBlock kind="empty" title={t("hasErrors")} />
      )}
    </Panel>
  );
}

function whoOf({ names, organs }: Owed) {
  if (organs === 0) return <span className="ink-overdue">{t("nobody")}</span>;
  return organs > names.length ? t("whoMore", { names: listed(names), n: organs }) : listed(names);
}
