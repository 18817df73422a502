import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [{ path: "/dev/ui", frame: "public", load: () => import("./gallery.tsx") }];
