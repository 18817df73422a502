import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/policy-tasks/programme-view", frame: "console", load: () => import("./progress.tsx") },
  { path: "/policy-tasks/supporting", frame: "console", load: () => import("./supporting.tsx") },
  { path: "/policy-tasks/common-problems", frame: "console", load: () => import("./common.tsx") },
  { path: "/policy-tasks/templates", frame: "console", load: () => import("./templates.tsx") },
  { path: "/policy-tasks/effect", frame: "console", load: () => import("./effect.tsx") },
];
