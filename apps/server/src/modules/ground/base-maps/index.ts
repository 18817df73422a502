/** The door of base maps: what the operator's verb needs to import one beside the running product. */
export { keepFromFile } from "./from-file.ts";
export { grounds, statement } from "./statement.ts";
export { listBaseMaps } from "./store.ts";
