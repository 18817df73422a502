/**
 * 协调事项: support asked of departments (posts, money, land), difficult problems a committee must solve or hand up, and matters that petitions,
 * reviews and business bring. Positions are asked of named departments; the answer stands with its document. PT-2.2.1.1, PT-2.2.3.4, QZ-5.1.5
 */
import { sql } from "kysely";
import { defineCase, type Given, type MoveContext, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, files, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { matterAnswers, matterChannels, matterKinds, matterWants } from "./domain/kinds.ts";
import { meeting } from "./meeting.ts";
import { nextNumber } from "./numbers.ts";

export const MATTER = "committee.matter";
const required = true;
const readOnly = true;

/** What an organ asks for is answered by another; once handed up, by the place above. */
function notByRaiser(row: Given, { actor }: MoveContext): MoveRefusal | undefined {
  if (!actor) return undefined;
  const isAbove = row.escalatedTo ? actor.area.lo !== row.area : true;
  return isAbove && actor.organId !== row.organ ? undefined : { code: "committee.own_matter" };
}

export const matter = defineCase(MATTER, {
  label: "协调事项",
  counter: "件",
  title: "title",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    kind: choice("类别", matterKinds, { required, indexed: true }),
    title: text("事项", { required, max: 160 }),
    wants: choice("需要支持", matterWants),
    amount: text("数量", { max: 60 }),
    channel: choice("来源", matterChannels, { required, indexed: true }),
    organ: organ("提出单位", { required, readOnly }),
    turn: organ("协调单位", { readOnly }),
    detail: long("情况和理由", { required, max: 3_000 }),
    options: long("解决方案", { max: 2_000 }),
    dueOn: day("答复期限", { required, indexed: true }),
    papers: files("材料", { max: 10 }),
    meeting: ref("研商会议", meeting),
    answer: choice("结论", matterAnswers, { indexed: true }),
    answerWords: long("答复", { max: 2_000 }),
    document: text("形成文件", { max: 120 }),
    answeredOn: day("答复日期", { readOnly, indexed: true }),
    escalatedOn: day("提级日期", { readOnly }),
    escalatedTo: organ("提级至", { readOnly }),
  },
  search: ["number", "title"],
  list: {
    columns: ["number", "title", "kind", "wants", "organ", "area", "state", "dueOn", "answer", "document"],
    filters: ["area", "state", "kind", "channel", "organ", "answer", "dueOn", "answeredOn"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    support: { label: "政策支持", where: { kind: "support" }, sort: "-openedAt" },
    difficulty: { label: "难点问题", where: { kind: "difficulty", open: true }, sort: "dueOn" },
    escalated: { label: "已提级", where: { escalatedOn: { set: true } }, sort: "-escalatedOn" },
  },
  reminders: [
    { level: 1, working: -3 },
    { level: 2, working: 0 },
    { level: 3, working: 2, escalates: true },
  ],
  requests: {
    position: {
      label: "研商意见",
      due: { working: 5 },
      by: "committee.coordinate",
      to: "named",
      answer: "reply",
      from: ["raised", "consulting"],
    },
  },
  states: {
    raised: { label: "待研商", due: { field: "dueOn" } },
    consulting: { label: "研商中", due: { field: "dueOn" } },
    answered: { label: "已答复", end: true },
    withdrawn: { label: "已撤回", end: true },
  },
  start: "raised",
  byHand: {
    asks: ["kind", "title", "wants", "amount", "channel", "detail", "options", "dueOn", "papers"],
    async ready({ tx, actor, today }, given) {
      if (!actor.organId) return refuse("conflict", "committee.no_organ");
      if (typeof given.dueOn === "string" && given.dueOn < today) return refuse("invalid", "committee.due_in_past");
      return ok({ number: await nextNumber(tx, "XT", today), organ: actor.organId, turn: actor.organId });
    },
  },
  example: {
    number: "XT2026-004",
    kind: "support",
    title: "街道应急消防管理站增加专职编制",
    wants: "posts",
    amount: "每站 2 名",
    channel: "own",
    organ: "01997c2e-8f00-7000-8000-000000000002",
    detail: "现有人员均为兼职",
    dueOn: "2026-05-31",
    answer: "partly",
    answerWords: "每站增加 1 名",
    document: "衢编办〔2026〕12 号",
  },
  moves: {
    consult: {
      label: "提交研商",
      from: ["raised"],
      to: "consulting",
      by: "committee.coordinate",
      takes: ["meeting", "options"],
      note: "optional",
    },
    answer: {
      label: "答复",
      from: ["consulting", "raised"],
      to: "answered",
      by: "committee.coordinate",
      asks: ["answer", "answerWords"],
      takes: ["document", "meeting"],
      waitsFor: ["position"],
      note: "optional",
      closed: notByRaiser,
      sets: (_, __, { today }) => ({ answeredOn: today }),
    },
    escalate: {
      label: "提请上级协调",
      from: ["raised", "consulting"],
      to: "consulting",
      by: "committee.coordinate",
      passTo: { organ: "turn" },
      note: "required",
      async ready({ tx }, row) {
        // The committee's office one level up. Organs are known by name everywhere; committees above are out of sight here.
        const { rows } = await sql<{ organ: string }>`select o.id as organ from organizations.v_organ o
          where o.kind = 'committee' and o.level in ('city', 'county')
            and ${row.area}::bigint between o.area and o.area + case o.level when 'city' then 100000000000 else 1000000000 end::bigint - 1
            and o.area < coalesce((select t.area from organizations.v_organ t where t.id = ${(row.turn as string | null) ?? null}), ${row.area})
          order by o.area desc, o.name like '%办公室' desc limit 1`.execute(tx);
        return ok({ above: rows[0]?.organ ?? null });
      },
      refuse: (_, { above }) => (above === null ? { code: "committee.nobody_above" } : undefined),
      sets: (_, { above }, { today }) => ({ turn: above, escalatedTo: above, escalatedOn: today }),
    },
    withdraw: { label: "撤回", from: ["raised", "consulting"], to: "withdrawn", by: "committee.coordinate", note: "required" },
  },
});
