/** The door of identity. */
export { actorOfAccount, authenticateBySession } from "./authenticate.ts";
export { createFirstAccounts } from "./first-accounts.ts";
