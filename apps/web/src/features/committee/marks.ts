/** Marks in a text that is being written: they keep their words while one types before, after or inside them. Pure. */
export type Place = { readonly start: number; readonly end: number };

/** What changed between two texts: one stretch taken out, one put in. */
export function editOf(before: string, after: string): { readonly at: number; readonly removed: number; readonly added: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { at: head, removed: before.length - head - tail, added: after.length - head - tail };
}

/** Marks after an edit. Typing inside a mark widens it, typing at its edge does not; a mark whose words are gone is gone. */
export function shiftMarks<M extends Place>(marks: readonly M[], before: string, after: string): readonly M[] {
  const { at, removed, added } = editOf(before, after);
  if (removed === 0 && added === 0) return marks;
  const [from, to, delta] = [at, at + removed, added - removed];
  return marks.flatMap((mark) => {
    if (mark.end <= from) return [mark];
    if (mark.start >= to) return [{ ...mark, start: mark.start + delta, end: mark.end + delta }];
    if (mark.start <= from && to <= mark.end) {
      const end = mark.end + delta;
      return end > mark.start && after.slice(mark.start, end).trim() !== "" ? [{ ...mark, end }] : [];
    }
    if (mark.start >= from && mark.end <= to) return [];
    // The edit reaches over one edge: what is left of the mark stays.
    const cut = mark.start < from ? { start: mark.start, end: from } : { start: from + added, end: mark.end + delta };
    return after.slice(cut.start, cut.end).trim() === "" ? [] : [{ ...mark, ...cut }];
  });
}

/** Without the space, commas and stops a hasty selection takes along. */
export function trimmed(text: string, { start, end }: Place): Place | undefined {
  const edge = /[\s，。；、,;：:]/;
  let [from, to] = [start, end];
  while (from < to && edge.test(text[from] ?? "")) from += 1;
  while (to > from && edge.test(text[to - 1] ?? "")) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}

export const overlapsAny = (place: Place, marks: readonly Place[]): boolean =>
  marks.some((mark) => place.start < mark.end && mark.start < place.end);

export type Segment<M extends Place> = { readonly key: string; readonly text: string; readonly mark: M | null };

/** The text in pieces, marked and unmarked in turn. */
export function segmentsOf<M extends Place>(text: string, marks: readonly M[]): readonly Segment<M>[] {
  const pieces: Segment<M>[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) pieces.push({ key: `t${at}`, text: text.slice(at, to), mark: null });
    at = Math.max(at, to);
  };
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > text.length) continue;
    plain(mark.start);
    pieces.push({ key: `m${mark.start}`, text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  plain(text.length);
  return pieces;
}
