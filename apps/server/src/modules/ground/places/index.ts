/** The door of places. */
export { building } from "./building.ts";
export { contact } from "./contact.ts";
export { generateDemoHistory } from "./demo/history.ts";
export { createRandom } from "./demo/random.ts";
export { areasOfUnits, demoCityOf, demoId, demoRows, insertDemo } from "./demo-seed.ts";
export { type UnitKind, unitKinds } from "./domain/unit-kinds.ts";
export { english } from "./english.ts";
export { unit } from "./unit.ts";
