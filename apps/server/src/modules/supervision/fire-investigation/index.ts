/** The door of fire-investigation. */
export { INVESTIGATION, investigation } from "./investigation.ts";
