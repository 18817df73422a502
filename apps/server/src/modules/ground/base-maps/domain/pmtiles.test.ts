import fc from "fast-check";
import { expect, it } from "vitest";
import { type Entry, findEntry, type Header, readDirectory, readHeader, tileIdOf, writeDirectory, writeHeader } from "./pmtiles.ts";

const header: Header = {
  root: { offset: 127, length: 40 },
  metadata: { offset: 200, length: 10 },
  leaves: { offset: 210, length: 0 },
  tiles: { offset: 300, length: 700 },
  internalCompression: "gzip",
  tileCompression: "gzip",
  kind: "mvt",
  minZoom: 5,
  maxZoom: 14,
  bounds: [118.1, 28.2, 119.4, 29.5],
};
const bytes = () => writeHeader(header, { addressed: 3, entries: 3, contents: 3 });
const codeOf = (first: Uint8Array, size = 1_000) => {
  const read = readHeader(first, size);
  return read.ok ? "ok" : read.refusal.code;
};
const changed = (at: number, value: number) => {
  const copy = bytes();
  copy[at] = value;
  return copy;
};

it("a header comes back as it was written", () => {
  expect(readHeader(bytes(), 1_000)).toEqual({ ok: true, value: header });
});

it("a tile's number is the one the specification gives", () => {
  expect([tileIdOf(0, 0, 0), tileIdOf(1, 0, 0), tileIdOf(1, 0, 1), tileIdOf(1, 1, 1), tileIdOf(1, 1, 0), tileIdOf(2, 0, 0)]).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);
  expect(tileIdOf(12, 3423, 1763)).toBe(19_078_479);
});

it("every tile of a zoom has a number of its own, between those of its neighbours in zoom", () => {
  const ids = new Set<number>();
  for (let x = 0; x < 32; x++) for (let y = 0; y < 32; y++) ids.add(tileIdOf(5, x, y));
  expect([ids.size, Math.min(...ids), Math.max(...ids)]).toEqual([1_024, 341, 1_364]);
});

it("what is no base map is told apart by what is wrong with it", () => {
  expect(codeOf(new TextEncoder().encode("SQLite format 3"))).toBe("base-maps.not_pmtiles");
  expect(codeOf(bytes().subarray(0, 50))).toBe("base-maps.truncated");
  expect(codeOf(bytes(), 999)).toBe("base-maps.truncated");
  expect(codeOf(changed(7, 2))).toBe("base-maps.version");
  expect(codeOf(changed(99, 6))).toBe("base-maps.tile_kind");
  expect(codeOf(changed(99, 200))).toBe("base-maps.tile_kind");
  expect(codeOf(changed(100, 15))).toBe("base-maps.zooms");
  expect(codeOf(changed(101, 30))).toBe("base-maps.zooms");
  expect(codeOf(changed(105, 0x7f))).toBe("base-maps.bounds");
  expect(codeOf(changed(8, 1))).toBe("base-maps.bad_directory");
});

const directories = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 2 ** 40 }),
      runLength: fc.nat(5),
      offset: fc.nat(2 ** 40),
      length: fc.integer({ min: 1, max: 2 ** 30 }),
    }),
    {
      minLength: 1,
      maxLength: 50,
    },
  )
  .map((rows) => {
    let tileId = 0;
    return rows.map(({ step, ...rest }): Entry => {
      tileId += step;
      return { tileId, ...rest };
    });
  });

it("a directory comes back as it was written, adjoining tiles and leaves alike", () => {
  fc.assert(
    fc.property(directories, (entries) => {
      expect(readDirectory(writeDirectory(entries))).toEqual(entries);
    }),
  );
});

it("a directory cut short is none, and random bytes never hang or throw", () => {
  fc.assert(
    fc.property(directories, fc.nat(), (entries, cut) => {
      const whole = writeDirectory(entries);
      expect(readDirectory(whole.subarray(0, cut % whole.length))).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void readDirectory(noise)));
});

it("a tile is found inside its run, in the leaf that may hold it, and not in a gap", () => {
  const entries: readonly Entry[] = [
    { tileId: 5, runLength: 3, offset: 0, length: 10 },
    { tileId: 20, runLength: 1, offset: 10, length: 10 },
    { tileId: 30, runLength: 0, offset: 0, length: 99 },
  ];
  const at = (id: number) => findEntry(entries, id)?.tileId;
  expect([4, 5, 7, 8, 20, 21, 30, 1_000].map(at)).toEqual([undefined, 5, 5, undefined, 20, undefined, 30, 30]);
});
