import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/unit-management", frame: "console", load: () => import("./overview.tsx") },
  { path: "/unit-management/rules", frame: "console", load: () => import("./rules.tsx") },
  { path: "/unit-management/joint", frame: "console", load: () => import("./joint.tsx") },
];
