/** Proof of who somebody is: password, then one-time or recovery code, counted against the locks. */

import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { normalAccount } from "./domain/account.ts";
import { afterFailure, minutesLocked, type Throttle } from "./domain/lockout.ts";
import { accountRule, addressRule, type Policy } from "./domain/policy.ts";
import { decoyHash, hashToken, matchesPassword } from "./secrets.ts";
import {
  type Account,
  clearThrottle,
  findByAccount,
  holdThrottle,
  lockAccount,
  noteTotpStep,
  readThrottle,
  saveThrottle,
  useRecoveryCode,
} from "./store.ts";
import { acceptCode } from "./totp.ts";

export type Given = { readonly account: string; readonly password: string; readonly code?: string | undefined };
type Context = Pick<RouteContext, "tx" | "now" | "address" | "audit" | "services">;

export const totpPlace = (userId: string): string => `identity.credential/${userId}/totp`;

/**
 * The account these words belong to. Failures count whether the account exists or not, take as long, and are answered alike.
 * The caller's route keeps refusals, so that a count survives the refusal it caused.
 */
export async function prove(given: Given, policy: Policy, context: Context): Promise<Result<Account>> {
  const { tx, now, address } = context;
  const key = normalAccount(given.account).slice(0, 64);
  const early = await checkAddress(context);
  if (!early.ok) return early;
  await holdThrottle(tx, "account", key);
  const minutes = minutesLocked(await readThrottle(tx, "account", key), now);
  if (minutes > 0) return refuse("unauthenticated", "identity.locked", { minutes });

  const found = await findByAccount(tx, key);
  const matches = await matchesPassword(found?.passwordHash ?? (await decoyHash()), given.password);
  // Again, now that the words were weighed: guesses sent side by side all saw the lock open. Not held before: one address is many people.
  await holdThrottle(tx, "address", address);
  const late = await checkAddress(context);
  if (!late.ok) return late;
  if (!found || !matches) return fail(key, "identity.wrong_credentials", found, policy, context);
  if (found.totpConfirmedAt !== null) {
    if (!given.code) return refuse("unauthenticated", "identity.totp_required");
    if (!(await proveCode(found.id, given.code, context))) return fail(key, "identity.totp_wrong", found, policy, context);
  }
  await clearThrottle(tx, "account", key);
  return ok(found);
}

async function checkAddress({ tx, address, now }: Context): Promise<Result<null>> {
  const minutes = minutesLocked(await readThrottle(tx, "address", address), now);
  return minutes > 0 ? refuse("too_many", "identity.address_locked", { minutes }) : ok(null);
}

/** Six digits from the phone, or one of the recovery codes. */
export async function proveCode(
  userId: string,
  code: string,
  { tx, now, services }: Pick<Context, "tx" | "now" | "services">,
): Promise<boolean> {
  const account = await lockAccount(tx, userId);
  if (!account?.totpSecret || account.totpConfirmedAt === null) return false;
  const typed = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return useRecoveryCode(tx, userId, hashToken(typed), now);
  const secret = Buffer.from(services.sealer.open(account.totpSecret, totpPlace(userId)), "base64");
  const step = acceptCode(secret, typed, now, account.totpLastStep);
  if (step !== null) await noteTotpStep(tx, userId, step);
  return step !== null;
}

async function fail(key: string, code: string, account: Account | undefined, policy: Policy, context: Context): Promise<Result<never>> {
  const throttle = await countFailure(key, code, account, policy, context);
  const minutes = minutesLocked(throttle, context.now);
  if (minutes > 0) return refuse("unauthenticated", "identity.locked", { minutes });
  return refuse("unauthenticated", code, { left: policy.lockAfter - throttle.failures });
}

/** One more failure of this account and address. The caller holds the account's throttle. @returns the account's count now */
export async function countFailure(
  key: string,
  code: string,
  account: Account | undefined,
  policy: Policy,
  { tx, now, address, audit }: Omit<Context, "services">,
): Promise<Throttle> {
  const ofAccount = afterFailure(await readThrottle(tx, "account", key), accountRule(policy), now);
  await saveThrottle(tx, "account", key, ofAccount);
  await holdThrottle(tx, "address", address);
  await saveThrottle(tx, "address", address, afterFailure(await readThrottle(tx, "address", address), addressRule(policy), now));
  const about = account ? { subject: "identity.user", subjectId: account.id } : {};
  audit({ action: "身份验证失败", ...about, detail: { account: key, code } });
  const minutes = minutesLocked(ofAccount, now);
  if (minutes > 0) audit({ action: "账号锁定", ...about, detail: { account: key, minutes } });
  return ofAccount;
}
