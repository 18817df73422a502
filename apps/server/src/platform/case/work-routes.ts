/** The routes of 工作台: anybody who is signed in asks about himself, inside his own area and rights. */
import { z } from "zod";
import { may } from "../actor.ts";
import { pathOf } from "../ledger/names.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import { countTodo, listDone, listOpened, listTodo } from "./my-work.ts";
import { type Beyond, listTold, markRead } from "./notices.ts";
import { type Told, workCounts, workPages } from "./work-shapes.ts";

const base = { tag: "工作台", permission: "signed-in" } as const;
const limit = z.coerce.number().int().min(1).max(100).default(30);
const after = z.string().max(200).optional();
const kind = z.string().max(80).optional();

const UUID_OR_NUMBER = /^([0-9a-f-]{36}|\d{1,18})$/i;
const encode = ({ at, id }: Beyond): string => Buffer.from(JSON.stringify([at, id])).toString("base64url");
/** Where the page before ended: a moment and what happened then. */
function decode(text: string | undefined): Result<Beyond | null> {
  if (text === undefined) return ok(null);
  try {
    const [at, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    const isSound = typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "string" && UUID_OR_NUMBER.test(id);
    return isSound ? ok({ at, id }) : refuse("invalid", "ledger.bad_cursor");
  } catch {
    return refuse("invalid", "ledger.bad_cursor");
  }
}

/** What kind of case it is, and its address for whoever may open it. */
function opening({ services, actor, language }: RouteContext, { caseName, caseId }: Told) {
  const declared = services.spoken[language].registry.cases.get(caseName);
  return { kind: declared?.label ?? "", href: may(actor, `${caseName}.read`) ? `/${pathOf(caseName)}?open=${caseId}` : null };
}

/** Enough to know that there is something to read; more is "99+". */
const UNREAD_SHOWN = 100;

export const workRoutes: readonly Route[] = [
  route({
    ...base,
    method: "GET",
    path: "/work/counts",
    summary: "我的待办与未读 计数",
    input: z.object({}),
    output: workCounts,
    async run(context) {
      const told = await listTold(context.actor, { unreadAt: context.now, beyond: null, limit: UNREAD_SHOWN }, context.tx);
      return ok({ ...(await countTodo(context)), unread: told.length });
    },
  }),
  route({
    ...base,
    method: "GET",
    path: "/work/todo",
    summary: "待办",
    input: z.object({ kind, after, limit }),
    output: workPages.todo,
    example: { input: { limit: 30 } },
    run: listTodo,
  }),
  route({
    ...base,
    method: "GET",
    path: "/work/done",
    summary: "已办",
    input: z.object({ kind, after, limit }),
    output: workPages.done,
    example: { input: { limit: 30 } },
    async run(context, query) {
      if (query.after !== undefined && !/^\d{1,18}$/.test(query.after)) return refuse("invalid", "ledger.bad_cursor");
      const before = query.after === undefined ? null : Number(query.after);
      const { acts, next } = await listDone(context, { kind: query.kind, before, limit: query.limit });
      return ok({ items: acts, next });
    },
  }),
  route({
    ...base,
    method: "GET",
    path: "/work/opened",
    summary: "我发起",
    input: z.object({ after, limit }),
    output: workPages.opened,
    example: { input: { limit: 30 } },
    async run(context, query) {
      const beyond = decode(query.after);
      if (!beyond.ok) return beyond;
      const { acts, next } = await listOpened(context, { beyond: beyond.value, limit: query.limit });
      return ok({ items: acts, next: next && encode(next) });
    },
  }),
  route({
    ...base,
    method: "GET",
    path: "/work/told",
    summary: "抄送",
    input: z.object({ after, limit, unread: z.enum(["true", "false"]).default("false") }),
    output: workPages.told,
    example: { input: { limit: 30 } },
    async run(context, query) {
      const beyond = decode(query.after);
      if (!beyond.ok) return beyond;
      const asked = { unreadAt: query.unread === "true" ? context.now : null, beyond: beyond.value, limit: query.limit + 1 };
      const rows = await listTold(context.actor, asked, context.tx);
      const shown = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? shown.at(-1) : undefined;
      const items = shown.map((each) => ({ ...each, ...opening(context, each) }));
      return ok({ items, next: last ? encode({ at: last.askedAt, id: last.id }) : null });
    },
  }),
  route({
    ...base,
    method: "POST",
    path: "/work/told/read",
    summary: "抄送 已读",
    input: z.object({ ids: z.array(z.uuid()).max(200).optional() }),
    output: z.object({ read: z.number().int() }),
    async run({ actor, tx }, { ids }) {
      return ok({ read: await markRead(actor, ids ?? null, tx) });
    },
  }),
];
