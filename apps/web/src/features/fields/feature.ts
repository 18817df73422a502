import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/system/fields", frame: "console", load: () => import("./fields-page.tsx") }];
