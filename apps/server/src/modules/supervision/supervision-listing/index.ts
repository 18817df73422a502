/** The door of supervision-listing. */
export { INTERVIEW } from "./interview.ts";
export { LISTING, listing } from "./listing.ts";
export { prepareInterview } from "./prepare-interview.ts";
