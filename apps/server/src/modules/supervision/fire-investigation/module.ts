/** 火灾调查: what a fire brought to light becomes hazards and checks at once, followed until the last is closed. JX-1.5.5 */
import { defineModule } from "#platform/module.ts";
import { seedDemo } from "./demo-seed.ts";
import { english } from "./english.ts";
import { exposedProblem, investigation } from "./investigation.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { countSimilar, exposeProblem, listProblems } from "./routes.ts";

const reading = ["fire-investigation.investigation.read", "fire-investigation.problem.read"];
const exporting = ["fire-investigation.investigation.export", "fire-investigation.problem.export"];

export const fireInvestigation = defineModule({
  name: "fire-investigation",
  label: "火灾调查",
  menuAs: "火灾调查",
  english,
  cases: [investigation],
  ledgers: [exposedProblem],
  measures,
  routes: [listProblems, countSimilar, exposeProblem],
  messages,
  seedWithPeople: async (tx, services, { demo, report }) => {
    if (demo) await seedDemo(tx, services, report);
  },
  permissions: { "fire-investigation.investigate": "火灾调查与问题整改" },
  grants: {
    inspector: [...reading, ...exporting, "fire-investigation.investigation.write", "fire-investigation.investigate"],
    leader: [...reading, ...exporting],
    "committee-office": [...reading, ...exporting],
    "street-clerk": reading,
    department: reading,
    readonly: reading,
  },
  menu: [
    {
      parent: "hazard",
      key: "fire-investigation",
      label: "火灾调查",
      path: "/fire-investigation/investigation",
      permission: "fire-investigation.investigation.read",
    },
  ],
});
