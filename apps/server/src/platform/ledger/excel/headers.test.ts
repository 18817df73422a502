import { expect, it } from "vitest";
import type { FileRow } from "./cell.ts";
import { datumIn, distance, findHead, matchHeaders, nearness, plainHeader } from "./match-headers.ts";
import { AREA, areaField, datumColumn, pointColumns, type SheetColumn } from "./sheet-columns.ts";

const columns: readonly SheetColumn[] = [
  { key: "name", label: "单位名称", field: { kind: "text", label: "单位名称", required: true } },
  { key: "areaM2", label: "建筑面积", field: { kind: "decimal", label: "建筑面积", unit: "m²" } },
  { key: "dutyPhone", label: "消防控制室电话", field: { kind: "text", label: "消防控制室电话" } },
  { key: AREA, label: "辖区", field: areaField },
  ...pointColumns,
  datumColumn,
];
const fieldsOf = (...headers: string[]) => matchHeaders(headers, columns).map((column) => column.field);

it("units, marks and spaces in a header do not count", () => {
  expect(plainHeader(" 建筑面积（㎡） *必填 ")).toBe("建筑面积");
  expect(fieldsOf("单位 名称*", "建筑面积(平方米)", "areaM2", "【消防控制室电话】")).toEqual(["name", "areaM2", null, null]);
});

it("places of the tree may stand in several columns, any other field in one", () => {
  expect(fieldsOf("区县", "乡镇（街道）", "村（社区）", "单位名称", "单位名称")).toEqual([AREA, AREA, AREA, "name", null]);
  expect(fieldsOf("区县", "街道/乡镇", "社区")).toEqual([AREA, AREA, AREA]);
});

it("a coordinate system in the header is kept with its column", () => {
  expect(matchHeaders(["经度（GCJ-02）", "lat", "经纬度（百度）"], columns)).toMatchObject([
    { field: "lon", datum: "gcj02" },
    { field: "lat" },
    { field: "point", datum: "bd09" },
  ]);
  expect([datumIn("高德坐标"), datumIn("WGS84"), datumIn("国家2000"), datumIn("经度")]).toEqual(["gcj02", "wgs84", "cgcs2000", undefined]);
});

it("an unknown header gets what may be meant, a blank one and our own column of problems are passed over", () => {
  const [near, initials, unknown, blank, problem] = matchHeaders(["控制室电话", "jzmj", "老板属相", "", "问题"], columns);
  expect(near?.suggestions[0]?.field).toBe("dutyPhone");
  expect(initials?.suggestions[0]?.field).toBe("areaM2");
  expect(unknown).toEqual({ header: "老板属相", field: null, suggestions: [] });
  expect([blank?.ignored, problem?.ignored]).toEqual([true, true]);
});

it("the head is found below a title and a note", () => {
  const row = (number: number, ...cells: FileRow["cells"]): FileRow => ({ number, cells });
  const rows = [
    row(1, "柯城区重点单位一览"),
    row(2, "填报：某某", null, "2026年"),
    row(4, "序号", "单位名称", "建筑面积（㎡）"),
    row(5, 1, "甲", 20),
  ];
  expect(findHead(rows, columns)?.number).toBe(4);
  expect(findHead([row(1, "a", "b"), row(2, 1, 2)], columns)?.number).toBe(1);
  expect(findHead([], columns)).toBeUndefined();
});

it("nearness is a scale: same, part, same initials, a letter apart, nothing in common", () => {
  expect([nearness("地址", "地址"), nearness("", "地址"), nearness("甲乙", "丙丁")]).toEqual([1, 0, 0]);
  expect(nearness("地址", "详细地址")).toBeGreaterThan(0.7);
  expect([distance("石梁乡", "石梁镇"), distance("", "abc"), distance("abc", "abc")]).toEqual([1, 3, 0]);
});
