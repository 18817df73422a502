/** The door of assessment; what it measures is read by the names of its measures, its years by the view assessment.v_year. */
export { readScheme } from "./read-scheme.ts";
