import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/inspection/checklists", frame: "console", load: () => import("./checklists.tsx") },
  { path: "/inspection/checklists/import", frame: "console", load: () => import("./import-page.tsx") },
];
