import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/search", frame: "console", load: () => import("./search.tsx") }];
