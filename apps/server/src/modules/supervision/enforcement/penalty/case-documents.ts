/** A document drafted from a penalty case: what the case knows is filled in, the rest stays for the officer. */
import { sql } from "kysely";
import { z } from "zod";
import type { Row } from "#platform/ledger/define.ts";
import { ok } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { caseDocuments } from "../documents/case-documents.ts";
import { penaltyKinds } from "./domain/kinds.ts";
import { hearingOffered } from "./domain/rules.ts";
import { PENALTY } from "./penalty.ts";
import { acts, articles, penaltyRules } from "./rules-in-force.ts";

const REMEDY = "如不服本决定，可以自收到本决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。";

const text = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** 罚款 20000 元、责令停产停业 */
export function penaltyWords(row: Readonly<Record<string, unknown>>): string {
  const kinds = Array.isArray(row.kinds) ? row.kinds.map(String) : [];
  return kinds
    .map((kind) => (kind === "fine" ? `罚款 ${text(row.fineYuan)} 元` : (penaltyKinds[kind as keyof typeof penaltyKinds] ?? kind)))
    .join("、");
}

export const hearingWords = (row: Readonly<Record<string, unknown>>): string =>
  hearingOffered(penaltyRules.limits, {
    party: row.partyKind === "person" ? "person" : "unit",
    yuan: Number(row.fineYuan ?? 0),
    kinds: Array.isArray(row.kinds) ? row.kinds.map(String) : [],
  })
    ? "你（单位）有权要求举行听证；要求听证的，应当在收到本告知书后五个工作日内提出，逾期视为放弃。"
    : "本案不属于应当告知听证权利的情形。";

/** What the case knows, for any kind that asks it; kinds take of it what they have fields for. */
function known(row: Readonly<Record<string, unknown>>, officers: string): Readonly<Record<string, string>> {
  return {
    conduct: text(row.conduct),
    matter: acts[text(row.act)] ?? "",
    officers,
    told: officers,
    evidence: text(row.evidenceWords),
    article: articles[text(row.article)] ?? "",
    penalty: penaltyWords(row),
    hearing: hearingWords(row),
    statement: [text(row.statement), text(row.statementAnswer)].filter(Boolean).join("　") || "当事人未提出陈述、申辩。",
    discretion: text(row.discretion),
    payBy: text(row.payBy),
    bank: "到指定银行或者通过电子支付系统",
    remedy: REMEDY,
    decision: text(row.decisionNumber),
    owed: row.fineYuan ? `缴纳罚款 ${text(row.fineYuan)} 元` : penaltyWords(row),
    within: "收到本催告书之日起十日",
    urgedOn: text(row.urgedOn),
    at: text(row.where),
    to: text(row.transferTo),
  };
}

async function namesOf({ tx }: RouteContext, row: Row): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select name from identity.user where id = any(${[row.officerOne, row.officerTwo]}::uuid[]) order by id = ${row.officerOne} desc`.execute(
    tx,
  );
  return rows.map((each) => each.name).join("、");
}

/** Kinds that belong to a penalty case, in the order of the procedure. */
export const penaltyDocuments = [
  "filing",
  "penalty-notice",
  "penalty-notice-record",
  "hearing-notice",
  "penalty-decision",
  "spot-penalty",
  "no-penalty",
  "transfer",
  "urging",
  "court-enforcement",
] as const;

/** What usually comes next, by the state of the case; every other kind stays within reach. */
const likely: Readonly<Record<string, (typeof penaltyDocuments)[number]>> = {
  filed: "filing",
  investigated: "penalty-notice",
  noticed: "penalty-decision",
  hearing: "hearing-notice",
  decided: "penalty-decision",
  executing: "urging",
  urged: "court-enforcement",
  exempt: "no-penalty",
  transferred: "transfer",
};

export const documentsOfPenalty = caseDocuments({
  name: PENALTY,
  path: "enforcement/penalty",
  tag: "行政处罚案件",
  kinds: penaltyDocuments,
  offered: ({ state }) => {
    const first = likely[String(state)];
    return first ? [first, ...penaltyDocuments.filter((kind) => kind !== first)] : penaltyDocuments;
  },
  known: async (context, row) => ({
    party: text(row.party),
    values: { ...known(row, await namesOf(context, row)), decidedOn: context.today },
  }),
});

const rangeAnswer = z
  .object({
    article: z.string(),
    title: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    also: z.array(z.string()),
    confirmed: z.boolean(),
    acts: z.array(z.string()),
  })
  .meta({ id: "PenaltyRange", description: "一条处罚条款的法定幅度" });

const actAnswer = z
  .object({
    key: z.string(),
    label: z.string(),
    articles: z.array(z.string()),
    competent: z.array(z.string()),
    evidence: z.array(z.string()),
  })
  .meta({ id: "PenaltyAct", description: "一种违法行为：谁能罚、要取什么证、依什么条款" });

export const showPenaltyRules = route({
  method: "GET",
  path: "/enforcement/penalty-rules",
  tag: "行政处罚案件",
  summary: "处罚条款、幅度与违法行为",
  permission: `${PENALTY}.read`,
  input: z.object({}),
  output: z.object({ ranges: z.record(z.string(), rangeAnswer), acts: z.array(actAnswer), tiersKnown: z.boolean() }),
  run: () =>
    Promise.resolve(
      ok({
        tiersKnown: false,
        acts: penaltyRules.acts,
        ranges: Object.fromEntries(
          penaltyRules.articles.map(({ id, article, title, fine, also, confidence }) => [
            id,
            {
              article,
              title,
              min: fine?.[0] ?? null,
              max: fine?.[1] ?? null,
              also,
              confirmed: confidence === "seen-full" || confidence === "seen-quote",
              acts: penaltyRules.acts.filter((act) => act.articles.includes(id)).map(({ label }) => label),
            },
          ]),
        ),
      }),
    ),
});
