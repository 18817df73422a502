/** What the routes of packs share: tag, permissions, and the id that stands in examples. */
export const tag = "政策包";
export const permissions = {
  see: "policy-tasks.see-packs",
  write: "policy-tasks.write-packs",
  approve: "policy-tasks.approve-packs",
  tables: "policy-tasks.import-tables",
} as const;
export const EXAMPLE = "01997c2e-8f00-7000-8000-000000000050";
