/** 改密码: proves the present one, keeps the rules, ends every other session of the account. */
import { z } from "zod";
import { ok, type Result, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { tellChanged } from "./changed.ts";
import { minutesLocked } from "./domain/lockout.ts";
import { checkPassword } from "./domain/password.ts";
import type { Policy } from "./domain/policy.ts";
import { setSessionCookie } from "./log-in.ts";
import { countFailure } from "./prove.ts";
import { hashPassword, hashToken, matchesPassword, newToken } from "./secrets.ts";
import { currentSession } from "./show-me.ts";
import { type Account, endSessionsOf, holdThrottle, lockAccount, readPolicy, readThrottle, renameSession, savePassword } from "./store.ts";

export const changePasswordRoute = route({
  method: "POST",
  path: "/me/password",
  summary: "改密码",
  tag: "我的",
  permission: "signed-in",
  scope: "owner",
  keepsRefusals: true,
  input: z.object({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) }),
  output: z.object({}),
  example: { input: { current: "旧口令", next: "新口令" }, output: {} },
  async run(context, { current, next }) {
    const { tx, actor, now } = context;
    const session = await currentSession(context);
    if (!session.ok) return session;
    const policy = await readPolicy(tx);
    await holdThrottle(tx, "account", actor.account);
    const minutes = minutesLocked(await readThrottle(tx, "account", actor.account), now);
    if (minutes > 0) return refuse("conflict", "identity.locked", { minutes });
    const account = await lockAccount(tx, actor.userId);
    if (!account) return refuse("unauthenticated", "http.signed_out");
    if (!(await matchesPassword(account.passwordHash, current))) {
      await countFailure(account.account, "identity.wrong_present_password", account, policy, context);
      return refuse("invalid", "identity.wrong_present_password");
    }
    const fit = await fits(next, account, policy);
    if (!fit.ok) return fit;
    await savePassword(tx, account.id, { hash: await hashPassword(next), setAt: now, mustChange: false }, policy.passwordHistory);
    const token = newToken();
    await renameSession(tx, session.value.tokenHash, hashToken(token));
    const ended = await endSessionsOf(tx, account.id, hashToken(token));
    setSessionCookie(context, token, policy);
    await tellChanged(context, account.id);
    context.audit({ action: "改密码", subject: "identity.user", subjectId: account.id, detail: { sessionsEnded: ended } });
    return ok({});
  },
});

/** Rules first, then the present and the last few: reuse is found by trying the hashes, they tell nothing else. */
async function fits(next: string, account: Account, policy: Policy): Promise<Result<null>> {
  const rules = checkPassword(next, account.account, policy.passwordMinLength);
  if (!rules.ok) return rules;
  if (policy.passwordHistory === 0) return ok(null);
  for (const hash of [account.passwordHash, ...account.previous.slice(0, policy.passwordHistory)])
    if (await matchesPassword(hash, next)) return refuse("invalid", "identity.reused_password", { count: policy.passwordHistory });
  return ok(null);
}
