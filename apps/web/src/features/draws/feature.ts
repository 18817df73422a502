import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/inspection/draws", frame: "console", load: () => import("./draws.tsx") },
  { path: "/inspection/draws/$id", frame: "console", load: () => import("./draw.tsx") },
];
