/** Where the names of the marks go, so that none lies over another mark or name: shifted to another side first, then left out. Pure. */
export type Side = "right" | "left" | "above" | "below" | "none";
export type ToPlace = {
  readonly id: string;
  /** Middle of the glyph, in px of the map. */
  readonly x: number;
  readonly y: number;
  /** Width of its name; 0 where it has none. */
  readonly labelWidth: number;
};
export type Placement = {
  readonly side: Side /** The glyph itself steps aside from a more important one on the same spot. */;
  readonly dx: number;
  readonly dy: number;
};
type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const HALF = 15;
const GAP = 4;
const LABEL_HEIGHT = 22;
const STEP = 36;
const SIDES = ["right", "left", "above", "below"] as const;
/** The spot itself, then the eight round it; further above and below for what a row of the map's own buttons covers. */
const ASIDE = [
  [0, 0],
  [-STEP, 0],
  [STEP, 0],
  [0, -STEP],
  [0, STEP],
  [-STEP, -STEP],
  [STEP, -STEP],
  [-STEP, STEP],
  [STEP, STEP],
  [0, 1.5 * STEP],
  [0, -1.5 * STEP],
] as const;

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const glyphBox = (x: number, y: number): Box => ({ left: x - HALF, top: y - HALF, right: x + HALF, bottom: y + HALF });

function labelBox(x: number, y: number, width: number, side: (typeof SIDES)[number]): Box {
  const beside = HALF + GAP;
  if (side === "right" || side === "left") {
    const left = side === "right" ? x + beside : x - beside - width;
    return { left, top: y - LABEL_HEIGHT / 2, right: left + width, bottom: y + LABEL_HEIGHT / 2 };
  }
  const top = side === "above" ? y - HALF - LABEL_HEIGHT - 2 : y + HALF + 2;
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + LABEL_HEIGHT };
}

/**
 * Places every mark of a map of this size, the most important first: earlier ones are never moved for later ones.
 * `taken`: boxes of the map's own controls; no mark hides under them.
 */
export function placeMarks(
  marks: readonly ToPlace[],
  size: { readonly width: number; readonly height: number },
  taken: readonly Box[] = [],
): ReadonlyMap<string, Placement> {
  const isOn = (x: number, y: number) => x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  const glyphs: Box[] = [];
  const spots = marks.map((mark) => {
    const free = ASIDE.find(
      ([dx, dy]) =>
        (isOn(mark.x + dx, mark.y + dy) || !isOn(mark.x, mark.y)) &&
        ![...glyphs, ...taken].some((box) => overlap(box, glyphBox(mark.x + dx, mark.y + dy))),
    );
    const [dx, dy] = free ?? ASIDE[0];
    glyphs.push(glyphBox(mark.x + dx, mark.y + dy));
    return { ...mark, x: mark.x + dx, y: mark.y + dy, dx, dy };
  });
  const inside = (box: Box) => box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
  const occupied: Box[] = [...glyphs, ...taken];
  const placed = new Map<string, Placement>();
  for (const { id, x, y, dx, dy, labelWidth } of spots) {
    const side = labelWidth === 0 ? undefined : SIDES.find((each) => fits(labelBox(x, y, labelWidth, each)));
    if (side) occupied.push(labelBox(x, y, labelWidth, side));
    placed.set(id, { side: side ?? "none", dx, dy });
  }
  return placed;

  function fits(box: Box): boolean {
    return inside(box) && !occupied.some((other) => overlap(box, other));
  }
}
