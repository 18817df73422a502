/** English of duties: declared words, and the sentences the program composes. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: {
    条款落实: "Clauses carried out",
    "todo/urging": "Urging",
    查看落实情况: "See how duties stand",
    查看辖区全部落实情况: "See every duty of the area",
    催办落实: "Urge",
    答复催办: "Answer urging",
    填报佐证: "Enter proof",
    申请免除: "Ask for a waiver",
    审批免除: "Decide on waivers",
    设定职责目标: "Set targets of duties",
  },
  sentences: {
    催办: "Urged",
    "催办：{+words}": "Urged: {+words}",
    "逾期催办，期限 {on}": "Urged as overdue, due {on}",
    "逾期未完成，报请关注，期限 {on}": "Overdue, reported for attention, due {on}",
    "逾期未完成，已拟约谈，请确认，期限 {on}": "Overdue, an interview is drafted for you to confirm, due {on}",
    本级: "Own level",
  },
};
