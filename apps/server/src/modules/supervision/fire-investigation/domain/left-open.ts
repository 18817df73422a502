/** What of a fire's lessons is still undone. An investigation ends only when nothing is. JX-1.5.5 */
export type ProblemStanding = {
  /** The hazard at the place that burned. */
  readonly hazardOpen: boolean;
  /** Checks of similar units not finished. */
  readonly tasksOpen: number;
  /** Hazards found by these checks and not closed. */
  readonly foundOpen: number;
};

export const leftOpen = ({ hazardOpen, tasksOpen, foundOpen }: ProblemStanding): number => Number(hazardOpen) + tasksOpen + foundOpen;

/** At once: a problem that has killed is not given the usual weeks. Our own limits, out of no document. */
export const AT_ONCE_DAYS = { place: 1, similar: 7 } as const;
