/** 调研摸底: coverage against the register while a survey runs, a dated inventory when it is settled, and what becomes of each item. SH-3.1, TY-3.2.1 */
import { defineModule } from "#platform/module.ts";
import { listChain } from "./chain.ts";
import { listUnsurveyed, sendSurveyTasks, showCoverage } from "./coverage.ts";
import { seedDemo } from "./demo-seed.ts";
import { english } from "./english.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { listSurveys, showInventory, showSurvey } from "./routes.ts";
import { survey, surveyItem } from "./survey.ts";

const reading = ["baseline-survey.survey.read", "baseline-survey.item.read"];
const exporting = ["baseline-survey.survey.export", "baseline-survey.item.export"];
const running = ["baseline-survey.survey.write", "baseline-survey.run"];

export const baselineSurvey = defineModule({
  name: "baseline-survey",
  label: "调研摸底",
  menuAs: "调研摸底",
  english,
  cases: [survey],
  ledgers: [surveyItem],
  measures,
  routes: [listSurveys, showSurvey, showCoverage, listUnsurveyed, sendSurveyTasks, showInventory, listChain],
  messages,
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemo(tx, services, report);
  },
  permissions: { "baseline-survey.run": "组织调研摸底", "baseline-survey.send": "派排查任务" },
  grants: {
    inspector: [...reading, ...exporting, ...running, "baseline-survey.send"],
    "committee-office": [...reading, ...exporting, ...running],
    department: [...reading, ...exporting, "baseline-survey.send"],
    "street-clerk": [...reading, ...exporting, ...running, "baseline-survey.send"],
    leader: [...reading, ...exporting],
    readonly: reading,
  },
  menu: [
    {
      parent: "hazard",
      key: "baseline-survey",
      label: "调研摸底",
      path: "/baseline-survey/survey",
      permission: "baseline-survey.survey.read",
    },
  ],
});
