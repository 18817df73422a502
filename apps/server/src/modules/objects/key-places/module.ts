/** 重点场所与专项整治: campaigns over any register until each object is cleared, and the registers of places that need more than a unit's row. */
import { defineModule } from "#platform/module.ts";
import { campaign } from "./campaigns/campaign.ts";
import { campaignObject } from "./campaigns/campaign-object.ts";
import { checkObject, chooseList, sendTasks, settleOutcome } from "./campaigns/check-object.ts";
import { closeWithFigures, followHazards, followTasks } from "./campaigns/follow.ts";
import { planCampaign, previewObjects, refreshObjects } from "./campaigns/plan-campaign.ts";
import { showProgress } from "./campaigns/progress.ts";
import { listCampaigns, listTemplates, showCampaign } from "./campaigns/show-campaigns.ts";
import { seedDemoKeyPlaces } from "./demo-seed.ts";
import { english } from "./english.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { districtGate, historicDistrict } from "./registers/historic-district.ts";
import { largeMall, oldPlace } from "./registers/old-place.ts";
import { rentalHouse, rentalPatrol } from "./registers/rental-house.ts";
import { urbanVillage, villageHouse } from "./registers/urban-village.ts";
import { confirmZero, showEvent } from "./security/event-board.ts";
import { eventReport, eventSecurity, eventVenue } from "./security/event-security.ts";
import { securityZone, zoneDay } from "./security/security-zone.ts";
import { enterRegister } from "./survey/enter-register.ts";
import { highRiskPlace, surveySheet } from "./survey/survey-sheet.ts";
import { ruralWork, traditionalVillage, villageCondition } from "./village/rural.ts";
import { industryVisit, serviceRequest, supportedIndustry } from "./village/service-request.ts";

const everything = (right: string): string => `key-places.*.${right}`;
/** A clerk of a street writes down what is in his street; what the program counts nobody may type. */
const registers = [
  "urban-village",
  "village-house",
  "rental-house",
  "rental-patrol",
  "old-place",
  "large-mall",
  "historic-district",
  "district-gate",
  "high-risk-place",
  "survey-sheet",
  "security-zone",
  "zone-day",
  "event-security",
  "event-venue",
  "event-report",
  "traditional-village",
  "rural-work",
  "village-condition",
  "supported-industry",
  "industry-visit",
  "service-request",
] as const;
const writes = registers.map((name) => `key-places.${name}.write`);
const cases: readonly string[] = ["district-gate", "survey-sheet", "event-security"];
const imports = registers
  .filter((name) => !cases.includes(name) && name !== "service-request" && name !== "high-risk-place")
  .map((name) => `key-places.${name}.import`);
const campaigns = ["key-places.plan", "key-places.run", "key-places.check"] as const;

export const keyPlaces = defineModule({
  name: "key-places",
  label: "重点场所与专项整治",
  menuAs: "重点场所",
  english,
  ledgers: [
    campaignObject,
    highRiskPlace,
    urbanVillage,
    villageHouse,
    rentalHouse,
    rentalPatrol,
    oldPlace,
    largeMall,
    historicDistrict,
    securityZone,
    zoneDay,
    eventVenue,
    eventReport,
    traditionalVillage,
    ruralWork,
    villageCondition,
    supportedIndustry,
    industryVisit,
  ],
  cases: [campaign, surveySheet, districtGate, eventSecurity, serviceRequest],
  measures,
  handlers: [followHazards, followTasks, closeWithFigures, enterRegister],
  routes: [
    listTemplates,
    listCampaigns,
    showCampaign,
    showProgress,
    previewObjects,
    planCampaign,
    refreshObjects,
    checkObject,
    settleOutcome,
    sendTasks,
    chooseList,
    showEvent,
    confirmZero,
  ],
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemoKeyPlaces(tx, services, report);
  },
  messages,
  permissions: {
    "key-places.plan": "专项整治立项",
    "key-places.run": "推进专项整治",
    "key-places.check": "检查整治对象",
    "key-places.survey": "填报排查表",
    "key-places.verify": "核实排查表",
    "key-places.review": "消防审查与技术指导",
    "key-places.secure": "重大活动安保",
    "key-places.machine": "系统自动办理",
  },
  grants: {
    inspector: [
      everything("read"),
      everything("export"),
      ...writes,
      ...imports,
      "key-places.rental-house.reveal",
      ...campaigns,
      "key-places.survey",
      "key-places.verify",
      "key-places.review",
      "key-places.secure",
    ],
    "street-clerk": [
      everything("read"),
      everything("export"),
      ...writes,
      ...imports,
      "key-places.rental-house.reveal",
      ...campaigns,
      "key-places.survey",
      "key-places.verify",
      "key-places.secure",
    ],
    "grid-member": [
      everything("read"),
      "key-places.rental-house.write",
      "key-places.rental-patrol.write",
      "key-places.village-house.write",
      "key-places.survey-sheet.write",
      "key-places.zone-day.write",
      "key-places.survey",
      "key-places.check",
    ],
    department: [
      everything("read"),
      everything("export"),
      ...campaigns,
      "key-places.rural-work.write",
      "key-places.district-gate.write",
      "key-places.service-request.write",
      "key-places.survey",
    ],
    "committee-office": [everything("read"), everything("export"), "key-places.plan", "key-places.run"],
    leader: [everything("read"), everything("export")],
    "duty-leader": [
      "key-places.event-security.read",
      "key-places.event-venue.read",
      "key-places.event-report.read",
      "key-places.security-zone.read",
    ],
    readonly: [everything("read")],
  },
  menu: [
    { parent: "places", key: "key-places", label: "重点场所", path: "/key-places", permission: "key-places.old-place.read" },
    { parent: "hazard", key: "campaigns", label: "专项整治", path: "/key-places/campaign", permission: "key-places.campaign.read" },
  ],
});
