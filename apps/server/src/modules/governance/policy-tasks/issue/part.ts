/** 文件印发与签收. PT-0.1, TY-3.1.1 */
import type { Part } from "../part.ts";
import { seedIssues } from "./demo-seed.ts";
import { english } from "./english.ts";
import { ISSUE, issue } from "./issue.ts";
import { messages } from "./messages.ts";
import { RECEIPT, receipt } from "./receipt.ts";
import { countReceipts, issueRoutes, SEND } from "./routes.ts";

const reading = [`${ISSUE}.read`, `${RECEIPT}.read`];
const issuing = [...reading, `${ISSUE}.write`, SEND];

export const issuePart: Part = {
  ledgers: [issue],
  cases: [receipt],
  routes: issueRoutes,
  handlers: [countReceipts],
  messages,
  english,
  permissions: { [SEND]: "印发文件到收文单位" },
  grants: {
    "committee-office": [...issuing, `${ISSUE}.export`, `${RECEIPT}.export`],
    leader: reading,
    inspector: issuing,
    department: issuing,
    "street-clerk": issuing,
    readonly: reading,
  },
  menu: [
    { parent: "policy", key: "issue", label: "文件印发", path: "/policy-tasks/issue", permission: `${ISSUE}.read` },
    { parent: "policy", key: "receipt", label: "文件签收", path: "/policy-tasks/receipt", permission: `${RECEIPT}.read` },
  ],
  async seed(tx, services, { demo }) {
    if (demo) await seedIssues(tx, services);
  },
};
