/** The door of places. */
export { building } from "./building.ts";
export { contact } from "./contact.ts";
export { unit } from "./unit.ts";
