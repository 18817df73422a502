import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/p/$token", frame: "public", load: () => import("./unit-page.tsx") }];
