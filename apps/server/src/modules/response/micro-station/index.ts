/** The door of micro stations. */
export { station } from "./station.ts";
