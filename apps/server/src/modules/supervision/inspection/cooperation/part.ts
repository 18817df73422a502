import type { Part } from "../part.ts";
import { declareCommitment } from "./commitment.ts";
import { english } from "./english.ts";
import { askExempt } from "./first-offence.ts";
import { listBareVillages, policeAssessment, villageGuidance, villageOfficer } from "./police.ts";
import { commitment, regime, technicalService } from "./regime.ts";

const ledgers = ["police-assessment", "village-officer", "village-guidance", "regime", "technical-service"];
const rights = (...which: readonly string[]) => ledgers.flatMap((ledger) => which.map((right) => `inspection.${ledger}.${right}`));
const reading = [...rights("read"), "inspection.commitment.read"];

export const cooperationPart: Part = {
  ledgers: [policeAssessment, villageOfficer, villageGuidance, regime, technicalService],
  cases: [commitment],
  routes: [declareCommitment, askExempt, listBareVillages],
  grants: {
    inspector: [...reading, ...rights("write", "import", "export")],
    "committee-office": [...reading, ...rights("write", "export")],
    "police-officer": [...reading, "inspection.village-guidance.write", "inspection.village-officer.write"],
    department: [...reading, "inspection.technical-service.write"],
    "street-clerk": [...reading, "inspection.village-officer.write"],
    leader: reading,
    readonly: reading,
  },
  messages: { "inspection.declared_in_future": ["承诺日不能晚于今天", "The day of the declaration is in the future"] },
  english,
  menu: [
    {
      parent: "hazard",
      key: "commitment",
      label: "告知承诺核查",
      path: "/inspection/commitment",
      permission: "inspection.commitment.read",
    },
    {
      parent: "society",
      key: "police",
      label: "派出所监督",
      path: "/inspection/police-assessment",
      permission: "inspection.police-assessment.read",
    },
    {
      parent: "society",
      key: "village-officer",
      label: "驻村民警",
      path: "/inspection/village-officer",
      permission: "inspection.village-officer.read",
    },
    {
      parent: "society",
      key: "technical-service",
      label: "技术服务",
      path: "/inspection/technical-service",
      permission: "inspection.technical-service.read",
    },
  ],
};
