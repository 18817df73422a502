/** 动态码: start (a secret), verify (the phone has it; recovery codes shown once), remove. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { tellChanged } from "./changed.ts";
import { minutesLocked } from "./domain/lockout.ts";
import { isAdmin } from "./domain/roles.ts";
import { countFailure, proveCode, totpPlace } from "./prove.ts";
import { hashToken, newRecoveryCodes } from "./secrets.ts";
import { confirmTotp, holdThrottle, lockAccount, readPolicy, readThrottle, saveTotp } from "./store.ts";
import { acceptCode, base32, enrolmentUri } from "./totp.ts";

const base = { tag: "我的", permission: "signed-in", scope: "owner" } as const;
const ISSUER = "燧人";
const SECRET_BYTES = 20;

export const startTotpRoute = route({
  ...base,
  method: "POST",
  path: "/me/totp",
  summary: "绑定动态码：取密钥",
  input: z.object({}),
  output: z.object({ secret: z.string(), uri: z.string() }),
  async run({ tx, actor, services, audit }) {
    const account = await lockAccount(tx, actor.userId);
    if (!account) return refuse("unauthenticated", "http.signed_out");
    if (account.totpConfirmedAt !== null) return refuse("conflict", "identity.totp_already");
    const secret = randomBytes(SECRET_BYTES);
    await saveTotp(tx, account.id, services.sealer.seal(secret.toString("base64"), totpPlace(account.id)));
    audit({ action: "开始绑定动态码", subject: "identity.user", subjectId: account.id });
    return ok({ secret: base32(secret), uri: enrolmentUri(secret, account.account, ISSUER) });
  },
});

export const verifyTotpRoute = route({
  ...base,
  method: "POST",
  path: "/me/totp/verify",
  summary: "绑定动态码：验证第一个码",
  input: z.object({ code: z.string().max(12) }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  example: { input: { code: "287082" } },
  async run({ tx, actor, now, services, audit }, { code }) {
    const account = await lockAccount(tx, actor.userId);
    if (!account?.totpSecret) return refuse("conflict", "identity.totp_not_started");
    if (account.totpConfirmedAt !== null) return refuse("conflict", "identity.totp_already");
    const secret = Buffer.from(services.sealer.open(account.totpSecret, totpPlace(account.id)), "base64");
    const step = acceptCode(secret, code.replace(/\s/g, ""), now, null);
    if (step === null) return refuse("invalid", "identity.totp_wrong");
    const recoveryCodes = [...newRecoveryCodes()];
    await confirmTotp(tx, account.id, step, now, recoveryCodes.map(hashToken));
    await tellChanged({ tx, services }, account.id);
    audit({ action: "绑定动态码", subject: "identity.user", subjectId: account.id });
    return ok({ recoveryCodes });
  },
});

export const removeTotpRoute = route({
  ...base,
  method: "DELETE",
  path: "/me/totp",
  summary: "解除动态码",
  keepsRefusals: true,
  input: z.object({ code: z.string().min(6).max(40) }),
  output: z.object({}),
  async run(context, { code }) {
    const { tx, actor, now, audit } = context;
    await holdThrottle(tx, "account", actor.account);
    const minutes = minutesLocked(await readThrottle(tx, "account", actor.account), now);
    if (minutes > 0) return refuse("conflict", "identity.locked", { minutes });
    const account = await lockAccount(tx, actor.userId);
    if (!account || account.totpConfirmedAt === null) return refuse("conflict", "identity.totp_not_started");
    const policy = await readPolicy(tx);
    if (isAdmin(account.kind) && policy.adminTotp) return refuse("conflict", "identity.totp_demanded");
    if (!(await proveCode(account.id, code, context))) {
      await countFailure(account.account, "identity.totp_wrong", account, policy, context);
      return refuse("invalid", "identity.totp_wrong");
    }
    await saveTotp(tx, account.id, null);
    await tellChanged(context, account.id);
    audit({ action: "解除动态码", subject: "identity.user", subjectId: account.id });
    return ok({});
  },
});
