import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/organizations/areas", frame: "console", load: () => import("./areas.tsx") }];
