import fc from "fast-check";
import { expect, it } from "vitest";
import { MessageIds, uuidText } from "./message-id.ts";

it("ids rise in the order they were given, whatever the clock does, and are UUIDs of version 7", () => {
  const clocks = fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_020 }), { minLength: 2, maxLength: 200 });
  fc.assert(
    fc.property(clocks, (times) => {
      const ids = new MessageIds();
      const texts = times.map((ms) => uuidText(ids.next(ms)));
      expect(texts).toEqual(texts.toSorted());
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }),
  );
});

it("ten thousand ids in one millisecond differ", () => {
  const ids = new MessageIds();
  expect(new Set(Array.from({ length: 10_000 }, () => uuidText(ids.next(1_700_000_000_000)))).size).toBe(10_000);
});
