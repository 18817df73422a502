import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/key-places", frame: "console", load: () => import("./registers.tsx") },
  { path: "/key-places/campaign", frame: "console", load: () => import("./campaigns.tsx") },
  { path: "/key-places/campaign/new", frame: "console", load: () => import("./plan.tsx") },
  { path: "/key-places/campaign/$id", frame: "console", load: () => import("./campaign.tsx") },
  { path: "/key-places/event-security/$id", frame: "console", load: () => import("./event.tsx") },
];
