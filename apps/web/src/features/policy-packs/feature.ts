import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/policy/packs", frame: "console", load: () => import("./packs.tsx") },
  { path: "/policy/packs/$id", frame: "console", load: () => import("./version.tsx") },
  { path: "/policy/task-tables", frame: "console", load: () => import("./tables.tsx") },
];
