/** Who may decide about an organ: never itself, whatever right its people hold. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { RouteContext } from "#platform/route.ts";
import { isWithin } from "#platform/values.ts";
import { isOver } from "./domain/over.ts";

const GOVERNING = ["government", "management-committee", "committee"];
type Organ = { readonly area: number; readonly kind: string };

async function organOf(tx: Tx, id: unknown): Promise<Organ | undefined> {
  if (typeof id !== "string") return undefined;
  const { rows } = await sql<Organ>`select area, kind from organizations.v_organ where id = ${id}`.execute(tx);
  return rows[0];
}

/** A government is judged from above, a department by anybody beside or above it but itself; what another place found, that place settles. */
export async function standsOver(
  { tx, actor }: Pick<RouteContext, "tx" | "actor">,
  target: unknown,
  host: unknown = null,
): Promise<boolean> {
  const [of, by] = [await organOf(tx, target), await organOf(tx, host)];
  if (!of) return true;
  const run = by?.area ?? of.area;
  if (GOVERNING.includes(of.kind)) return isOver(actor.area, { run, about: of.area });
  return actor.organId !== target && isWithin(run, actor.area) && isWithin(of.area, actor.area);
}

/** Who speaks for an organ: its own people, and of a government those of its very place. */
export async function speaksFor({ tx, actor }: Pick<RouteContext, "tx" | "actor">, organ: unknown): Promise<boolean> {
  if (actor.organId !== null && actor.organId === organ) return true;
  const of = await organOf(tx, organ);
  return of !== undefined && GOVERNING.includes(of.kind) && actor.area.lo === of.area;
}
