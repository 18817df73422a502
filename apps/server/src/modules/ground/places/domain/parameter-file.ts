/** Limits and product defaults as data: the shape of rules/remote-monitoring.yaml. */
import { z } from "zod";
import { comparators, type RuleFileReading, readRuleFile, repeatedIds, ruleHead, statement } from "./rule.ts";

const seconds = z.number().int().positive();
const parameterFile = z.strictObject({
  ruleSet: z.string(),
  title: z.string(),
  parameters: z.array(
    z.strictObject({
      ...ruleHead,
      value: z.number().positive(),
      comparator: z.enum(comparators).optional(),
      unit: z.string(),
      /** The setting whose default this is. */
      limit: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  waits: z.array(z.strictObject({ ...ruleHead, limit: z.string(), seconds: z.record(z.string(), seconds) })),
  escalation: z.array(
    z.strictObject({
      id: ruleHead.id,
      kind: z.string(),
      state: z.string(),
      afterSeconds: seconds,
      channel: z.enum(["screen", "sms", "voice"]),
      to: z.string().min(1),
    }),
  ),
  statements: z.array(statement),
});
export type ParameterFile = z.output<typeof parameterFile>;

export const readParameterFile = (data: unknown): RuleFileReading<ParameterFile> =>
  readRuleFile(parameterFile, data, ({ parameters, waits, escalation, statements }) =>
    repeatedIds([parameters, waits, escalation, statements].flat().map((row) => row.id)),
  );
