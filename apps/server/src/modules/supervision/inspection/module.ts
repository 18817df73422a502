/** 监督检查: check lists, plans and tasks, 双随机 draws, and the visits themselves. */
import { defineModule } from "#platform/module.ts";
import { checklistsPart } from "./checklists/part.ts";
import { cooperationPart } from "./cooperation/part.ts";
import { drawsPart } from "./draws/part.ts";
import { english } from "./english.ts";
import { jointPart } from "./joint/part.ts";
import { objectsPart } from "./objects/part.ts";
import { joinParts } from "./part.ts";
import { tasksPart } from "./tasks/part.ts";
import { visitsPart } from "./visits/part.ts";

export const inspection = defineModule({
  name: "inspection",
  label: "监督检查",
  menuAs: "监督检查",
  areas: { keeps: { "inspection.draw_frozen": true } },
  ...joinParts([{ english }, tasksPart, drawsPart, objectsPart, visitsPart, checklistsPart, cooperationPart, jointPart]),
});
