import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/statistics/monitoring", frame: "console", load: () => import("./statistics.tsx") },
];
