import { describe, expect, it } from "vitest";
import { pagesAround, readAddress, writeAddress } from "./list-address.ts";

describe("a list's address", () => {
  it("keeps filter, view, page and open row, and gives them back", () => {
    const address = {
      view: "key",
      where: { kind: ["food"], areaM2: { from: 300 } },
      q: "东风",
      sort: "-risk",
      page: 3,
      open: "r1",
      map: true,
    };
    expect(readAddress(writeAddress(address))).toEqual(address);
  });
  it("says nothing of what is the default", () => expect(writeAddress({ where: {}, page: 1, map: false })).toBe(""));
  it.each(["?where={broken", "?where=[1]", "?where=7", "?page=-2", "?page=x"])("%s opens the plain list instead of an error", (search) =>
    expect(readAddress(search)).toMatchObject({ where: {}, page: 1 }),
  );
});

it("page numbers show first, last and neighbours, with gaps between", () => {
  expect(pagesAround(1, 46)).toEqual([1, 2, 3, 0, 46]);
  expect(pagesAround(20, 46)).toEqual([1, 0, 19, 20, 21, 0, 46]);
  expect(pagesAround(1, 1)).toEqual([1]);
});
