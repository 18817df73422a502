import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/system/rules", frame: "console", load: () => import("./duty-settings.tsx") }];
