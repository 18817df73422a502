/**
 * 统一社会信用代码: 18 characters of an alphabet without I, O, S, V, Z; the last one checks the others. GB 32100-2015.
 * Layout: registration department (1), class of organisation (1), division code (6), body code (9), check character (1).
 */

export const CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** 3^(i-1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The reasons are message codes of the places module. */
export type CreditCodeCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "places.bad_credit_code_form" }
  | { readonly ok: false; readonly reason: "places.bad_credit_code"; readonly expected: string };

const isWellFormed = (code: string): boolean => [...code].every((character) => CREDIT_CODE_ALPHABET.includes(character));

function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT_CODE_ALPHABET.indexOf(first17.charAt(i)), 0);
  return CREDIT_CODE_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Judges a code as written; lower case is not accepted silently. `expected` is the check character that would make it right. */
export function checkCreditCode(code: string): CreditCodeCheck {
  if (code.length !== 18 || !isWellFormed(code)) return { ok: false, reason: "places.bad_credit_code_form" };
  const expected = checkCharacter(code);
  return code.charAt(17) === expected ? { ok: true } : { ok: false, reason: "places.bad_credit_code", expected };
}

/** Adds the check character to the first 17; undefined when they are not 17 characters of the alphabet. */
export const completeCreditCode = (first17: string): string | undefined =>
  first17.length === 17 && isWellFormed(first17) ? `${first17}${checkCharacter(first17)}` : undefined;

/**
 * Body code 组织机构代码 with its own check character, the ninth. GB 11714-1997 (weights from memory, unconfirmed): used to make
 * demonstration codes plausible, never to refuse one.
 */
export function completeBodyCode(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(first8.charAt(i), 36), 0);
  const rest = (11 - (sum % 11)) % 11;
  return `${first8}${rest === 10 ? "X" : rest}`;
}
