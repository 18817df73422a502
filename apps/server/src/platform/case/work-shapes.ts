/** What 工作台 is answered: a case as it stands for a reader, what he did with it, what his organ was told. */
import { z } from "zod";
import { instant } from "../values.ts";

const textOrNone = z.string().nullable();

const workItem = z
  .object({
    id: z.uuid(),
    caseName: z.string(),
    kind: z.string().describe("哪一类事项"),
    title: z.string(),
    place: z.string(),
    state: z.string(),
    isClosed: z.boolean(),
    dueAt: instant.nullable(),
    openedAt: instant.nullable(),
    holder: textOrNone.describe("轮到谁：人，否则机构"),
    href: z.string(),
  })
  .meta({ id: "WorkItem", description: "一件事项的现状" });
export type Item = z.output<typeof workItem>;

const todo = workItem.extend({ verb: textOrNone.describe("多半要办的一步") }).meta({ id: "WorkTodo", description: "待办的一件" });

const actShape = {
  lineId: z.string(),
  at: instant,
  caseName: z.string(),
  caseId: z.uuid(),
  move: textOrNone,
  kind: z.string(),
  moveLabel: textOrNone,
  item: workItem.nullable().describe("已不在本人辖区的没有"),
};
const done = z.object(actShape).meta({ id: "WorkDone", description: "本人办过的一件，以最后一步为准" });
const opened = z
  .object({ ...actShape, what: z.enum(["case", "notice"]), note: textOrNone, to: textOrNone, subject: textOrNone })
  .meta({ id: "WorkOpened", description: "本人立的一件，或发出的一次抄送" });

const told = z
  .object({
    id: z.uuid(),
    caseName: z.string(),
    caseId: z.uuid(),
    subject: z.string(),
    note: z.string(),
    askedAt: instant,
    byName: textOrNone,
    readAt: instant.nullable(),
  })
  .meta({ id: "WorkNotice", description: "抄送本机构的一件" });
export type Told = z.output<typeof told>;
const toldItem = told
  .extend({ kind: z.string(), href: textOrNone.describe("有权查看的才有") })
  .meta({ id: "WorkTold", description: "抄送本机构的一件，与其去处" });

const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: textOrNone.describe("下一页的 after") });

export const workPages = { todo: page(todo), done: page(done), opened: page(opened), told: page(toldItem) } as const;

const whole = z.number().int();
export const workCounts = z
  .object({
    todo: whole,
    pressing: whole.describe("今日到期或已逾期"),
    capped: z.boolean().describe("为真则不止此数"),
    unread: whole.describe("未读的抄送"),
  })
  .meta({ id: "WorkCounts", description: "我的待办与未读" });
