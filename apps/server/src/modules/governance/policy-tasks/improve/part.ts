/** 配套措施、共性问题、举措模板、成效与优化: what a document is carried out with, and what was learned. QZ-8.1, TY-3.4.1, TY-4.2.2, PT-3.3.2 */
import type { Part } from "../part.ts";
import { seedImprove } from "./demo-seed.ts";
import { reviewEffect, showEffect } from "./effect.ts";
import { english } from "./english.ts";
import { cause, effectReview, measureTemplate, supportingMeasure, templateUse } from "./ledgers.ts";
import { messages } from "./messages.ts";
import { DECIDE, PROPOSAL, proposal } from "./proposal.ts";
import { showCommon } from "./show-common.ts";
import { showSupporting } from "./show-supporting.ts";
import { chooseVariant, countUses, listTemplates } from "./templates.ts";

const ledgers = [supportingMeasure, cause, measureTemplate, templateUse, effectReview];
const reading = [...ledgers.map(({ name }) => `${name}.read`), `${PROPOSAL}.read`];
const writing = (...of: readonly { readonly name: string }[]) => of.map(({ name }) => `${name}.write`);

export const improvePart: Part = {
  ledgers,
  cases: [proposal],
  routes: [showSupporting, showCommon, listTemplates, chooseVariant, showEffect, reviewEffect],
  handlers: [countUses],
  messages,
  english,
  permissions: { [DECIDE]: "审定优化建议" },
  grants: {
    "committee-office": [
      ...reading,
      ...writing(...ledgers),
      ...ledgers.map(({ name }) => `${name}.export`),
      `${supportingMeasure.name}.import`,
      `${PROPOSAL}.write`,
      `${PROPOSAL}.export`,
      DECIDE,
    ],
    leader: [...reading, DECIDE],
    inspector: [...reading, ...writing(supportingMeasure, cause, measureTemplate, templateUse, effectReview), `${PROPOSAL}.write`],
    department: [...reading, ...writing(supportingMeasure, measureTemplate, templateUse)],
    "street-clerk": [...reading, ...writing(supportingMeasure, measureTemplate, templateUse), `${PROPOSAL}.write`],
    readonly: reading,
  },
  async seed(tx, services, { demo }) {
    if (demo) await seedImprove(tx, services);
  },
};
