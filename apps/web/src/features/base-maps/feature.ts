import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/system/base-maps", frame: "console", load: () => import("./base-maps.tsx") }];
