/** English of programmes told by their own groupings. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: {
    行动进展: "Programmes under way",
    年度重点任务: "Key task of the year",
    年度: "Year",
    重点任务: "Key task",
    所属阶段: "Stage",
    "政策包 stages 里的 key": "A key among the pack's stages",
    年度目标: "Aim of the year",
    进展: "Standing",
    推进中: "Under way",
    已完成: "Done",
    转入下年: "Carried over",
    不再推进: "Given up",
    由上年转入: "Carried from last year",
  },
  sentences: {
    文件各部分: "Parts of the document",
  },
};
