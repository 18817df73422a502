/** Who may carry out which kind of check (rules/inspection/powers.yaml), asked before a task is made and when somebody is assigned. */
import { z } from "zod";
import { confidences, loadRules, readRules, sourceOf } from "../rule-files.ts";
import { type Purpose, purposes } from "./purposes.ts";

const purpose = z.enum(Object.keys(purposes) as [Purpose, ...Purpose[]]);
const powersFile = z.strictObject({
  title: z.string(),
  source: sourceOf,
  confidence: z.enum(confidences),
  roles: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      organKinds: z.array(z.string()),
      purposes: z.array(purpose).min(1),
      documents: z.array(z.string()),
      confidence: z.enum(confidences),
      note: z.string().optional(),
    }),
  ),
});
export type Powers = z.infer<typeof powersFile>;

export const readPowers = (data: unknown) =>
  readRules(powersFile, data, ({ roles }) =>
    Object.entries(roles).flatMap(([key, role]) => (new Set(role.purposes).size === role.purposes.length ? [] : [`${key}：purposes 重复`])),
  );

export const powers: Powers = loadRules("inspection/powers.yaml", readPowers);

/** May somebody who holds these roles carry out a check of this kind? One of his roles is enough. */
export const mayCheck = (roles: readonly string[], wanted: Purpose, rules: Powers = powers): boolean =>
  roles.some((role) => rules.roles[role]?.purposes.includes(wanted) === true);
