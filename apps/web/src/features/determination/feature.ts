import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/hazard-loop/determination/new", frame: "console", load: () => import("./begin.tsx") },
  { path: "/hazard-loop/determination/$id", frame: "console", load: () => import("./determination.tsx") },
];
