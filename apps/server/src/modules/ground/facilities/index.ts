/** The door of facilities. */
export { componentTypeName, deviceKinds, systemTypeName, techniques } from "./codes.ts";
export { component } from "./component.ts";
export { controlRoom } from "./control-room.ts";
export {
  type ComponentFacts,
  deviceWords,
  placeWords,
  shortNumber,
  splitComponentAddress,
} from "./domain/component-words.ts";
export { facility } from "./facility.ts";
export { facilities } from "./module.ts";
export { DEFAULT_HEARTBEAT_SECONDS, transmitter } from "./transmitter.ts";
