/** Did a zone keep the standard of a major event on this day? Every one of its four demands, not their mean. */
export type ZoneDay = {
  readonly patrolsADay?: number | null | undefined;
  readonly patrols?: number | null | undefined;
  readonly posts?: number | null | undefined;
  readonly postsManned?: number | null | undefined;
  readonly onlineTarget?: number | null | undefined;
  readonly onlineRate?: number | null | undefined;
  readonly itemsFailed?: number | null | undefined;
};

const reached = (done: number | null | undefined, wanted: number | null | undefined): boolean => (done ?? 0) >= (wanted ?? 0);

export const zoneDayHolds = (day: ZoneDay): boolean =>
  reached(day.patrols, day.patrolsADay) &&
  reached(day.postsManned, day.posts) &&
  reached(day.onlineRate, day.onlineTarget) &&
  (day.itemsFailed ?? 0) === 0;
