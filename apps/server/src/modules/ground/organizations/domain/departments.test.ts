import { expect, it } from "vitest";
import { divisionCodes, loadDivisions } from "../data/divisions.ts";
import { departmentsOf, type Place } from "./departments.ts";
import { organKinds } from "./organ-kinds.ts";

const quzhou: readonly Place[] = [
  { code: "330800", name: "衢州市", level: "city", parent: "" },
  { code: "330802", name: "柯城区", level: "county", parent: "330800" },
  { code: "330802007", name: "荷花街道", level: "town", parent: "330802" },
  { code: "330802100", name: "石梁镇", level: "town", parent: "330802" },
];
const putuo: readonly Place[] = [
  { code: "310107", name: "普陀区", level: "county", parent: "" },
  { code: "310107005", name: "曹杨新村街道", level: "town", parent: "310107" },
];
const find = (places: readonly Place[], name: string) => departmentsOf(places).find((department) => department.name === name);

it.each([
  ["衢州市消防救援支队", "330800", null],
  ["衢州市消防远程监控中心", "330800", null],
  ["衢州智造新城管理委员会", "330800", null],
  ["国网衢州供电公司", "330800", null],
  ["柯城区消防救援大队", "330802", { place: "330800", key: "fire-brigade" }],
  ["柯城区消防安全委员会办公室", "330802", { place: "330800", key: "committee-office" }],
  ["荷花街道办事处", "330802007", { place: "330802", key: "government" }],
  ["荷花派出所", "330802007", { place: "330802", key: "public-security" }],
  ["荷花街道应急消防管理站", "330802007", { place: "330802", key: "emergency" }],
  ["石梁镇人民政府", "330802100", { place: "330802", key: "government" }],
])("%s belongs to %s and stands below its own upper department", (name, place, above) => {
  expect(find(quzhou, name)).toMatchObject({ place, above });
});

it("a district of Shanghai has a brigade and a centre of its own", () => {
  expect(find(putuo, "普陀区消防救援支队")).toMatchObject({ level: "county", above: null });
  expect(find(putuo, "普陀区建设和管理委员会")).toMatchObject({ kind: "housing", member: true });
  expect(find(putuo, "曹杨新村街道办事处")).toMatchObject({ above: { place: "310107", key: "government" } });
});

it.each(divisionCodes)("%s: every place has a government, names are whole and no department occurs twice", async (code) => {
  const { name, areas } = await loadDivisions(code);
  const root: Place = { code, name, level: code.endsWith("00") ? "city" : "county", parent: "" };
  const places = [root, ...areas.flatMap(({ level, ...area }): Place[] => (level === "village" ? [] : [{ ...area, level }]))];
  const departments = departmentsOf(places);
  const keys = departments.map(({ place, key }) => `${place}/${key}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(departments.filter(({ kind }) => kind === "government").map(({ place }) => place)).size).toBe(places.length);
  for (const { name: full, kind, above, level } of departments) {
    expect(full).not.toMatch(/[{}]/);
    expect(organKinds).toHaveProperty(kind);
    if (level === "town" && kind !== "committee") expect(above).not.toBeNull();
  }
});
