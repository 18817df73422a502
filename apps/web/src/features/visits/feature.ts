import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/inspection/visits/$id/print", frame: "full", load: () => import("./print.tsx") },
  { path: "/inspection/unit-labels", frame: "console", load: () => import("./labels.tsx") },
];
