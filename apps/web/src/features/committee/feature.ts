import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/committee/overview", frame: "console", load: () => import("./overview.tsx") },
  { path: "/committee/meeting/$id", frame: "console", load: () => import("./meeting.tsx") },
  { path: "/policy-tasks/library", frame: "console", load: () => import("./library.tsx") },
  { path: "/policy-tasks/task/new", frame: "console", load: () => import("./new-task.tsx") },
];
