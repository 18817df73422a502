/** A task table as the draft of a pack: one clause a row, to be finished in the editor. */
import { stringify } from "yaml";
import type { Selector } from "../domain/pack.ts";
import { wordOfSelector } from "../domain/selectors.ts";
import type { TaskRow } from "./task-table.ts";

export type DraftHead = {
  readonly pack: string;
  readonly title: string;
  readonly issuer: string;
  readonly level: string;
  readonly area: string;
  readonly from: string;
};

const short = (selector: Selector): string | Selector => (selector.areas ? selector : wordOfSelector(selector));
const onceEach = (selectors: readonly Selector[]): readonly (string | Selector)[] => [
  ...new Map(selectors.map((selector) => [JSON.stringify(short(selector)), short(selector)])).values(),
];
const TITLE = 20;

export function draftPack(head: DraftHead, rows: readonly TaskRow[]): string {
  const sections = [...new Set(rows.flatMap(({ section }) => section ?? []))];
  const parts = sections.map((name, i) => ({ key: String(i + 1), name: name.slice(0, 40) }));
  const clauses = rows.map((row, i) => {
    const [lead] = row.leads;
    const part = row.section === null ? undefined : String(sections.indexOf(row.section) + 1);
    const early = row.due?.kind === "by" && row.due.by < head.from ? { early: "任务表中的时限早于施行之日" } : {};
    return {
      id: `${head.pack}-${i + 1}`,
      section: `第 ${row.row} 行`,
      ...(part ? { part } : {}),
      title: row.title.slice(0, TITLE),
      says: (row.content ?? row.title).slice(0, 400),
      kind: "duty",
      subsystem: "工作考核",
      capability: "policy-tasks",
      lead: lead ? [short(lead.selector)] : [],
      ...(row.supports.length > 0 ? { support: onceEach(row.supports.map(({ selector }) => selector)) } : {}),
      duties: [{ key: "a", document: (row.output ?? "完成情况").slice(0, 60), ...rhythm(row), ...early }],
    };
  });
  const body = { ...head, ...(parts.length > 0 ? { parts } : {}), clauses };
  return `# yaml-language-server: $schema=./pack.schema.json\n# 由任务分解表生成：子体系、承接部分和判断凭据请逐条核定。\n${stringify(body, { lineWidth: 0 })}`;
}

function rhythm({ due }: TaskRow): object {
  if (due?.kind === "by") return { by: due.by };
  return due?.kind === "every" ? { every: due.every } : { keep: true };
}
