import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/responsibility", frame: "console", load: () => import("./responsibility.tsx") },
  { path: "/responsibility/console", frame: "console", load: () => import("./console.tsx") },
];
