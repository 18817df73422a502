/** Who I am, what I may do, where I begin; which posts I hold and which sessions are open in my name. */
import { z } from "zod";
import { actorKinds } from "#platform/actor.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { SESSION_COOKIE, stepsOf } from "./authenticate.ts";
import { tellChanged } from "./changed.ts";
import { landingOf } from "./domain/roles.ts";
import { menuOf } from "./menu.ts";
import { hashToken } from "./secrets.ts";
import {
  chooseSessionPosting,
  endSessionById,
  findPosting,
  findSession,
  listPostings,
  listSessions,
  readPolicy,
  type SessionRow,
} from "./store.ts";

const base = { tag: "我的", permission: "signed-in", scope: "owner" } as const;

const menuShape = { key: z.string(), label: z.string(), path: z.string() };
const menuItem = z
  .object({ ...menuShape, tabs: z.array(z.object(menuShape)).describe("一项能力的各页，显示为页签") })
  .meta({ id: "MenuItem" });
const me = z
  .object({
    user: z.object({
      id: z.uuid(),
      name: z.string(),
      account: z.string(),
      post: z.string().nullable(),
      organ: z.string().nullable(),
      areaName: z.string(),
      kind: z.enum(actorKinds),
      role: z.string().nullable(),
      area: z.number().int(),
      unitId: z.uuid().nullable(),
      hasTotp: z.boolean(),
    }),
    posts: z.array(
      z.object({
        id: z.uuid(),
        role: z.string(),
        roleLabel: z.string(),
        organ: z.string().nullable(),
        areaName: z.string(),
        title: z.string().nullable(),
        active: z.boolean(),
      }),
    ),
    permissions: z.array(z.string()),
    landing: z.string(),
    menus: z.array(z.object({ ...menuShape, icon: z.string(), children: z.array(menuItem) }).meta({ id: "MenuEntry" })),
    demo: z.boolean(),
    city: z.object({ code: z.string(), name: z.string() }),
    serverTime: z.string(),
    locale: z.string(),
    mustChangePassword: z.boolean().optional(),
    mustEnrolTotp: z.boolean().optional(),
  })
  .meta({ id: "Me", description: "登录的人：权限、菜单、首页" });

/** The session of this request. It was there when the request was let in; it may have ended since. */
export async function currentSession({
  tx,
  cookies,
}: Pick<RouteContext, "tx" | "cookies">): Promise<Result<SessionRow & { readonly tokenHash: Buffer }>> {
  const tokenHash = hashToken(cookies.get(SESSION_COOKIE) ?? "");
  const session = await findSession(tx, tokenHash);
  return session ? ok({ ...session, tokenHash }) : refuse("unauthenticated", "http.signed_out");
}

export const showMeRoute = route({
  ...base,
  method: "GET",
  path: "/me",
  summary: "我是谁：权限、菜单、首页",
  input: z.object({}),
  output: me,
  async run(context) {
    const { tx, actor, now, services, language } = context;
    const current = await currentSession(context);
    if (!current.ok) return current;
    const session = current.value;
    const { read } = services.spoken[language];
    const steps = stepsOf(session, await readPolicy(tx), now);
    const posts = (await listPostings(tx, actor.userId)).map(({ id, role, roleLabel, organName, areaName, title }) => ({
      id,
      role,
      roleLabel: read(roleLabel),
      organ: organName,
      areaName,
      title: title && read(title),
      active: id === session.posting,
    }));
    return ok({
      user: {
        id: actor.userId,
        name: actor.name,
        account: actor.account,
        post: actor.post && read(actor.post),
        organ: actor.organName,
        areaName: actor.areaName,
        kind: actor.kind,
        role: session.role,
        area: session.area,
        unitId: actor.unitId,
        hasTotp: session.hasTotp,
      },
      posts,
      permissions: [...actor.permissions].sort(),
      landing: landingOf(session.role),
      menus: menuOf(actor, services.spoken[language], landingOf(session.role)),
      demo: services.config.seed === "demo",
      city: { code: services.city.code, name: services.city.name },
      serverTime: now.toISOString(),
      locale: language === "zh" ? "zh-CN" : "en",
      ...(steps.mustChangePassword ? { mustChangePassword: true } : {}),
      ...(steps.mustEnrolTotp ? { mustEnrolTotp: true } : {}),
    });
  },
});

export const switchPostRoute = route({
  ...base,
  method: "POST",
  path: "/me/post",
  summary: "换一个岗位办事",
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  async run(context, { id }) {
    const { tx, actor, services, audit } = context;
    const posting = await findPosting(tx, id);
    if (!posting || posting.userId !== actor.userId) return refuse("not_found", "identity.unknown_posting", { id });
    const current = await currentSession(context);
    if (!current.ok) return current;
    await chooseSessionPosting(tx, current.value.sessionId, id);
    await tellChanged({ tx, services }, actor.userId);
    audit({ action: "切换岗位", subject: "identity.posting", subjectId: id });
    return ok({});
  },
});

export const listSessionsRoute = route({
  ...base,
  method: "GET",
  path: "/me/sessions",
  summary: "我的登录",
  input: z.object({}),
  output: z.object({
    sessions: z.array(z.object({ id: z.uuid(), createdAt: z.string(), lastSeenAt: z.string(), address: z.string(), current: z.boolean() })),
  }),
  async run(context) {
    const current = await currentSession(context);
    if (!current.ok) return current;
    const sessions = await listSessions(context.tx, context.actor.userId);
    return ok({ sessions: sessions.map((session) => ({ ...session, current: session.id === current.value.sessionId })) });
  },
});

export const endSessionRoute = route({
  ...base,
  method: "DELETE",
  path: "/me/sessions/:id",
  summary: "让我的另一处登录退出",
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  async run({ tx, actor, services, audit }, { id }) {
    if (!(await endSessionById(tx, actor.userId, id))) return refuse("not_found", "identity.unknown_session", { id });
    await tellChanged({ tx, services }, actor.userId);
    audit({ action: "退出另一处登录", subject: "identity.session", subjectId: id });
    return ok({});
  },
});
