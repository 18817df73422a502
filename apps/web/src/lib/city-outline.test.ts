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
  const city = { adcode: "330800", name: "衢州市", level: "city", area: 330_800_000_000_000 };
  const project = fitTo({ type: "FeatureCollection", features: [{ type: "Feature", properties: city, geometry }] }, 100, 100);
  expect(outline(geometry, project).match(/[ML]/g)).toHaveLength(4);
});
