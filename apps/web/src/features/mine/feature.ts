import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/mine", frame: "console", load: () => import("./mine.tsx") }];
