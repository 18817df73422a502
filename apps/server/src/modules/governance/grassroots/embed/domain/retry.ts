/** Pauses between attempts to deliver: ten seconds, doubling, an hour at most; after the last one it is a dead letter somebody looks at. */
export const MOST_ATTEMPTS = 10;
const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 3_600;

/** @returns seconds until the next attempt, or null when there is none */
export const pauseAfter = (attempts: number): number | null =>
  attempts >= MOST_ATTEMPTS ? null : Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempts - 1));
