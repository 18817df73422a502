import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/work", frame: "console", load: () => import("./work.tsx") }];
