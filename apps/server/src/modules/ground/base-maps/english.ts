/** English of base maps. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: { 底图: "Base map", "导入、启用与撤回底图": "Import, put in force and withdraw base maps" },
};
