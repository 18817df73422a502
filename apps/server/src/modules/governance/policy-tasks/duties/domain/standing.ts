/** Where a duty stands: the words every other part uses. */

export const statuses = ["met", "at-risk", "open", "overdue", "no-data", "waived", "not-due", "not-applicable"] as const;
/**
 * `open` runs and is not yet due; `not-due` has not begun (its window or its year lies ahead); `no-data` means nobody can tell, which is red for
 * whoever owes the data; `not-applicable` has nothing to divide by.
 */
export type Status = (typeof statuses)[number];

export const evidences = ["computed", "hand", "none"] as const;
/** Where the figure came from; the two are never confused on a screen. */
export type Evidence = (typeof evidences)[number];
