import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/assessment", frame: "console", load: () => import("./assessment.tsx") },
  { path: "/assessment/outcome", frame: "console", load: () => import("./outcome.tsx") },
  { path: "/assessment/scheme/new", frame: "console", load: () => import("./scheme-editor.tsx") },
  { path: "/assessment/rounds/$id", frame: "console", load: () => import("./round-sheet.tsx") },
  { path: "/assessment/situation", frame: "console", load: () => import("./situation.tsx") },
  { path: "/assessment/task-feed", frame: "console", load: () => import("./task-feed.tsx") },
];
