/** The door of committee. */
export { COMMITTEE, committee } from "./committee.ts";
export { MEETING, meeting } from "./meeting.ts";
export { REPORT, report } from "./report.ts";
