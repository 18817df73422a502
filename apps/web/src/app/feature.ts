/**
 * What a feature folder offers the app: `src/features/<name>/feature.ts` exports `routes`, and nothing else is touched.
 * `load` keeps the feature in its own chunk, fetched when first opened.
 */
import type { ComponentType } from "react";

export type FeatureRoute = {
  /** `/duty`, `/devices/$id`; the whole address below the origin. */
  readonly path: string;
  /** `console`: inside bar and menu. `full`: own frame, signed in. `public`: nobody need be signed in. */
  readonly frame: "console" | "full" | "public";
  readonly load: () => Promise<{ default: ComponentType }>;
};
