import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/wall", frame: "full", load: () => import("./wall.tsx") }];
