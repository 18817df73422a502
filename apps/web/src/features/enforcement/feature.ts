import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/enforcement/desk", frame: "console", load: () => import("./hub.tsx") },
  { path: "/enforcement/document/new", frame: "console", load: () => import("./draft-page.tsx") },
  { path: "/enforcement/document/$id/edit", frame: "console", load: () => import("./draft-page.tsx") },
  { path: "/enforcement/templates", frame: "console", load: () => import("./template-page.tsx") },
  { path: "/enforcement/hot-work-tickets", frame: "console", load: () => import("./ticket-page.tsx") },
];
