/**
 * Rules for passwords 口令规则: length, kinds of characters, not the account, not a common one.
 * Source: GB/T 22239-2019 8.1.4.1 (身份鉴别信息具有复杂度要求并定期更换).
 */
import { ok, type Result, refuse } from "#platform/result.ts";
import { commonPasswords } from "./common-passwords.ts";

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/] as const;
const KINDS_NEEDED = 3;
const LONGEST = 128;

/** How many of the four kinds (small letters, capitals, digits, others) a text has. */
const kindsIn = (text: string): number => KINDS.filter((kind) => kind.test(text)).length;

/** Folds what people use to disguise a common word: case, and the digits and signs that look like letters. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/[$5]/g, "s")
    .replace(/0/g, "o")
    .replace(/3/g, "e")
    .replace(/[^a-z]/g, "");

/** A common word that makes up the password but for digits and signs: `P@ssw0rd2024` is `password`. */
const isCommon = (text: string): boolean =>
  commonPasswords.has(text.toLowerCase()) ||
  commonPasswords.has(folded(text)) ||
  commonPasswords.has(text.toLowerCase().replace(/[^a-z]/g, ""));

/** One character again and again, or a run up or down: `aaaaaaaaaa`, `abcdefghij`. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, i) => letter.charCodeAt(0) - text.charCodeAt(i));
  return steps.every((step) => step === 0) || steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/**
 * May `password` serve for `account`? Reuse is asked apart, it needs the stored hashes.
 * @param minLength in characters, from the policy
 */
export function checkPassword(password: string, account: string, minLength: number): Result<null> {
  const length = [...password].length;
  if (length < minLength) return refuse("invalid", "identity.weak_password_short", { min: minLength });
  if (length > LONGEST) return refuse("invalid", "identity.weak_password_long", { max: LONGEST });
  if (account !== "" && password.toLowerCase().includes(account.toLowerCase())) return refuse("invalid", "identity.weak_password_account");
  if (isCommon(password) || isRun(password)) return refuse("invalid", "identity.weak_password_common");
  if (kindsIn(password) < KINDS_NEEDED) return refuse("invalid", "identity.weak_password_kinds", { needed: KINDS_NEEDED });
  return ok(null);
}
