/** Rules of the registers (rules/key-places.yaml): patrol cycle by risk, control package by grade, weights of the village index. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const days = z.number().int().min(1).max(366);
const weight = z.number().min(0).max(1);
const source = z.strictObject({ instrument: z.string(), clause: z.string(), validFrom: z.string().nullable() });
const rules = z.strictObject({
  patrolEveryDays: z.strictObject({ source, confidence: z.string(), high: days, medium: days, low: days }),
  controlPackages: z.strictObject({
    source,
    confidence: z.string(),
    red: z.array(z.string()).min(1),
    orange: z.array(z.string()).min(1),
    yellow: z.array(z.string()).min(1),
    blue: z.array(z.string()).min(1),
  }),
  villageIndex: z.strictObject({
    source,
    confidence: z.string(),
    facilities: weight,
    water: weight,
    lanes: weight,
    brigade: weight,
    hazards: weight,
  }),
});

function read(): z.output<typeof rules> {
  const file = join(import.meta.dirname, "../../../../../../../rules/key-places.yaml");
  const parsed = rules.safeParse(parse(readFileSync(file, "utf8")), { error: z.locales.zhCN().localeError });
  if (!parsed.success)
    throw new Error(
      `规则文件 rules/key-places.yaml 有误：${parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`,
    );
  const { facilities, water, lanes, brigade, hazards } = parsed.data.villageIndex;
  if (Math.abs(facilities + water + lanes + brigade + hazards - 1) > 1e-9)
    throw new Error("规则文件 rules/key-places.yaml 有误：villageIndex 五项权重之和应为 1");
  return parsed.data;
}

export const { patrolEveryDays, controlPackages, villageIndex } = read();
