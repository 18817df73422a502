/** The door of key-places. */
export { concerns, seenPart, stepBelow } from "./campaigns/areas.ts";
export { campaign } from "./campaigns/campaign.ts";
export { campaignObject } from "./campaigns/campaign-object.ts";
export { concerning } from "./campaigns/find-campaign.ts";
export { highRiskPlace } from "./survey/survey-sheet.ts";
