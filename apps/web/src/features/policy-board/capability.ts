/** A capability by the name its page has in the menu: what a clause waits for. */
import { t } from "./words.ts";

const capabilityWords: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  responsibility: "capResponsibility",
  "policy-tasks": "capPolicyTasks",
  committee: "capCommittee",
  grassroots: "capGrassroots",
  assessment: "capAssessment",
  regulations: "capRegulations",
  "hazard-loop": "capHazardLoop",
  "supervision-listing": "capListing",
  inspection: "capInspection",
  enforcement: "capEnforcement",
  "fire-investigation": "capInvestigation",
  credit: "capCredit",
  "public-report": "capPublicReport",
  "remote-monitoring": "capMonitoring",
  "early-warning": "capWarning",
  "data-exchange": "capExchange",
  "micro-station": "capMicroStation",
  forces: "capForces",
  workforce: "capWorkforce",
  dispatch: "capDispatch",
  experts: "capExperts",
  "station-planning": "capPlanning",
  "water-sources": "capWater",
  "fire-lanes": "capLanes",
  "key-places": "capKeyPlaces",
  "high-rise": "capHighRise",
  hazmat: "capHazmat",
  "special-persons": "capPersons",
  "tech-retrofit": "capRetrofit",
  "unit-management": "capUnits",
  "training-publicity": "capTraining",
  "service-agencies": "capAgencies",
  insurance: "capInsurance",
};
export const capabilityWord = (capability: string): string => {
  const word = capabilityWords[capability];
  return word ? t(word) : capability;
};
