import type { FeatureRoute } from "../../app/feature.ts";

/** The standard screens of any ledger; a feature with its own screen at the same address comes before them. */
export const routes: readonly FeatureRoute[] = [
  { path: "/ledgers/$name", frame: "console", load: () => import("./by-name.tsx") },
  { path: "/$module/$ledger", frame: "console", load: () => import("./list-page.tsx") },
  { path: "/$module/$ledger/new", frame: "console", load: () => import("./form-page.tsx") },
  { path: "/$module/$ledger/import", frame: "console", load: () => import("./import-page.tsx") },
  { path: "/$module/$ledger/$id", frame: "console", load: () => import("./row-page.tsx") },
  { path: "/$module/$ledger/$id/edit", frame: "console", load: () => import("./form-page.tsx") },
];
