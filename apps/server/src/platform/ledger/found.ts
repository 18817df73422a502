/** A group of search results, as ledgers and modules give them. */
import { z } from "zod";

const found = z.object({ id: z.string(), title: z.string(), note: z.string(), path: z.string() });
export const foundGroup = z.object({
  key: z.string(),
  label: z.string(),
  path: z.string().nullable(),
  more: z.boolean(),
  rows: z.array(found),
});
export type FoundGroup = z.input<typeof foundGroup>;
