/** The door of forces. */
export { station } from "./station.ts";
