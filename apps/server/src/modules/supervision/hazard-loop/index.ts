/** The door of hazard-loop. */
export { type HazardGrade, type HazardOrigin, hazardGrades, hazardOrigins } from "./domain/kinds.ts";
export { HAZARD, hazard } from "./hazard.ts";
export { type Finder, type HazardFound, type RaisedHazard, raiseHazard } from "./raise-hazard.ts";
