/** The door of baseline-survey. */
export { SURVEY, survey } from "./survey.ts";
