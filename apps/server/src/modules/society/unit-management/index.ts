/** The door of unit-management. */
export { unitManagement } from "./module.ts";
