import { describe, expect, it } from "vitest";
import { problemTypeOf } from "./problem-types.ts";

describe("the type of a problem", () => {
  it("is told by the check item, whatever was written", () => {
    expect(problemTypeOf({ item: "hotel#EV-02", what: "灭火器压力不足" })).toBe("evacuation");
    expect(problemTypeOf({ item: "general-place#CR-01", what: "无人" })).toBe("facilities");
    expect(problemTypeOf({ item: "device#fault 1-2-3", what: "探测器" })).toBe("facilities");
  });

  it("is told by the words where the item says nothing", () => {
    expect(problemTypeOf({ item: "common#passage-blocked", what: "疏散通道堆放货物" })).toBe("evacuation");
    expect(problemTypeOf({ item: null, what: "占用消防车通道" })).toBe("lane");
    expect(problemTypeOf({ item: null, what: "室内停放电动自行车充电" })).toBe("power");
    expect(problemTypeOf({ item: null, what: "阁楼违规住人" })).toBe("lodging");
    expect(problemTypeOf({ item: "hotel#HT-01", what: "不合格" })).toBe("other");
  });
});
