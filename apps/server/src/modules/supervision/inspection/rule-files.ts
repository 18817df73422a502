/** Reads a rule file of `rules/` once, at start. A broken file stops the start with one Chinese sentence that says what is wrong in it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const RULES = join(import.meta.dirname, "../../../../../../rules");

export const confidences = [
  "seen-full",
  "seen-quote",
  "seen-secondary",
  "seen-local",
  "derived",
  "memory",
  "memory-low",
  "unknown",
] as const;
export type Confidence = (typeof confidences)[number];
/** What was not confirmed prompts a person and never decides. */
export const isConfirmed = (confidence: string): boolean => confidence.startsWith("seen-");

export const sourceOf = z.strictObject({
  instrument: z.string().min(1),
  clause: z.string().min(1),
  validFrom: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "日期应写作 2021-04-29")
    .nullable(),
});

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** @param check judges the file as a whole, once every line of it has its form */
export function readRules<S extends z.ZodType>(
  schema: S,
  data: unknown,
  check: (file: z.output<S>) => readonly string[] = () => [],
): Reading<z.output<S>> {
  const read = schema.safeParse(data, { error: z.locales.zhCN().localeError });
  const problems = read.success
    ? check(read.data)
    : read.error.issues.map(({ path, message }) => `${path.join(".") || "文件"}：${message}`);
  return read.success && problems.length === 0 ? { ok: true, value: read.data } : { ok: false, problems };
}

export const ruleFile = (file: string): unknown => parse(readFileSync(join(RULES, file), "utf8"));
export const ruleFilesIn = (folder: string): readonly string[] =>
  readdirSync(join(RULES, folder))
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => `${folder}/${file}`);

export function loadRules<T>(file: string, read: (data: unknown) => Reading<T>): T {
  const reading = read(ruleFile(file));
  if (reading.ok) return reading.value;
  throw new Error(`规则文件 rules/${file} 有误：${reading.problems.join("；")}`);
}
