/** The door of responsibility. */
export { pledge } from "./cases.ts";
export { draftPledges, type Pledged, type PledgeTarget, pledgesOf, recordPledge } from "./pledges.ts";
export { type Finding, propose } from "./propose.ts";
