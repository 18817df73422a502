import { auditVerify } from "./audit-verify.ts";
import { basemapAdd, basemapList } from "./basemap.ts";
import { doctor } from "./doctor.ts";
import { simulate } from "./simulate.ts";
import type { Verb } from "./verb.ts";

export const verbs: readonly Verb[] = [simulate, auditVerify, doctor, basemapAdd, basemapList];
