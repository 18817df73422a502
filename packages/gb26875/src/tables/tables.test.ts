/** The code tables: complete, named in both languages, and read through one door. */
import { expect, it } from "vitest";
import { analogTypes, commands, componentTypes, nameOf, profiles, statusFlags, systemTypes, typeFlags } from "../index.ts";

it("holds the standard's 17 system types, 66 component types, 12 analog types, 6 commands and 29 type flags", () => {
  const sizes = [systemTypes, componentTypes, analogTypes, commands, typeFlags].map((table) => Object.keys(table).length);
  expect(sizes).toEqual([17, 66, 12, 6, 29]);
});

it("names everything in Chinese and English, in every profile too", () => {
  const own = [...profiles.values()].flatMap((profile) => [
    profile.typeFlags,
    profile.systemTypes,
    profile.componentTypes,
    profile.analogTypes,
  ]);
  for (const table of [systemTypes, componentTypes, analogTypes, commands, typeFlags, ...own]) {
    for (const [code, { zh, en }] of Object.entries(table ?? {})) {
      expect([code, zh]).toEqual([code, expect.stringMatching(/^[^\s].*$/)]);
      expect([code, en]).toEqual([code, expect.stringMatching(/^[ -~]+$/)]);
    }
  }
});

it.each([
  ["systemTypes", 23, "消防电源"],
  ["systemTypes", 5, "预留"],
  ["systemTypes", 128, "用户自定义"],
  ["componentTypes", 121, "警报装置"],
  ["componentTypes", 2, "预留"],
  ["analogTypes", 4, "压力"],
  ["typeFlags", 91, "查岗命令"],
  ["commands", 6, "否认"],
  ["commands", 7, "预留"],
] as const)("%s %i is %s", (table, code, zh) => {
  expect(nameOf(table, code).zh).toBe(zh);
});

it.each([
  ["system", 14],
  ["component", 9],
  ["device", 7],
  ["systemOperation", 7],
  ["deviceOperation", 7],
] as const)("the bits of %s are the first %i, each with its own key", (name, count) => {
  const flags = statusFlags[name];
  expect(flags.map(({ bit }) => bit)).toEqual(Array.from({ length: count }, (_, bit) => bit));
  expect(new Set(flags.map(({ key }) => key)).size).toBe(count);
});
