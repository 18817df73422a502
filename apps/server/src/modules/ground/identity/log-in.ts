/** 登录 and 退出. */
import { z } from "zod";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { SESSION_COOKIE, stepsOf } from "./authenticate.ts";
import { tellChanged } from "./changed.ts";
import type { Policy } from "./domain/policy.ts";
import { prove } from "./prove.ts";
import { hashToken, newToken } from "./secrets.ts";
import { type Account, addSession, endSession, findSession, listPostings, noteLogin, readPolicy } from "./store.ts";

const steps = z.object({ mustChangePassword: z.boolean().optional(), mustEnrolTotp: z.boolean().optional() });
const example = { account: "zhouhaiyan", password: "口令" };

/** Guesses being checked in this process at once; each costs a core some 25 ms and 19 MiB. */
const MOST_AT_ONCE = 8;
let checking = 0;

export const logInRoute = route({
  method: "POST",
  path: "/session",
  summary: "登录",
  tag: "会话",
  permission: "public",
  scope: "owner",
  keepsRefusals: true,
  input: z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(256), code: z.string().max(40).optional() }),
  output: steps,
  example: { input: example, output: {} },
  async run(context, given) {
    if (checking >= MOST_AT_ONCE) return refuse("too_many", "identity.busy");
    checking += 1;
    try {
      const policy = await readPolicy(context.tx);
      const proved = await prove(given, policy, context);
      return proved.ok ? await begin(proved.value, policy, context) : proved;
    } finally {
      checking -= 1;
    }
  },
});

/** Opens a session for somebody who has proved who he is; an account that may not be used yet, or any more, is told so only now. */
async function begin(account: Account, policy: Policy, context: RouteContext): Promise<Result<z.input<typeof steps>>> {
  const { tx, now, address } = context;
  if (account.state !== "active") {
    context.audit({
      action: "登录失败",
      subject: "identity.user",
      subjectId: account.id,
      detail: { account: account.account, state: account.state },
    });
    return refuse("unauthenticated", account.state === "pending" ? "identity.pending" : "identity.disabled");
  }
  const before = context.cookies.get(SESSION_COOKIE);
  if (before) await endSession(tx, hashToken(before));
  const token = newToken();
  const tokenHash = hashToken(token);
  const posting = (await listPostings(tx, account.id))[0]?.id ?? null;
  await addSession(tx, { tokenHash, userId: account.id, posting, createdAt: now, address });
  await noteLogin(tx, account.id, now);
  context.audit({
    by: { id: account.id, name: account.name },
    action: "登录",
    subject: "identity.user",
    subjectId: account.id,
    detail: { account: account.account, name: account.name },
  });
  setSessionCookie(context, token, policy);
  const session = await findSession(tx, tokenHash);
  const { mustChangePassword, mustEnrolTotp } = session
    ? stepsOf(session, policy, now)
    : { mustChangePassword: false, mustEnrolTotp: false };
  return ok({ ...(mustChangePassword ? { mustChangePassword } : {}), ...(mustEnrolTotp ? { mustEnrolTotp } : {}) });
}

/** The cookie lives as long as any session may; the session itself ends by the policy. */
export const setSessionCookie = ({ cookies }: Pick<RouteContext, "cookies">, token: string, policy: Policy): void =>
  cookies.set(SESSION_COOKIE, token, { maxAgeSeconds: Math.max(policy.sessionHours, policy.dutySessionHours) * 3_600 });

export const logOutRoute = route({
  method: "DELETE",
  path: "/session",
  summary: "退出",
  tag: "会话",
  permission: "signed-in",
  scope: "owner",
  input: z.object({}),
  output: z.object({}),
  async run({ tx, actor, services, cookies, audit }) {
    const token = cookies.get(SESSION_COOKIE);
    if (token) await endSession(tx, hashToken(token));
    cookies.clear(SESSION_COOKIE);
    await tellChanged({ tx, services }, actor.userId);
    audit({ action: "退出", subject: "identity.user", subjectId: actor.userId });
    return ok({});
  },
});
