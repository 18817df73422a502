/** 火灾事故下降率: how far a town's fires fell from one year to the next, what that says, and how much of it could be chance. JX-1.2.4. */
import type { proposals } from "./kinds.ts";

export type Decline = {
  readonly firesBefore: number;
  readonly firesNow: number;
  /** Percent of the year before; null when there was no fire to fall from. */
  readonly declineRate: number | null;
  readonly proposal: keyof typeof proposals;
  /** Few fires, or a fall that chance alone would bring about often enough: said beside the figure, decides nothing. */
  readonly small: boolean;
  /** Chance, in percent, of a fall at least this large when nothing has changed. */
  readonly chancePercent: number | null;
};

/** Below so many fires in the year before, a percentage says little. */
export const FEW_FIRES = 20;
const OFTEN = 10;

/** Sum of the binomial(n, ½) probabilities up to k: of n fires in two equal years, k or fewer fall into the second. */
export function chanceOfAtMost(k: number, n: number): number {
  let logChoose = 0;
  let sum = 0;
  for (let i = 0; i <= Math.min(k, n); i += 1) {
    if (i > 0) logChoose += Math.log((n - i + 1) / i);
    sum += Math.exp(logChoose - n * Math.LN2);
  }
  return Math.min(1, sum);
}

/** @param targetPercent the fall the government has set; a town that has it is proposed for delisting, a person approves */
export function judgeDecline(firesBefore: number, firesNow: number, targetPercent: number): Decline {
  const declineRate = firesBefore > 0 ? ((firesBefore - firesNow) / firesBefore) * 100 : null;
  const chance = firesBefore + firesNow > 0 ? chanceOfAtMost(firesNow, firesBefore + firesNow) * 100 : null;
  return {
    firesBefore,
    firesNow,
    declineRate: declineRate === null ? null : Math.round(declineRate * 10) / 10,
    proposal: declineRate !== null && declineRate >= targetPercent - 1e-9 ? "delist" : "keep",
    small: firesBefore < FEW_FIRES || (chance !== null && declineRate !== null && declineRate > 0 && chance > OFTEN),
    chancePercent: chance === null ? null : Math.round(chance * 10) / 10,
  };
}
