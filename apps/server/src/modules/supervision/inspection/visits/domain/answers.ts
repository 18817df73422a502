/** Decisions about the answers of a visit: which of two stands, what a visit came to, where two visits of one day differ. Pure. */
export type Outcome = "pass" | "fail" | "notApplicable";
export type Timed = { readonly answeredAt: string; readonly piece: string };

/** Of two answers to one item the later one stands, whatever order they arrived in; at the same instant the greater id. */
export const isLater = (next: Timed, before: Timed): boolean =>
  next.answeredAt === before.answeredAt ? next.piece > before.piece : next.answeredAt > before.answeredAt;

export type Result = "inProgress" | "passed" | "problems" | "guided";

/** What a visit came to. A guidance-type visit ends in advice, never in an order. */
export function resultOf(visit: { readonly finished: boolean; readonly failed: number; readonly guidance: boolean }): Result {
  if (!visit.finished) return "inProgress";
  if (visit.failed === 0) return "passed";
  return visit.guidance ? "guided" : "problems";
}

export type Answer = { readonly visit: string; readonly item: string; readonly outcome: Outcome; readonly overruled: boolean };

/**
 * Items of one place and day answered differently by different visits. 不适用 beside an answer is a difference too: one of them saw the thing.
 * An answer that was overruled no longer counts.
 */
export function differing(answers: readonly Answer[]): readonly string[] {
  const byItem = new Map<string, Set<Outcome>>();
  for (const { item, outcome, overruled } of answers) {
    if (overruled) continue;
    const seen = byItem.get(item) ?? new Set();
    byItem.set(item, seen.add(outcome));
  }
  return [...byItem]
    .filter(([, seen]) => seen.size > 1)
    .map(([item]) => item)
    .sort();
}

/** May the first-violation exemption 首违不罚 be noted? Only where every failed item is minor and the visit guides or corrects. */
export const mayExempt = (failedGrades: readonly string[]): boolean =>
  failedGrades.length > 0 && failedGrades.every((grade) => grade === "minor");

/** A phone without a fix says 0, 0; the columns take what may be in the country. */
export const isInChina = ({ lon, lat }: { readonly lon: number; readonly lat: number }): boolean =>
  lon > 73 && lon < 136 && lat > 3 && lat < 54;
