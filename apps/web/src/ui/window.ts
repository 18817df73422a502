/** Which rows of a long list are worth drawing. Pure; rows have one fixed height. */
export type Slice = { readonly first: number; readonly last: number; readonly before: number; readonly after: number };

const WINDOWED_FROM = 100;
const OVERSCAN = 12;

/** Up to 100 rows are all drawn. `before` and `after` are the heights, in px, of what is left out. */
export function sliceOf(count: number, rowHeight: number, scrollTop: number, viewHeight: number): Slice {
  if (count <= WINDOWED_FROM) return { first: 0, last: count, before: 0, after: 0 };
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - OVERSCAN);
  const last = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN);
  return { first, last, before: first * rowHeight, after: (count - last) * rowHeight };
}
