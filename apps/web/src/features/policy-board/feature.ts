import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/policy-tasks/board", frame: "console", load: () => import("./board.tsx") },
  // Where the work list sends whoever was urged: `?open=` names the standing.
  { path: "/policy-tasks/standing", frame: "console", load: () => import("./board.tsx") },
  { path: "/policy-tasks/clauses/$id", frame: "console", load: () => import("./clause.tsx") },
];
