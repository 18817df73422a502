import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/hazard-loop/hazard/new", frame: "console", load: () => import("./register.tsx") },
  { path: "/hazard-loop/hazard/$id", frame: "console", load: () => import("./case-page.tsx") },
  { path: "/hazard-loop/lists", frame: "console", load: () => import("./lists.tsx") },
  { path: "/hazard-loop/board", frame: "console", load: () => import("./board.tsx") },
];
