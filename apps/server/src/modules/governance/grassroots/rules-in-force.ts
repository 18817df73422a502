/** Rules of grassroots governance (rules/grassroots.yaml): staff of stations, their posts, base registers, the appraisal of grid members. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { stationPosts } from "./domain/kinds.ts";

const head = {
  source: z.strictObject({ instrument: z.string(), clause: z.string(), validFrom: z.string().nullable() }),
  confidence: z.enum(["stated", "derived", "local"]),
};
const count = z.number().int().min(0).max(1_000);
const registerRule = z.strictObject({
  key: z.string().regex(/^[a-zA-Z]+$/),
  ledger: z.string(),
  where: z.record(z.string(), z.string()).optional(),
  fields: z.array(z.string()),
  expects: z.enum(["village", "town"]).optional(),
  freshDays: count.min(1),
});
export type RegisterRule = z.output<typeof registerRule>;

const month = z.strictObject({
  objects: count,
  planned: count,
  patrols: count,
  confirmed: count,
  untrue: count,
  tasksDue: count,
  tasksInTime: count,
  trainedHours: z.number().min(0),
});
const appraisal = z.strictObject({
  ...head,
  weights: z.strictObject({ patrols: count, hazards: count, tasks: count, training: count }),
  trainingHoursAYear: z.number().min(0),
  patrolsPerHundredObjects: z.number().min(0),
  mostPatrolsExpected: count,
  findsPerHundredObjects: z.number().min(0),
  grades: z.strictObject({ excellent: z.number(), good: z.number(), pass: z.number() }),
  objectionDays: count,
  examples: z.array(z.strictObject({ say: z.string(), given: month, score: z.number().nullable(), grade: z.string() })),
});

const rules = z.strictObject({
  stationStaff: z.strictObject({ ...head, A: count, B: count, C: count }),
  stationPosts: z.strictObject({ ...head, posts: z.array(z.enum(Object.keys(stationPosts) as [keyof typeof stationPosts])).min(1) }),
  registers: z.strictObject({ ...head, list: z.array(registerRule).min(1) }),
  appraisal,
});

const FILE = "rules/grassroots.yaml";

function read(): z.output<typeof rules> {
  const parsed = rules.safeParse(parse(readFileSync(join(import.meta.dirname, "../../../../../..", FILE), "utf8")), {
    error: z.locales.zhCN().localeError,
  });
  if (!parsed.success)
    throw new Error(`规则文件 ${FILE} 有误：${parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`);
  const { patrols, hazards, tasks, training } = parsed.data.appraisal.weights;
  if (patrols + hazards + tasks + training !== 100) throw new Error(`规则文件 ${FILE} 有误：appraisal.weights 之和应为 100`);
  return parsed.data;
}

const inForce = read();
export const { stationStaff, appraisal: appraisalRule } = inForce;
export const postsOfStation = inForce.stationPosts.posts;
export const registerRules: readonly RegisterRule[] = inForce.registers.list;
