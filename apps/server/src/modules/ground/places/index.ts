/** The door of places. */
export { building } from "./building.ts";
export { contact } from "./contact.ts";
export { generateDemoHistory } from "./demo/history.ts";
export { areasOfUnits, demoCityOf, demoId, demoRows, insertDemo } from "./demo-seed.ts";
export { unit } from "./unit.ts";
