import { expect, it } from "vitest";
import { suggestCause } from "./causes.ts";

it.each([
  ["疏散通道被货物占用", "duty"],
  ["灭火器压力不足", "upkeep"],
  ["电动自行车在楼道充电", "energy"],
  ["住人区与经营区没有防火分隔", "building"],
  ["值班人员不会操作主机", "people"],
  ["地面湿滑", "other"],
])("%s comes of %s", (words, cause) => {
  expect(suggestCause(words)).toBe(cause);
});
