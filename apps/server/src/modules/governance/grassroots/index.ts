/** The door of grassroots. */
export { event } from "./embed/event.ts";
export { office } from "./forces/office.ts";
export { station } from "./forces/station.ts";
export { gridMember, patrol } from "./grid/grid.ts";
