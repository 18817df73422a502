/** 政策任务: documents put in force as data, the duties that follow from them, and the tasks they are broken into. */
import { defineModule } from "#platform/module.ts";
import { dutiesPart } from "./duties/part.ts";
import { english } from "./english.ts";
import { improvePart } from "./improve/part.ts";
import { issuePart } from "./issue/part.ts";
import { packsPart } from "./packs/part.ts";
import { refuseFrozenYears } from "./packs/store.ts";
import { joinParts } from "./part.ts";
import { programmePart } from "./programme/part.ts";
import { reportsPart } from "./reports/part.ts";
import { tasksPart } from "./tasks/part.ts";

export const policyTasks = defineModule({
  name: "policy-tasks",
  label: "政策任务",
  ...joinParts([{ english }, packsPart, tasksPart, dutiesPart, programmePart, issuePart, improvePart, reportsPart]),
  areas: {
    // A frozen year never changes; what the levels above add up is judged anew.
    keeps: {
      "policy_tasks.frozen_year": true,
      "policy_tasks.roll": true,
      "policy_tasks.standing": "t.frozen",
      "policy_tasks.turn": "exists (select from policy_tasks.standing s where s.id = t.standing and s.frozen)",
    },
    counts: { "policy_tasks.standing": "t.frozen" },
    refuses: refuseFrozenYears,
  },
  // Packs are sown first and stand last: what is owed comes before what it follows from.
  menu: [dutiesPart, programmePart, tasksPart, issuePart, reportsPart, packsPart].flatMap(({ menu }) => menu ?? []),
});
