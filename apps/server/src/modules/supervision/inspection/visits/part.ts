/** The visits: records from the field, what phones send and fetch, unit codes, and the desk's view of both. */
import type { Part } from "../part.ts";
import { conflict } from "./conflict.ts";
import { seedVisits } from "./demo-seed.ts";
import { english } from "./english.ts";
import { fieldDayRoute } from "./field-day.ts";
import { visitsMade } from "./measures.ts";
import { messages } from "./messages.ts";
import { closePhotoRoute, readOriginal, statePhotoRoute, takePhotoBytes } from "./photos.ts";
import { compareRoute, decideRoute } from "./settle-conflict.ts";
import { showVisitRoute } from "./show-visit.ts";
import { syncRoute } from "./sync.ts";
import { reissueCodeRoute, scanRoute, unitLabelsRoute } from "./unit-codes.ts";
import { visit } from "./visit.ts";

const reads = ["inspection.visit.read", "inspection.visit.export"] as const;
const field = [...reads, "inspection.field", "inspection.conflict.read"] as const;

export const visitsPart: Part = {
  ledgers: [visit],
  cases: [conflict],
  routes: [
    syncRoute,
    statePhotoRoute,
    closePhotoRoute,
    showVisitRoute,
    compareRoute,
    decideRoute,
    unitLabelsRoute,
    reissueCodeRoute,
    scanRoute,
  ],
  raw: () => [takePhotoBytes, readOriginal, fieldDayRoute],
  measures: [visitsMade],
  permissions: {
    "inspection.field": "现场检查",
    "inspection.settle": "裁定检查冲突",
    "inspection.original": "查看原始照片",
    "inspection.labels": "打印单位码",
  },
  grants: {
    inspector: [...field, "inspection.settle", "inspection.original", "inspection.labels"],
    "street-clerk": [...field, "inspection.settle", "inspection.labels"],
    "grid-member": field,
    "committee-office": reads,
    leader: reads,
    department: ["inspection.visit.read"],
    "unit-manager": ["inspection.visit.read"],
  },
  messages,
  menu: [
    { parent: "hazard", key: "visit", label: "监督检查记录", path: "/inspection/visit", permission: "inspection.visit.read" },
    { parent: "hazard", key: "visit-conflict", label: "检查冲突", path: "/inspection/conflict", permission: "inspection.settle" },
    { parent: "places", key: "unit-label", label: "单位码", path: "/inspection/unit-labels", permission: "inspection.labels" },
  ],
  english,
  async seed(tx, services, { demo, report }) {
    if (demo) await seedVisits(tx, services, report);
  },
};
