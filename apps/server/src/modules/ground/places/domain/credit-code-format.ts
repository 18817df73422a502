/** The credit code as a named format of fields: the right check character is offered as the remedy. */
import { checkCreditCode } from "./credit-code.ts";

export function creditCodeProblem(
  value: string,
): { readonly code: string; readonly params?: Readonly<Record<string, unknown>>; readonly fix?: string } | null {
  const checked = checkCreditCode(value);
  if (checked.ok) return null;
  return checked.reason === "places.bad_credit_code"
    ? { code: checked.reason, params: { expected: checked.expected }, fix: `${value.slice(0, 17)}${checked.expected}` }
    : { code: checked.reason };
}
