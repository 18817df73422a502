import { expect, it } from "vitest";
import { subtreeEnd } from "./areas.ts";

it.each([
  [330_800_000_000_000, 330_899_999_999_999],
  [330_802_000_000_000, 330_802_999_999_999],
  [330_802_001_000_000, 330_802_001_999_999],
  [330_802_001_002_000, 330_802_001_002_999],
  [330_802_001_002_003, 330_802_001_002_003],
])("the subtree of %d ends at %d", (key, end) => expect(subtreeEnd(key)).toBe(end));
