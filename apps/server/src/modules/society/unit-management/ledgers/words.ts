/** What the declarations of this module share. */
export const required = true;
export const readOnly = true;
/** Written by this module's own routes and jobs, never by a form. */
export const OWN_ROUTES = "own routes";
/** Days after which a record of what was done can no longer be changed. */
export const LOCK_DAYS = 30;
