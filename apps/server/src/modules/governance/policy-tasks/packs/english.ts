import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: {
    政策包: "Policy packs",
    任务分解表: "Task tables",
    查看政策包: "See policy packs",
    编写政策包: "Write policy packs and put them in force",
    批准政策包: "Approve policy packs",
    导入任务分解表: "Import task tables",
  },
  sentences: {
    产品自带: "Delivered with the product",
    "由 {file} 导入": "Imported from {file}",
  },
};
