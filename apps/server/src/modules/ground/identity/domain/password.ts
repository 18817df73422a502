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

/** Only the letters: digits and signs are what people add to a word. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, "");

/** Undoes digits and signs that stand for letters inside a word, after taking off those at its ends. */
const unmasked = (text: string): string =>
  lettersOf(
    text
      .toLowerCase()
      .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
      .replace(/[@4]/g, "a")
      .replace(/[$5]/g, "s")
      .replace(/0/g, "o")
      .replace(/3/g, "e"),
  );

/** A common word that makes up the password but for digits and signs: `P@ssw0rd2026` is `password`. */
const isCommon = (text: string): boolean => [text.toLowerCase(), lettersOf(text), unmasked(text)].some((word) => commonPasswords.has(word));

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
