/** The lists that come with the product, read once at start: a broken file stops it with what is wrong in it. */
import { loadRules, ruleFile, ruleFilesIn } from "../rule-files.ts";
import type { Checklist } from "./checklist.ts";
import { problemsOfLists, readBlock, readChecklist, readGrounds } from "./read-checklists.ts";

export const grounds = loadRules("checklists/grounds.yaml", readGrounds);
const blocks = new Map(
  ruleFilesIn("checklists/common")
    .map((file) => loadRules(file, readBlock))
    .map((block) => [block.id, block]),
);

export const shippedLists: readonly Checklist[] = ruleFilesIn("checklists")
  .filter((file) => !file.endsWith("/grounds.yaml"))
  .map((file) => {
    const reading = readChecklist(ruleFile(file), blocks, grounds);
    if (reading.ok) return reading.value;
    throw new Error(`规则文件 rules/${file} 有误：${reading.problems.join("；")}`);
  });

const wrong = problemsOfLists(shippedLists);
if (wrong.length > 0) throw new Error(`规则文件 rules/checklists 有误：${wrong.join("；")}`);
