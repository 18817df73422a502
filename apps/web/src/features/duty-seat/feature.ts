import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/duty", frame: "full", load: () => import("./duty-seat.tsx") }];
