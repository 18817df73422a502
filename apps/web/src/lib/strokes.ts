/** A signature as strokes: points in ten-thousandths of the pad's width, so it is drawn alike at any size. */
export type Strokes = readonly (readonly number[])[];
export const PAD_WIDTH = 10_000;
export const PAD_HEIGHT = 4_200;

/** The `d` of an SVG path; a touch without a move is a dot. */
export const pathOf = (strokes: Strokes): string =>
  strokes
    .map((points) => {
      const pairs: string[] = [];
      for (let i = 0; i + 1 < points.length; i += 2) pairs.push(`${points[i]} ${points[i + 1]}`);
      return pairs.length === 1 ? `M${pairs[0]}l1 1` : `M${pairs.join("L")}`;
    })
    .join("");
