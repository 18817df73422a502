/** What the meeting's page is told. */
import { z } from "zod";
import { agendaKinds, meetingKinds, presence, resolutionKinds, spreads, themes } from "./domain/kinds.ts";

export const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
const maybe = z.string().nullable();

const meetingShape = z.object({
  id: z.uuid(),
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(keys(meetingKinds)),
  kindLabel: z.string(),
  theme: z.enum(keys(themes)),
  themeLabel: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  area: z.number().int(),
  committee: z.uuid().nullable(),
  committeeName: maybe,
  organName: maybe,
  openedAt: z.string(),
  beginsAt: z.string(),
  place: maybe,
  presider: maybe,
  recorder: maybe,
  noticedOn: maybe,
  heldOn: maybe,
  minutesDueOn: maybe,
  issuedOn: maybe,
  issuedBy: maybe,
  minutesNumber: maybe,
  frozenAt: maybe,
  sm3: maybe.describe("会上所见的快照校验值（SM3）；没有用数据为空"),
});

const notice = z.object({ receivedAt: maybe, answeredAt: maybe, answer: maybe }).nullable().describe("会议通知的回执；没有发过为空");
const attendeeShape = z.object({
  id: z.uuid(),
  organ: z.uuid(),
  organName: z.string(),
  name: z.string(),
  post: maybe,
  kind: z.enum(["member", "invited"]),
  presence: z.enum(keys(presence)),
  deputy: maybe,
  reason: maybe,
  notice,
});

const hint = z.object({ start: z.number().int(), end: z.number().int(), text: z.string(), lacks: z.array(z.enum(["organ", "day"])) });
const agendaShape = z.object({
  id: z.uuid(),
  version: z.number().int(),
  ord: z.number().int(),
  title: z.string(),
  kind: z.enum(keys(agendaKinds)),
  kindLabel: z.string(),
  presenterOrgan: z.uuid().nullable(),
  presenterOrganName: maybe,
  presenter: maybe,
  minutesLong: z.number().int().nullable(),
  clause: maybe,
  materials: z.array(z.uuid()),
  shows: z.array(z.object({ measure: z.string(), area: z.number().int() })),
  seen: z.array(z.object({ label: z.string(), area: z.string(), value: z.string(), words: z.string() })),
  seenAt: maybe,
  text: z.string(),
  savedAt: maybe,
  setAside: z.array(z.string()),
  hints: z.array(hint).describe("像是交办、还没有成任务的句子"),
});

const resolutionShape = z.object({
  id: z.uuid(),
  agenda: z.uuid(),
  kind: z.enum(keys(resolutionKinds)),
  no: z.number().int().describe("本议题内的序号，任务与决定各自编号"),
  title: z.string(),
  words: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  spread: z.enum(keys(spreads)),
  organ: z.uuid().nullable(),
  organName: z.string(),
  supports: z.array(z.object({ organ: z.string(), name: z.string() })),
  owner: maybe,
  dueOn: maybe,
  clause: maybe,
  lacks: z.array(z.enum(["organ", "owner", "day", "late"])),
  cosign: z.object({ asked: z.number().int(), granted: z.number().int(), refused: z.number().int() }),
  tasks: z.array(
    z.object({ id: z.uuid(), number: z.string(), organ: z.string(), state: z.string(), stateLabel: z.string(), closed: z.boolean() }),
  ),
});

const heldBack = z.object({
  kind: z.enum(["tasks", "sentences", "silent", "refused"]),
  n: z.number().int(),
  lacks: z.array(z.enum(["organ", "owner", "day", "late"])),
  agendas: z.array(z.string()),
  organs: z.array(z.string()),
});

export const meetingPage = z
  .object({
    meeting: meetingShape,
    attendance: z.object({
      expected: z.number().int(),
      present: z.number().int(),
      deputed: z.number().int(),
      leave: z.number().int(),
      absent: z.number().int(),
      unknown: z.number().int(),
    }),
    attendees: z.array(attendeeShape),
    agendas: z.array(agendaShape),
    resolutions: z.array(resolutionShape),
    heldBack: z.array(heldBack).describe("纪要为什么还不能签发；空为可以签发"),
    silent: z.array(z.string()).describe("请了会签、对现在的文字和期限还没有答复的单位"),
    owed: z.object({ perYear: z.number().int().nullable(), held: z.number().int() }),
    openBefore: z.number().int().describe("以前会议交办、还没有办结的任务"),
    acts: z.boolean().describe("本单位可代表召集单位办理"),
  })
  .meta({ id: "MeetingPage", description: "一次会议：议程、到会、纪要、议定事项和为什么还不能签发" });
export type MeetingPage = z.output<typeof meetingPage>;
