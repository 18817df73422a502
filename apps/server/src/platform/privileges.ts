/**
 * Under row-level security only leakproof functions may use an index. These reveal nothing about a row through errors, so they are marked
 * where we are superuser; on a managed database without that right, search reads the range instead (docs/adr/0003).
 */
import type pg from "pg";
import type { Log } from "./log.ts";

const HARMLESS = [
  "textlike(text, text)",
  "arraycontains(anyarray, anyarray)",
  "arrayoverlap(anyarray, anyarray)",
  "platform.bigrams(text)",
];

export async function markLeakproof(client: Pick<pg.Client, "query">, log: Log): Promise<void> {
  for (const name of HARMLESS) {
    try {
      await client.query(`alter function ${name} leakproof`);
    } catch (error) {
      log.warn(
        { function: name, err: error instanceof Error ? error.message : error },
        "search will not use its index under row-level security",
      );
      return;
    }
  }
}
