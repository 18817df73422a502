/** What is said as data (rules/responsibility.yaml): duties of an organ until its office has written its own, industry rules, rural lists, layers, proposals. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type OrganKind, organKinds } from "#modules/ground/organizations/index.ts";
import { unitKinds } from "#modules/ground/places/index.ts";
import { dutyClasses, layers, proposalRules, triggers } from "./domain/kinds.ts";
import { bases } from "./domain/regulators.ts";

const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
const confidence = z.enum(["seen-quote", "memory", "unconfirmed"]);
const said = z.strictObject({ words: z.string(), confidence });
const owed = { layer: z.enum(keys(layers)), kind: z.enum(keys(dutyClasses)), words: z.array(z.string()).min(1), confidence };
const clauses = z.array(z.string()).min(1);
const shape = z.strictObject({
  ground: z.string(),
  heads: z.strictObject({ responsible: said, deputy: said }),
  duties: z.array(z.strictObject({ organ: z.enum(keys(organKinds)), levels: z.array(z.string()).optional(), ...owed })),
  others: z.strictObject(owed),
  regulators: z.array(
    z.strictObject({
      industry: z.string(),
      basis: z.enum(keys(bases)).default("kind"),
      kinds: z.array(z.enum(keys(unitKinds))).default([]),
      nameHas: z.string().optional(),
      organ: z.enum(keys(organKinds)),
      rank: z.number().int().min(0).max(9).optional(),
      clause: z.string().optional(),
      confidence: confidence.default("memory"),
    }),
  ),
  keyIndustries: z.array(z.enum(keys(organKinds))).min(1),
  rural: z.strictObject({
    clause: z.string(),
    validYears: z.number().int().min(1).max(10),
    duties: z
      .array(
        z.strictObject({
          organ: z.enum(keys(organKinds)),
          levels: z.array(z.enum(["city", "county", "town", "village"])).default(["county"]),
          words: z.array(z.string()).min(1),
          due: z.number().int().min(1).describe("立任务时的办理天数"),
        }),
      )
      .min(1),
  }),
  layers: z.record(z.enum(keys(layers)), z.strictObject({ organs: z.array(z.enum(keys(organKinds))), clauses })),
  proposals: z.array(
    z.strictObject({
      key: z.enum(keys(proposalRules)),
      trigger: z.enum(keys(triggers)),
      graceDays: z.number().int().min(0).max(400),
      words: z.string(),
      source: clauses,
      confidence,
    }),
  ),
});
type Defaults = z.output<typeof shape>;
type Owed = Pick<Defaults["others"], "layer" | "kind" | "words" | "confidence">;

function read(): Defaults {
  const parsed = shape.safeParse(parse(readFileSync(join(import.meta.dirname, "../../../../../../rules/responsibility.yaml"), "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(
    `规则文件 rules/responsibility.yaml 有误：${parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`,
  );
}
export const defaults: Defaults = read();

/** Nobody is left without a duty: an organ no entry names has the general one. */
export function dutiesOf(kind: OrganKind | string, level: string): readonly Owed[] {
  const named = defaults.duties.filter((each) => each.organ === kind && (each.levels === undefined || each.levels.includes(level)));
  return named.length > 0 ? named : [defaults.others];
}

/** Rank of a shipped rule: one that a name narrows goes before those that speak of a kind alone. */
export const rankOf = ({ rank, nameHas }: Defaults["regulators"][number]): number => rank ?? (nameHas ? 5 : 0);
