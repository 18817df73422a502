import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/supervision-listing/overview", frame: "console", load: () => import("./overview.tsx") },
  { path: "/supervision-listing/interview/new", frame: "console", load: () => import("./new-interview.tsx") },
  { path: "/supervision-listing/exposure/new", frame: "console", load: () => import("./new-exposure.tsx") },
  { path: "/public/exposures", frame: "public", load: () => import("./public-page.tsx") },
];
