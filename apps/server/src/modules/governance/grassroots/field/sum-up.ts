/** What the facts of one patrol come to, in whatever order they arrived. Pure: the same facts, the same row. */
import type { Begun, Ended, PatrolPiece, Problem, Visited } from "./pieces.ts";

export type PatrolSum = {
  readonly beganAt: string;
  readonly endedAt: string;
  readonly route: string;
  readonly objects: number;
  readonly problems: number;
  readonly onSpot: number;
  readonly foundWords: string;
  readonly points: readonly { readonly place: string; readonly at: string; readonly fine: boolean; readonly note: string | null }[];
  readonly point: { readonly lon: number; readonly lat: number } | null;
};

const bare = (words: string): string => words.replace(/\s/g, "");
const said = (problems: readonly Problem[], words: string): string => {
  if (words) return words;
  if (problems.length === 0) return "未见异常";
  const first = problems.map(({ place, what }) => `${place}：${what}`).join("；");
  return first.length <= 280 ? first : `${first.slice(0, 279)}…`;
};

/** @returns undefined while it has not both begun and ended */
export function sumUp(pieces: readonly PatrolPiece[]): PatrolSum | undefined {
  const begun = pieces.find((piece): piece is Begun => piece.kind === "patrolBegun");
  const ended = pieces.find((piece): piece is Ended => piece.kind === "patrolEnded");
  if (!begun || !ended) return undefined;
  const byTime = pieces.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const visits = byTime.filter((piece): piece is Visited => piece.kind === "pointVisited");
  const problems = byTime.filter((piece): piece is Problem => piece.kind === "problemFound");
  // A place where something was found was looked at, whether or not it was ticked beside.
  const ticked = new Set(visits.map(({ place }) => bare(place)));
  const besides = new Set(problems.map(({ place }) => bare(place)).filter((place) => !ticked.has(place)));
  const objects = new Set(visits.map(({ unit, place }) => unit ?? bare(place))).size + besides.size;
  const point = ended.point ?? begun.point;
  return {
    beganAt: begun.at,
    endedAt: ended.at,
    route: begun.route,
    objects,
    problems: problems.length,
    onSpot: problems.filter(({ onSpot }) => onSpot).length,
    foundWords: said(problems, ended.words),
    points: visits.map(({ place, at, fine, note }) => ({ place, at, fine, note: note || null })),
    point: point && { lon: point.lon, lat: point.lat },
  };
}
