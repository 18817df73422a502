/** What judging needs beside figures: proof by hand, waivers, targets an office set, frozen years. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { readSettings } from "#platform/settings.ts";
import { type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { above } from "../packs/store.ts";
import type { Waiver } from "./domain/judge.ts";
import type { DutyPeriod } from "./domain/periods.ts";
import type { LaidDuty } from "./laid.ts";

export type Proof = { readonly period: string; readonly value: number | null; readonly onDay: CalendarDate };
export type JudgeGround = {
  /** Newest first, by duty and organ. */
  proofsOf(duty: number, organ: string): readonly Proof[];
  waiversOf(duty: number, organ: string): readonly Waiver[];
  configured(duty: Place): number | undefined;
  isFrozen(area: number, period: Pick<DutyPeriod, "to">): boolean;
  /** Some area below is frozen, and this one is not. */
  isFrozenBelow(area: number, period: Pick<DutyPeriod, "to">): boolean;
};

type Place = Pick<LaidDuty, "letters" | "packArea" | "clause" | "key">;
/** A target holds for one clause of one document in one place: another place may have laid the same document down for itself. */
export const targetSetting = ({ letters, packArea, clause, key }: Place): string =>
  `policy-tasks.target.${letters}@${packArea}.${clause}.${key}`;
/** An area under a new key keeps the targets that were set for it. */
export async function moveTargets(tx: Tx, from: number, to: number): Promise<void> {
  await sql`insert into platform.setting (name, value, updated_at, updated_by)
    select replace(name, ${`@${from}.`}, ${`@${to}.`}), value, updated_at, updated_by from platform.setting
    where name like ${`policy-tasks.target.%@${from}.%`} on conflict do nothing`.execute(tx);
}
const NONE: readonly Waiver[] = [];

export async function readGround(tx: Tx, duties?: readonly number[]): Promise<JudgeGround> {
  const some = duties ? sql`and duty = any(${duties}::int[])` : sql``;
  const proofs = await sql<Proof & { duty: number; organ: string }>`select duty, organ, period, value, on_day from policy_tasks.evidence
    where true ${some} order by duty, organ, at desc, id desc`.execute(tx);
  const waivers = await sql<Waiver & { duty: number; organ: string }>`select duty, organ, from_on as "from", until from policy_tasks.waiver
    where state = 'approved' ${some}`.execute(tx);
  const frozen = await sql<{ area: number; year: number }>`select area, year from policy_tasks.frozen_year`.execute(tx);
  const settings = await readSettings(tx);
  const of = (duty: number, organ: string) => `${duty} ${organ}`;
  const byOwner = new Map<string, Proof[]>();
  for (const { duty, organ, ...proof } of proofs.rows) {
    const own = byOwner.get(of(duty, organ));
    if (own) own.push(proof);
    else byOwner.set(of(duty, organ), [proof]);
  }
  const waived = Map.groupBy(waivers.rows, ({ duty, organ }) => of(duty, organ));
  const years = new Map<string, Set<number>>();
  for (const { area, year } of frozen.rows) years.set(String(year), (years.get(String(year)) ?? new Set()).add(area));
  const isFrozen: JudgeGround["isFrozen"] = (area, { to }) => {
    const areas = years.size === 0 ? undefined : years.get(to.slice(0, 4));
    return areas !== undefined && above(area).some((each) => areas.has(each));
  };
  return {
    proofsOf: (duty, organ) => byOwner.get(of(duty, organ)) ?? [],
    waiversOf: (duty, organ) => (waived.size === 0 ? NONE : (waived.get(of(duty, organ)) ?? NONE)),
    configured(duty) {
      const value = settings.get(targetSetting(duty));
      return typeof value === "number" ? value : undefined;
    },
    isFrozen,
    isFrozenBelow: (area, period) =>
      [...(years.get(period.to.slice(0, 4)) ?? [])].some((each) => isWithin(each, subtreeOf(area))) && !isFrozen(area, period),
  };
}

/**
 * The proof that counts for a period: one entered for it; for what is done once or kept, the last that was there by its end.
 */
export function proofFor(proofs: readonly Proof[], period: Pick<DutyPeriod, "key" | "kind" | "to">): Proof | undefined {
  if (period.kind === "every") return proofs.find((proof) => proof.period === period.key);
  return proofs.find((proof) => period.kind === "once" || period.kind === "step" || proof.onDay <= period.to);
}
