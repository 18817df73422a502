import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/sensing/devices", frame: "console", load: () => import("./devices.tsx") }];
