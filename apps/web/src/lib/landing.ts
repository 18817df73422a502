/** Where a person begins: whoever checks in the field, with a phone in the hand, at his tasks; at a desk where his post says. */
import { type Me, matches } from "./session.ts";
import { isNarrow } from "./viewport.ts";

export function landingOf(me: Pick<Me, "landing" | "permissions"> | null | undefined): string {
  const own = me?.landing && me.landing !== "/" ? me.landing : "/work";
  const inField = me?.permissions.some((pattern) => matches(pattern, "inspection.field"));
  return own === "/work" && inField && isNarrow() ? "/field" : own;
}
