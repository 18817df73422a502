import type { FeatureRoute } from "../../app/feature.ts";

export const routes: readonly FeatureRoute[] = [
  { path: "/grassroots/registers", frame: "console", load: () => import("./registers.tsx") },
  { path: "/grassroots/towns", frame: "console", load: () => import("./towns.tsx") },
  { path: "/grassroots/towns/$area", frame: "console", load: () => import("./town.tsx") },
  { path: "/grassroots/standards", frame: "console", load: () => import("./standards.tsx") },
  { path: "/grassroots/standards/$force/$id", frame: "console", load: () => import("./standard-body.tsx") },
  { path: "/grassroots/villages", frame: "console", load: () => import("./villages.tsx") },
  { path: "/grassroots/villages/$area", frame: "console", load: () => import("./village.tsx") },
  { path: "/grassroots/risks", frame: "console", load: () => import("./risks.tsx") },
  { path: "/grassroots/practices", frame: "console", load: () => import("./practices.tsx") },
  { path: "/grassroots/platforms", frame: "console", load: () => import("./platforms.tsx") },
  { path: "/embedded/$key", frame: "public", load: () => import("./embedded.tsx") },
];
