import { describe, expect, it } from "vitest";
import { type ComponentFacts, deviceWords, floorWords, placeWords, shortNumber, splitComponentAddress } from "./component-words.ts";

const facts = (given: Partial<ComponentFacts> = {}): ComponentFacts => ({
  typeName: "感烟火灾探测器",
  systemName: "火灾报警系统",
  componentAddress: 0x0025_0002,
  loop: 2,
  point: 37,
  floor: 3,
  zone: "B",
  place: "女装区东侧走道",
  description: "3F B ZONE",
  ...given,
});

describe("a component in words a person can act on", () => {
  it("puts floor, zone and place before device numbers", () => {
    expect(placeWords(facts())).toBe("3 层 B 防火分区 女装区东侧走道");
    expect(deviceWords(facts())).toBe("感烟火灾探测器 2 回路 037 号");
    expect(shortNumber(facts())).toBe("2-037");
  });
  it("falls back to the panel's description, then to loop and point", () => {
    const unregistered = { floor: null, zone: null, place: null };
    expect(placeWords(facts(unregistered))).toBe("3F B ZONE");
    expect(placeWords(facts({ ...unregistered, description: " " }))).toBe("位置未登记（2 回路 037 号）");
  });
  it("says nothing about a place for a whole system but its name", () => {
    const system = facts({ floor: null, zone: null, place: null, description: null, componentAddress: null, point: null, loop: null });
    expect(placeWords(system)).toBe("火灾报警系统");
  });
  it("calls a basement 负 1 层 and keeps a zone that names itself", () => {
    expect(floorWords(-1)).toBe("负 1 层");
    expect(placeWords(facts({ floor: -1, zone: "车库东区", place: null }))).toBe("负 1 层 车库东区");
  });
  it("reads the loop from the low half of the address, and none from a small number", () => {
    expect(splitComponentAddress(0x0002_000a)).toEqual({ loop: 10, point: 2 });
    expect(splitComponentAddress(41)).toEqual({ loop: null, point: 41 });
    expect(splitComponentAddress(0xffff_ffff)).toEqual({ loop: 65_535, point: 65_535 });
  });
});
