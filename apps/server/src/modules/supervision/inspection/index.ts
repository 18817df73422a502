/** The door of inspection. */
export type { CheckItem, Checklist, ListPurpose } from "./checklists/checklist.ts";
export { checklistById, checklistFor } from "./checklists/office-lists.ts";
export { drawPackage, verifyPackage } from "./draws/package.ts";
export { changeLists, listUsed } from "./tasks/change-lists.ts";
export type { Purpose } from "./tasks/purposes.ts";
export { raiseTasks, type TaskWanted } from "./tasks/raise-tasks.ts";
export { task } from "./tasks/task.ts";
