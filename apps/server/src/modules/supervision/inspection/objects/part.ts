import type { Part } from "../part.ts";
import { english } from "./english.ts";
import { countCheck, followAllUnits, followUnit, takeUpUnits } from "./keep-objects.ts";
import { byRisk, done, onTime, responsible } from "./measures.ts";
import { classChange, object } from "./object.ts";
import { nameSupervisors, setClass, showCoverage } from "./routes.ts";

const reading = ["inspection.object.read", "inspection.supervision-class.read"];

export const objectsPart: Part = {
  ledgers: [object, classChange],
  routes: [setClass, nameSupervisors, showCoverage],
  measures: [responsible, done, onTime, byRisk],
  handlers: [followUnit, countCheck],
  jobs: [followAllUnits],
  permissions: { "inspection.classify": "改监管类别与监管人" },
  grants: {
    inspector: [...reading, "inspection.object.export", "inspection.classify"],
    "committee-office": [...reading, "inspection.object.export", "inspection.classify"],
    department: [...reading, "inspection.object.export"],
    "street-clerk": [...reading],
    leader: reading,
    readonly: reading,
  },
  messages: { "inspection.class_unchanged": ["风险和信用都没有变", "Neither risk nor credit changes"] },
  english,
  menu: [
    { parent: "hazard", key: "inspection-coverage", label: "监管覆盖", path: "/inspection/coverage", permission: "inspection.object.read" },
    { parent: "hazard", key: "objects", label: "检查对象", path: "/inspection/object", permission: "inspection.object.read" },
  ],
  async seed(tx, services, { demo, report }) {
    if (!demo) return;
    report(`检查对象 ${await takeUpUnits(tx, services)} 家（由单位生成）`);
  },
};
