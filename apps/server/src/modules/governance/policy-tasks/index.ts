/** The door of policy-tasks. */
export { judgePacks } from "./duties/judge-packs.ts";
export type { Clause, Duty, Pack, PackInForce, Selector } from "./packs/domain/pack.ts";
export { organsOf } from "./packs/domain/selectors.ts";
export { readYaml } from "./packs/format/read-yaml.ts";
export { knownPacks } from "./packs/known-packs.ts";
export { freezeYear, packsInForce } from "./packs/store.ts";
export { packTools } from "./packs/tools.ts";
export { raiseTask, type TaskAsked, type TaskBy } from "./tasks/raise-task.ts";
