import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/inspection/merge", frame: "console", load: () => import("./merge.tsx") },
  { path: "/inspection/quality", frame: "console", load: () => import("./quality.tsx") },
  { path: "/inspection/coverage", frame: "console", load: () => import("./coverage.tsx") },
];
