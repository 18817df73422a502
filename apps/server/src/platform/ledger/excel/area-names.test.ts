import { expect, it } from "vitest";
import { keyOfCode, subtreeOf } from "../../values.ts";
import { areaNames, type NamedArea } from "./area-names.ts";

const place = (code: string, name: string, fullName: string): NamedArea => ({ key: keyOfCode(code), name, fullName, code });
const city = subtreeOf(keyOfCode("330800"));
const kecheng = subtreeOf(keyOfCode("330802"));
const names = areaNames([
  place("330800", "衢州市", "浙江省衢州市"),
  place("330802", "柯城区", "浙江省衢州市柯城区"),
  place("330881", "江山市", "浙江省衢州市江山市"),
  place("330802100", "石梁镇", "浙江省衢州市柯城区石梁镇"),
  place("330802101", "双港街道", "浙江省衢州市柯城区双港街道"),
  place("330881100", "双塔街道", "浙江省衢州市江山市双塔街道"),
  place("330802100001", "新村", "浙江省衢州市柯城区石梁镇新村"),
  place("330881100001", "新村", "浙江省衢州市江山市双塔街道新村"),
]);
const key = (code: string) => ({ key: keyOfCode(code) });

it("a place is found by its name, its full name, its code, and pieces over several columns", () => {
  for (const parts of [
    ["石梁镇"],
    ["浙江省衢州市柯城区石梁镇"],
    ["330802100"],
    ["柯城区石梁镇"],
    ["柯城区", "石梁镇"],
    ["柯城区", "", " 石梁镇 "],
  ])
    expect(names.find(parts, city), parts.join("/")).toEqual(key("330802100"));
});

it("two places of one name are told apart by what stands above them, or asked for", () => {
  expect(names.find(["石梁镇", "新村"], city)).toEqual(key("330802100001"));
  expect(names.find(["江山市", "新村"], city)).toEqual(key("330881100001"));
  expect(names.find(["新村"], city)).toMatchObject({ code: "import.area_ambiguous" });
  expect(names.find(["新村"], kecheng)).toEqual(key("330802100001"));
});

it("a name nearly right is offered as it should be; one outside the area is refused", () => {
  expect(names.find(["石梁乡"], city)).toMatchObject({
    code: "import.area_near",
    fix: { label: "改为石梁镇", value: "浙江省衢州市柯城区石梁镇" },
  });
  expect(names.find(["江山市"], kecheng)).toMatchObject({ code: "ledger.outside_area" });
  expect(names.find(["月球"], city)).toMatchObject({ code: "ledger.unknown_area" });
});

it("without a name somebody of a town means his town, anybody above must say", () => {
  expect(names.find([], subtreeOf(keyOfCode("330802100")))).toEqual(key("330802100"));
  expect(names.find([""], city)).toEqual({ code: "ledger.required" });
});
