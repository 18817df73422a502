/** Account names 账号: Latin letters, digits, Chinese characters, `.`, `_`, `-`; compared without case. */
import { ok, type Result, refuse } from "#platform/result.ts";

/** One spelling per account: full-width forms folded, spaces gone, small letters. */
export const normalAccount = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();

export function checkAccount(text: string): Result<string> {
  const account = normalAccount(text);
  return /^[\p{Script=Han}a-z0-9][\p{Script=Han}a-z0-9._-]{1,31}$/u.test(account) ? ok(account) : refuse("invalid", "identity.bad_account");
}
