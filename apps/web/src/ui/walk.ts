/** The next cell with something in it, from a place in a direction; the place itself where there is none. Pure. */
export function nextCell(
  filled: readonly (readonly boolean[])[],
  from: readonly [number, number],
  step: readonly [number, number],
): readonly [number, number] {
  let [row, column] = from;
  for (;;) {
    row += step[0];
    column += step[1];
    const line = filled[row];
    if (!line || column < 0 || column >= line.length) return from;
    if (line[column]) return [row, column];
  }
}
