/** The door of responsibility. */
export { pledge } from "./cases.ts";
export { isOver } from "./domain/over.ts";
export { standsOver } from "./over.ts";
export { draftPledges, type Pledged, type PledgeTarget, pledgesOf, recordPledge } from "./pledges.ts";
export { type Finding, propose } from "./propose.ts";
