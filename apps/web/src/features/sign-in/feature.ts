import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/login", frame: "public", load: () => import("./login.tsx") },
  { path: "/first", frame: "full", load: () => import("./first-steps.tsx") },
  { path: "/mine", frame: "console", load: () => import("./mine.tsx") },
];
