/** Why somebody may not be sent on a check: nobody's account here, or no role that allows this kind of check. */
import type { Inspector } from "./people.ts";
import { mayCheck, powers } from "./powers.ts";
import { type Purpose, purposes } from "./purposes.ts";

type Refusal = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** @param person as found among the active officials in sight; undefined when he is not there */
export function cannotInspect(person: Inspector | undefined, purpose: Purpose): Refusal | undefined {
  if (!person) return { code: "inspection.unknown_person", params: {} };
  if (mayCheck(person.roles, purpose)) return undefined;
  const role = person.roles.map((each) => powers.roles[each]?.title ?? each).join("、") || "此人";
  return { code: "inspection.purpose_not_permitted", params: { role, purpose: purposes[purpose] } };
}
