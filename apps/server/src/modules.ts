/** The list of modules, in the order their seeds run. Adding a module adds a line here and nothing elsewhere. */
import { assessment } from "#modules/governance/assessment/module.ts";
import { committeeModule } from "#modules/governance/committee/module.ts";
import { grassroots } from "#modules/governance/grassroots/module.ts";
import { policyTasks } from "#modules/governance/policy-tasks/module.ts";
import { responsibility } from "#modules/governance/responsibility/module.ts";
import { baseMaps } from "#modules/ground/base-maps/module.ts";
import { facilities } from "#modules/ground/facilities/module.ts";
import { files } from "#modules/ground/files/module.ts";
import { identity } from "#modules/ground/identity/module.ts";
import { organizations } from "#modules/ground/organizations/module.ts";
import { places } from "#modules/ground/places/module.ts";
import { keyPlaces } from "#modules/objects/key-places/module.ts";
import { forces } from "#modules/response/forces/module.ts";
import { microStation } from "#modules/response/micro-station/module.ts";
import { remoteMonitoring } from "#modules/sensing/remote-monitoring/module.ts";
import { unitManagement } from "#modules/society/unit-management/module.ts";
import { baselineSurvey } from "#modules/supervision/baseline-survey/module.ts";
import { enforcement } from "#modules/supervision/enforcement/module.ts";
import { fireInvestigation } from "#modules/supervision/fire-investigation/module.ts";
import { hazardLoop } from "#modules/supervision/hazard-loop/module.ts";
import { inspection } from "#modules/supervision/inspection/module.ts";
import { supervisionListing } from "#modules/supervision/supervision-listing/module.ts";
import type { Module } from "#platform/module.ts";

export const modules: readonly Module[] = [
  organizations,
  identity,
  places,
  facilities,
  files,
  baseMaps,
  microStation,
  forces,
  remoteMonitoring,
  hazardLoop,
  supervisionListing,
  inspection,
  enforcement,
  unitManagement,
  keyPlaces,
  fireInvestigation,
  baselineSurvey,
  responsibility,
  policyTasks,
  committeeModule,
  grassroots,
  assessment,
];
