import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/identity/user/new", frame: "console", load: () => import("./open-account.tsx") },
  { path: "/identity/roles", frame: "console", load: () => import("./roles.tsx") },
  { path: "/identity/policy", frame: "console", load: () => import("./policy.tsx") },
  { path: "/identity/audit", frame: "console", load: () => import("./audit-log.tsx") },
];
