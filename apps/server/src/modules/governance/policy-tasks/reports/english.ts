import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: {
    导出专题报告: "Export the yearly report",
  },
};
