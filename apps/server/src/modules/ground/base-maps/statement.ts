/** What an office states about a base map before it is taken: a file of tiles says none of this for certain. */
import { z } from "zod";
import { calendarDate } from "#platform/values.ts";

export const datums = ["cgcs2000", "wgs84", "gcj02", "bd09"] as const;
/** Where a map is in force: on light screens, on dark ones (the wall among them), on all or, kept ready, on none. */
export const grounds = ["all", "light", "dark", "none"] as const;
export type Ground = (typeof grounds)[number];

export const statement = z.object({
  name: z.string().trim().min(2).max(60),
  /** Who made it, from what, as of when. */
  source: z.string().trim().min(2).max(200),
  /** Stands on every map that shows it. */
  attribution: z.string().trim().min(2).max(120),
  /** 审图号 as printed; a map without one says so. */
  approvalNumber: z.string().trim().max(60).optional(),
  datum: z.enum(datums),
  validUntil: calendarDate.optional(),
});
export type Statement = z.infer<typeof statement>;
