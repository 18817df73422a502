/** What judging needs beside figures: proof by hand, waivers, targets an office set, frozen years. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { readSettings } from "#platform/settings.ts";
import { type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import type { DutyPeriod } from "./domain/periods.ts";

export type Proof = { readonly period: string; readonly value: number | null; readonly onDay: CalendarDate };
export type JudgeGround = {
  /** Newest first, by duty and organ. */
  proofsOf(duty: number, organ: string): readonly Proof[];
  waivedUntil(duty: number, organ: string): CalendarDate | null;
  configured(clause: string, key: string): number | undefined;
  isFrozen(area: number, period: Pick<DutyPeriod, "to">): boolean;
};

export const targetSetting = (clause: string, key: string): string => `policy-tasks.target.${clause}.${key}`;

export async function readGround(tx: Tx, duties?: readonly number[]): Promise<JudgeGround> {
  const some = duties ? sql`and duty = any(${duties}::int[])` : sql``;
  const proofs = await sql<Proof & { duty: number; organ: string }>`select duty, organ, period, value, on_day from policy_tasks.evidence
    where true ${some} order by duty, organ, at desc, id desc`.execute(tx);
  const waivers = await sql<{
    duty: number;
    organ: string;
    until: CalendarDate;
  }>`select duty, organ, max(until) as until from policy_tasks.waiver
    where state = 'approved' ${some} group by 1, 2`.execute(tx);
  const frozen = await sql<{ area: number; year: number }>`select area, year from policy_tasks.frozen_year`.execute(tx);
  const settings = await readSettings(tx);
  const of = (duty: number, organ: string) => `${duty} ${organ}`;
  const byOwner = new Map<string, Proof[]>();
  for (const { duty, organ, ...proof } of proofs.rows) {
    const own = byOwner.get(of(duty, organ));
    if (own) own.push(proof);
    else byOwner.set(of(duty, organ), [proof]);
  }
  const untils = new Map(waivers.rows.map(({ duty, organ, until }) => [of(duty, organ), until]));
  const years = frozen.rows.map(({ area, year }) => ({ range: subtreeOf(area), year: String(year) }));
  return {
    proofsOf: (duty, organ) => byOwner.get(of(duty, organ)) ?? [],
    waivedUntil: (duty, organ) => untils.get(of(duty, organ)) ?? null,
    configured(clause, key) {
      const value = settings.get(targetSetting(clause, key));
      return typeof value === "number" ? value : undefined;
    },
    isFrozen: (area, { to }) => years.length > 0 && years.some(({ range, year }) => to.startsWith(year) && isWithin(area, range)),
  };
}

/**
 * The proof that counts for a period: one entered for it; for what is done once or kept, the last that was there by its end.
 */
export function proofFor(proofs: readonly Proof[], period: Pick<DutyPeriod, "key" | "kind" | "to">): Proof | undefined {
  if (period.kind === "every") return proofs.find((proof) => proof.period === period.key);
  return proofs.find((proof) => period.kind === "once" || period.kind === "step" || proof.onDay <= period.to);
}
