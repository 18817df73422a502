import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/unit", frame: "full", load: () => import("./unit-desk.tsx") }];
