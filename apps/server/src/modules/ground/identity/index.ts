/** The door of identity. */
export { authenticateBySession } from "./authenticate.ts";
export { createFirstAccounts } from "./first-accounts.ts";
