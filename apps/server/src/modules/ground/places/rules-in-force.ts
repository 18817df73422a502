/** Loads the rule files of rules/ once, at start. A broken file stops the start with what is wrong in it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type BuildingRules, buildingClass, readBuildingFile } from "./domain/building-class.ts";
import { type KeyUnitFile, keyUnitGrade, keyUnitRules, readKeyUnitFile } from "./domain/key-unit.ts";
import { type ParameterFile, readParameterFile } from "./domain/parameter-file.ts";
import type { Figures, RuleFileReading } from "./domain/rule.ts";

const RULES = join(import.meta.dirname, "../../../../../../rules");

function load<T>(file: string, read: (data: unknown) => RuleFileReading<T>): T {
  const reading = read(parse(readFileSync(join(RULES, file), "utf8")));
  if (reading.ok) return reading.file;
  throw new Error(`规则文件 rules/${file} 有误：${reading.problems.join("；")}`);
}

export const nationalKeyUnits: KeyUnitFile = load("key-units.yaml", readKeyUnitFile);
/** Samples of provinces and cities; an office puts one in force in the file itself. */
export const localKeyUnits: readonly KeyUnitFile[] = readdirSync(join(RULES, "local"))
  .filter((file) => file.startsWith("key-units-"))
  .sort()
  .map((file) => load(`local/${file}`, readKeyUnitFile));
export const buildingRules: BuildingRules = load("buildings.yaml", readBuildingFile);
export const remoteMonitoringRules: ParameterFile = load("remote-monitoring.yaml", readParameterFile);

/** A row carries no date, so the newest edition grades: a rule enters its file when it comes into force. */
const NEWEST = "9999-12-31";
const inForce = keyUnitRules(nationalKeyUnits, localKeyUnits, NEWEST);

/** The grade of a unit's row: computed by the rules, decided by a person, and the one everybody filters by. */
export function gradeUnit<G extends string>(row: Figures & { readonly decidedGrade?: G | null | undefined }) {
  const { grade, reason, prompts } = keyUnitGrade(row, inForce);
  const gradeReason = [reason, ...prompts.map((p) => p.text)].join("；").slice(0, 400);
  return { computedGrade: grade, gradeReason, grade: row.decidedGrade ?? grade };
}

/** Class and height of a building's row; a high-rise whose class depends on what its row does not hold says so. */
export function classOfBuilding(row: Figures): { readonly fireClass: string | null; readonly highRise: boolean | null } {
  const { fireClass, highRise } = buildingClass(row, buildingRules);
  return { fireClass: fireClass ?? (highRise ? "高层公共建筑（类别待定）" : null), highRise };
}
