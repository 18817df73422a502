import type { FeatureRoute } from "../../app/feature.ts";

/** Own guard instead of the console's: the person is remembered, so a page opens without a network. */
const frame = "public";
export const routes: readonly FeatureRoute[] = [
  { path: "/field", frame, load: () => import("./tasks.tsx") },
  { path: "/field/begin", frame, load: () => import("./begin.tsx") },
  { path: "/field/visit/$id", frame, load: () => import("./visit.tsx") },
  { path: "/field/visit/$id/sign", frame, load: () => import("./sign.tsx") },
  { path: "/field/patrol", frame, load: () => import("./patrol.tsx") },
  { path: "/field/risk", frame, load: () => import("./risk.tsx") },
  { path: "/field/queue", frame, load: () => import("./queue.tsx") },
  { path: "/field/scan", frame, load: () => import("./scan.tsx") },
  { path: "/field/u/$code", frame, load: () => import("./scan.tsx") },
  { path: "/field/snap", frame, load: () => import("./snap.tsx") },
  { path: "/field/mine", frame, load: () => import("./mine.tsx") },
];
