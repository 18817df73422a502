import { auditVerify } from "./audit-verify.ts";
import { backup } from "./backup.ts";
import { basemapAdd, basemapList } from "./basemap.ts";
import { doctor } from "./doctor.ts";
import { drawVerify } from "./draw-verify.ts";
import { exportVerb } from "./export.ts";
import { importVerb } from "./import.ts";
import { policyCheck } from "./policy-check.ts";
import { policyNames } from "./policy-names.ts";
import { restore } from "./restore.ts";
import { schemeCheck } from "./scheme-check.ts";
import { simulate } from "./simulate.ts";
import { snapshotVerify } from "./snapshot-verify.ts";
import type { Verb } from "./verb.ts";

export const verbs: readonly Verb[] = [
  importVerb,
  exportVerb,
  simulate,
  backup,
  restore,
  auditVerify,
  doctor,
  basemapAdd,
  basemapList,
  drawVerify,
  snapshotVerify,
  schemeCheck,
  policyCheck,
  policyNames,
];
