/** The door of organizations; other modules read its organs by the view organizations.v_organ. */
export { organKinds } from "./domain/organ-kinds.ts";
export { organ } from "./organ.ts";
