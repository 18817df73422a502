/** 会议纪要 .docx: as it stands, marked 未签发 until it is issued; printed on the office's own template where it has one. */
import { z } from "zod";
import { dayWords, fillDocument } from "#modules/supervision/enforcement/index.ts";
import { inRequest } from "#platform/http/server.ts";
import { ok, type Result } from "#platform/result.ts";
import type { RawRoute, RouteContext } from "#platform/route.ts";
import { dayOf } from "#platform/values.ts";
import { MEETING } from "./meeting.ts";
import type { MeetingPage } from "./shapes.ts";
import { pageOf } from "./show.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The minutes as a kind of document; its key is that of an office's own template. */
const minutesKind = {
  key: "meeting-minutes",
  title: "会议纪要",
  mark: "纪要",
  levels: 0 as const,
  ground: "消防安全委员会议事规则",
  source: "SH-1.9, QZ-3.3.1",
  confidence: "unknown" as const,
  foot: "会议议定事项由办公室跟踪，逾期记入考核。",
  fields: {
    name: { label: "会议名称", kind: "text" as const, required: true },
    when: { label: "时间", kind: "text" as const, required: true },
    where: { label: "地点", kind: "text" as const, required: false },
    presider: { label: "主持", kind: "text" as const, required: false },
    recorder: { label: "记录", kind: "text" as const, required: false },
    attendance: { label: "到会", kind: "long" as const, required: false },
    items: {
      label: "议题清单",
      kind: "rows" as const,
      required: true,
      columns: { no: "序号", title: "议题", who: "汇报", seen: "所见", text: "纪要" },
    },
    tasks: {
      label: "任务清单",
      kind: "rows" as const,
      required: false,
      columns: { no: "序号", what: "事项", organ: "承办", owner: "责任人", due: "期限" },
    },
  },
  body: [
    "-会议：{会议名称}",
    "-时间：{时间}　　地点：{地点}",
    "-主持：{主持}　　记录：{记录}",
    "-到会：{到会}",
    "{#议题清单}",
    "-{序号}．{议题}（{汇报}）",
    "-{所见}",
    "{纪要}",
    "{/议题清单}",
    "议定事项：",
    "{#任务清单}",
    "-{序号}．{承办}：{事项}。责任人：{责任人}，期限：{期限}",
    "{/任务清单}",
  ].join("\n"),
};

const presenceWords = (page: MeetingPage): string => {
  const { expected, present, deputed, leave } = page.attendance;
  const names = (presence: string) =>
    page.attendees
      .filter((each) => each.kind === "member" && each.presence === presence)
      .map(({ organName, name, deputy }) => `${organName} ${deputy ?? name}`);
  const parts = [`应到 ${expected}，实到 ${present}，代会 ${deputed}，请假 ${leave}`, names("present").join("、")];
  const [deputies, absent] = [names("deputed"), names("leave")];
  if (deputies.length > 0) parts.push(`代会：${deputies.join("、")}`);
  if (absent.length > 0) parts.push(`请假：${absent.join("、")}`);
  return parts.filter(Boolean).join("；");
};

export const minutesValues = (page: MeetingPage): Readonly<Record<string, unknown>> => ({
  name: page.meeting.title,
  when: dayWords(page.meeting.heldOn ?? dayOf(new Date(page.meeting.beginsAt))),
  where: page.meeting.place,
  presider: page.meeting.presider,
  recorder: page.meeting.recorder,
  attendance: presenceWords(page),
  items: page.agendas.map((agenda, index) => ({
    no: index + 1,
    title: agenda.title,
    who: [agenda.presenterOrganName, agenda.presenter].filter(Boolean).join(" ") || "—",
    seen:
      agenda.seen.length === 0
        ? ""
        : `会上所见：${agenda.seen.map(({ area, label, words, value }) => [area, label, words, value].filter(Boolean).join(" ")).join("；")}`,
    text: agenda.text,
  })),
  tasks: page.resolutions.map((each, index) => ({
    no: index + 1,
    what: each.title,
    organ: each.kind === "decision" ? "决定" : each.organName,
    owner: each.owner ?? "—",
    due: each.dueOn ? dayWords(each.dueOn) : "—",
  })),
});

async function printed(context: RouteContext, id: string): Promise<Result<{ readonly page: MeetingPage; readonly docx: Buffer }>> {
  const page = await pageOf(context, id);
  if (!page.ok) return page;
  const { meeting } = page.value;
  const { tx, services, today } = context;
  const docx = await fillDocument(tx, services, {
    kind: minutesKind,
    values: minutesValues(page.value),
    organ: { id: null, name: meeting.organName ?? "" },
    number: meeting.minutesNumber ?? "（未签发）",
    party: meeting.title,
    on: meeting.issuedOn ?? today,
  });
  context.audit({ action: "取会议纪要", subject: MEETING, subjectId: id, area: meeting.area, detail: { number: meeting.minutesNumber } });
  return ok({ page: page.value, docx });
}

const input = z.object({ id: z.uuid() });

export const minutesFile: RawRoute = {
  method: "GET",
  path: "/committee/meetings/:id/minutes.docx",
  summary: "取会议纪要",
  tag: "会议",
  permission: `${MEETING}.read`,
  input,
  output: z.string(),
  sends: DOCX,
  async answer({ request, reply, services }) {
    const given = input.safeParse(request.params);
    const id = given.data?.id ?? "";
    const found = await inRequest({ ...minutesFile, audited: true }, request, reply, services, (context) => printed(context, id));
    if (!found.ok) return found;
    const { page, docx } = found.value as { readonly page: MeetingPage; readonly docx: Buffer };
    const name = `${page.meeting.title}纪要${page.meeting.minutesNumber ? "" : "（草稿）"}.docx`;
    void reply.type(DOCX).header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    return ok(docx);
  },
};
