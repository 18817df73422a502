/** The yearly report of a document, and the board's place in the menu. */
import type { Part } from "../part.ts";
import { english } from "./english.ts";
import { yearlyReport } from "./yearly-report.ts";

export const reportsPart: Part = {
  raw: () => [yearlyReport],
  permissions: { "policy-tasks.report": "导出专题报告" },
  grants: {
    leader: ["policy-tasks.report"],
    "committee-office": ["policy-tasks.report"],
  },
  messages: {
    "policy-tasks.report_year_ahead": ["{year} 年还没有开始", "{year} has not begun"],
    "policy-tasks.report_no_pack": ["没有生效的政策包 {pack}", "No pack {pack} is in force"],
  },
  english,
};
