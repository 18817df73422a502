/** What each government owes in a year: one batch of hazard units or areas (JX-1.2.1), and one listing of major-hazard units (QZ-2.1.4). */
export type Done = { readonly batches: number; readonly majorListings: number };
export type Owed = { readonly batch: "met" | "due" | "missed"; readonly major: "met" | "due" | "missed" };

/** A year that is still running can still be met. */
export function owedIn(year: number, today: string, { batches, majorListings }: Done): Owed {
  const open = Number(today.slice(0, 4)) <= year;
  const state = (done: number) => (done > 0 ? "met" : open ? "due" : "missed");
  return { batch: state(batches), major: state(majorListings) };
}

/** From the first of this month on, a government that has published no batch is told, once in the year. */
export const remindsOfBatch = (today: string, fromMonth: number): boolean => Number(today.slice(5, 7)) >= fromMonth;

/**
 * When a listed town is to be interviewed next: the day fixed at the last interview, else so many days after it; before the first one, so many
 * days after it was listed. A fixed day that was before the last interview was kept by it.
 */
export function nextInterviewOn(
  { listedOn, heldOn, fixedOn }: { readonly listedOn: string; readonly heldOn: string | null; readonly fixedOn: string | null },
  everyDays: number,
): string {
  if (fixedOn !== null && (heldOn === null || fixedOn > heldOn)) return fixedOn;
  const from = heldOn !== null && heldOn > listedOn ? heldOn : listedOn;
  return new Date(Date.parse(`${from}T00:00:00Z`) + everyDays * 86_400_000).toISOString().slice(0, 10);
}
