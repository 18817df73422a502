/** Which norm and which way of working holds for a place: the nearest area above that has one in force, else what the product ships. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import type { Force, NormItem } from "../domain/norm.ts";
import type { WorkflowKind, WorkflowRule } from "../domain/workflow.ts";
import { shippedNorms, shippedWorkflows } from "./shipped.ts";

export type Norm = {
  readonly id: string | null;
  readonly area: number | null;
  readonly name: string;
  readonly force: Force;
  readonly document: string | null;
  readonly duties: string | null;
  readonly funding: string | null;
  readonly items: readonly NormItem[];
};
type Step = { readonly step: string; readonly who: string; readonly days: number | null };
export type Workflow = WorkflowRule & {
  readonly id: string | null;
  readonly area: number | null;
  readonly name: string;
  readonly document: string | null;
  readonly steps: readonly Step[];
};

const shipped = { id: null, area: null, document: null } as const;

/** Newest first, so that the first found of the nearest area speaks. */
export async function normsInForce(tx: Tx, today: CalendarDate): Promise<readonly Norm[]> {
  const { rows } = await sql<Norm>`select id, area, name, force, document, duties, funding, coalesce(items, '[]'::jsonb) as items
    from grassroots.v_norm where "from" <= ${today}::date order by "from" desc, id`.execute(tx);
  return [...rows, ...shippedNorms.map((norm) => ({ ...shipped, ...norm }))];
}

export async function workflowsInForce(tx: Tx, today: CalendarDate): Promise<readonly Workflow[]> {
  const { rows } =
    await sql<Workflow>`select id, area, name, kind, every, least::int, within_days::int, share::int, document, coalesce(steps, '[]'::jsonb) as steps
    from grassroots.v_workflow where "from" <= ${today}::date order by "from" desc, id`.execute(tx);
  const ours = shippedWorkflows.map(({ least = null, share = null, withinDays = null, ...each }) => ({
    ...shipped,
    ...each,
    least,
    share,
    withinDays,
  }));
  return [...rows, ...ours];
}

type Placed = { readonly area: number | null };
const width = ({ area }: Placed): number => (area === null ? Number.POSITIVE_INFINITY : subtreeOf(area).hi - area);

/** Of those that hold there, the one of the smallest area. */
const nearest = <T extends Placed>(all: readonly T[], place: number): T | undefined =>
  all
    .filter(({ area }) => area === null || isWithin(place, subtreeOf(area)))
    .reduce<T | undefined>((best, each) => (best && width(best) <= width(each) ? best : each), undefined);

export const normFor = (norms: readonly Norm[], force: Force, place: number): Norm | undefined =>
  nearest(
    norms.filter((norm) => norm.force === force),
    place,
  );
export const workflowFor = (workflows: readonly Workflow[], kind: WorkflowKind, place: number): Workflow | undefined =>
  nearest(
    workflows.filter((each) => each.kind === kind),
    place,
  );
