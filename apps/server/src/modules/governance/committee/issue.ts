/** 会签, 签发: those concerned sign, the minutes get their number, every marked task goes to who must do it, copies are told. SH-1.9, SH-1.12, QZ-3.3.1 */
import { sql } from "kysely";
import { z } from "zod";
import { raiseTask } from "#modules/governance/policy-tasks/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { askRequest, rewordRequest } from "#platform/case/requests.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { actingOn, moveByRoute } from "./convene.ts";
import { listWords, stands } from "./domain/cosign.ts";
import { MEETING, meeting } from "./meeting.ts";
import { minutesNumber } from "./numbers.ts";
import { type Named, spreadOver } from "./people.ts";
import { type MeetingPage, meetingPage } from "./shapes.ts";
import { cosignedOf, pageOf } from "./show.ts";

const tag = "会议";
type Resolution = MeetingPage["resolutions"][number];

/** The organs one resolution falls to. */
async function organsOf({ tx }: RouteContext, page: MeetingPage, resolution: Resolution): Promise<readonly Named[]> {
  const { meeting: of } = page;
  if (resolution.spread !== "one") return spreadOver(tx, resolution.spread, of.area, of.committee);
  return resolution.organ ? [{ id: resolution.organ, name: resolution.organName, area: of.area }] : [];
}

export const askCosign = route({
  method: "POST",
  path: "/committee/meetings/:id/cosign",
  summary: "请承办单位会签",
  description: "每个承办单位就其任务会签；问过以后任务的文字或期限改了的再问，没改的不再问。",
  tag,
  permission: "committee.convene",
  input: z.object({ id: z.uuid() }),
  output: meetingPage,
  async run(context, { id }) {
    const { tx, services, actor, now, today } = context;
    const found = await actingOn(context, id, ["held", "minutes"]);
    if (!found.ok) return found;
    const page = await pageOf(context, id);
    if (!page.ok) return page;
    const byOrgan = new Map<string, Resolution[]>();
    for (const resolution of page.value.resolutions.filter(({ kind }) => kind === "task"))
      for (const organ of await organsOf(context, page.value, resolution))
        byOrgan.set(organ.id, [...(byOrgan.get(organ.id) ?? []), resolution]);
    const had = new Map((await cosignedOf(context, id)).map((each) => [each.organ, each]));
    for (const [organ, tasks] of byOrgan) {
      const note = listWords(tasks);
      const last = had.get(organ);
      if (last && last.note === note && stands(last, note) !== "refused") continue;
      if (last && !last.answered) {
        await rewordRequest(last.id, note, { tx, now });
        continue;
      }
      const asked = await askRequest(
        eraseCase(meeting),
        id,
        { kind: "cosign", organ, note, files: [], given: {} },
        { actor, now, today, tx, services },
        readerOf(context),
      );
      if (!asked.ok) return asked;
    }
    return pageOf(context, id);
  },
});

const HELD_BACK = {
  tasks: "committee.held_back_tasks",
  sentences: "committee.held_back_sentences",
  silent: "committee.held_back_silent",
  refused: "committee.held_back_refused",
} as const;

async function giveTasks(context: RouteContext, page: MeetingPage): Promise<Result<number>> {
  const { tx, services, actor, now, today } = context;
  const { meeting: of } = page;
  let given = 0;
  for (const resolution of page.resolutions) {
    let copies = 0;
    if (resolution.kind === "task")
      for (const organ of await organsOf(context, page, resolution)) {
        const made = await raiseTask(
          tx,
          services,
          {
            title: resolution.title,
            organ: organ.id,
            dueOn: calendarDate.parse(resolution.dueOn),
            owner: resolution.owner,
            supports: resolution.supports.map((each) => each.organ),
            clause: resolution.clause,
            sourceKind: "minutes",
            sourceId: of.id,
            sourceHref: `/committee/meeting/${of.id}?agenda=${resolution.agenda}&mark=${resolution.id}`,
            sourceWords: resolution.words,
          },
          { actor, now, today },
        );
        if (!made.ok) return made;
        copies += 1;
      }
    if (resolution.kind === "task" && copies === 0) return refuse("conflict", "committee.falls_to_nobody", { title: resolution.title });
    await sql`update committee.resolution set issued_on = ${today}, tasks = ${copies}, version = version + 1, updated_at = now() where id = ${resolution.id}`.execute(
      tx,
    );
    given += copies;
  }
  return ok(given);
}

export const issueMinutes = route({
  method: "POST",
  path: "/committee/meetings/:id/issue",
  summary: "签发纪要并交办",
  description: "缺承办单位、责任人、期限的任务，未处理的句子，没有纪要的议题，或有单位不同意会签时不能签发，并说明原因。",
  tag,
  permission: "committee.issue",
  input: z.object({
    id: z.uuid(),
    copies: z.array(z.uuid()).max(20).default([]),
    note: z.string().trim().max(400).default(""),
    unsigned: z.boolean().default(false).describe("有单位还没有会签，仍要签发"),
  }),
  output: meetingPage,
  refuses: ["conflict"],
  async run(context, { id, copies, note, unsigned }) {
    const { tx, services, actor, now, today } = context;
    const found = await actingOn(context, id, ["minutes"]);
    if (!found.ok) return found;
    const page = await pageOf(context, id);
    if (!page.ok) return page;
    const [first] = page.value.heldBack;
    if (first) return refuse("conflict", HELD_BACK[first.kind], { n: first.n, organs: first.organs.join("、") });
    const { silent } = page.value;
    if (silent.length > 0 && !unsigned) return refuse("conflict", "committee.unsigned", { n: silent.length, organs: silent.join("、") });
    const organ = await sql<{
      id: string;
      name: string;
    }>`select id, short_name as name from organizations.v_organ where id = ${found.value.organ}`.execute(tx);
    const by = organ.rows[0];
    if (!by) return refuse("conflict", "committee.unknown_organ");
    const number = await minutesNumber(tx, by, today);
    const given = await giveTasks(context, page.value);
    if (!given.ok) return given;
    for (const copy of copies) {
      const told = await askRequest(
        eraseCase(meeting),
        id,
        {
          kind: "copy",
          organ: copy,
          note: note || `${number}：${listWords(page.value.resolutions)}`.slice(0, 2_000),
          files: [],
          given: {},
        },
        { actor: { ...actor, permissions: new Set([...actor.permissions, "committee.convene"]) }, now, today, tx, services },
        readerOf(context),
      );
      if (!told.ok) return told;
    }
    const decisions = page.value.resolutions.filter(({ kind }) => kind === "decision").length;
    const moved = await moveByRoute(context, id, "issue", {
      minutesNumber: number,
      issuedBy: actor.name,
      tasks: given.value,
      decisions,
      note: `${number}，交办 ${given.value} 项${silent.length > 0 ? `；未会签：${silent.join("、")}` : ""}`.slice(0, 2_000),
    });
    if (!moved.ok) return moved;
    context.audit({
      action: "签发纪要",
      subject: MEETING,
      subjectId: id,
      area: found.value.area,
      detail: { number, tasks: given.value, copies, unsigned: silent },
    });
    return pageOf(context, id);
  },
});
