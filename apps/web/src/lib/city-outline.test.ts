import { expect, it } from "vitest";
import { fitTo, outline } from "./city-outline.ts";

it("an outline keeps its corners and leaves out steps below a pixel", () => {
  const geometry = {
    type: "Polygon",
    coordinates: [
      [
        [118, 28],
        [118.000001, 28],
        [119, 28],
        [119, 29],
        [118, 28],
      ],
    ],
  } as const;
  const project = fitTo({ type: "FeatureCollection", features: [{ geometry }] }, 100, 100);
  expect(outline(geometry, project).match(/[ML]/g)).toHaveLength(4);
});
