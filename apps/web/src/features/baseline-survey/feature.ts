import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/baseline-survey/survey", frame: "console", load: () => import("./surveys.tsx") },
  { path: "/baseline-survey/survey/$id", frame: "console", load: () => import("./survey.tsx") },
];
