/** The door of organizations; other modules read its organs by the view organizations.v_organ. */
export { readBoundaries } from "./boundaries.ts";
export { type CityOrgans, cityOrgans } from "./city-organs.ts";
export { type Area, type DivisionCode, type Divisions, divisionCodes, loadBoundary, loadDivisions } from "./data/divisions.ts";
export { type BoundaryShape, shapesOf } from "./domain/boundary.ts";
export { distanceM, type MultiPolygon, type Position, pointInPolygon } from "./domain/geometry.ts";
export { type OrganKind, organKinds } from "./domain/organ-kinds.ts";
export { english } from "./english.ts";
