/** Why somebody may not be sent on a check or carry it out: nobody's account here, no role that allows this kind of check, not his to do. */
import { type Actor, may } from "#platform/actor.ts";
import type { Inspector } from "./people.ts";
import { mayCheck, powers } from "./powers.ts";
import { type Purpose, purposes } from "./purposes.ts";

type Refusal = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** @param person as found among the active officials in sight; undefined when he is not there */
export function cannotInspect(person: Inspector | undefined, purpose: Purpose): Refusal | undefined {
  if (!person) return { code: "inspection.unknown_person", params: {} };
  return notPermitted(person.roles, purpose);
}

function notPermitted(roles: readonly string[], purpose: Purpose): Refusal | undefined {
  if (mayCheck(roles, purpose)) return undefined;
  const role = roles.map((each) => powers.roles[each]?.title ?? each).join("、") || "此人";
  return { code: "inspection.purpose_not_permitted", params: { role, purpose: purposes[purpose] } };
}

const roleOf = ({ role }: Actor): readonly string[] => (role ? [role] : []);

/** Why this person may not carry out such a check in the post he is in. 网格员、辅助人员不得实施涉企行政检查（国办发〔2024〕54号）. */
export const cannotCheck = (actor: Actor, purpose: Purpose): Refusal | undefined => notPermitted(roleOf(actor), purpose);

export type GivenTask = Readonly<Record<string, unknown>>;

/** Given to him by name, or to an organ of his; one that was given to nobody is for whoever may do such a check. */
function isGivenTo(task: GivenTask, { userId, organId }: Actor): boolean {
  const others = (task.inspectors ?? []) as readonly { readonly person?: unknown }[];
  const joined = (task.organs ?? []) as readonly { readonly organ?: unknown }[];
  const people = [task.lead, task.second, task.holderPerson, ...others.map(({ person }) => person)].filter(Boolean);
  const organs = [task.organ, ...joined.map(({ organ }) => organ)].filter(Boolean);
  if (people.length === 0 && organs.length === 0) return true;
  return people.includes(userId) || (organId !== null && organs.includes(organId));
}

/** Why this task is not his to begin or to finish. Who reviews quality finishes a re-check by recording its result. */
export function notHisTask(task: GivenTask, actor: Actor | null): Refusal | undefined {
  if (!actor || (task.purpose === "quality" && may(actor, "inspection.review-quality"))) return undefined;
  return (
    cannotCheck(actor, task.purpose as Purpose) ??
    (isGivenTo(task, actor) ? undefined : { code: "inspection.not_given_to_you", params: {} })
  );
}
