import { auditVerify } from "./audit-verify.ts";
import { backup } from "./backup.ts";
import { basemapAdd, basemapList } from "./basemap.ts";
import { doctor } from "./doctor.ts";
import { exportVerb } from "./export.ts";
import { importVerb } from "./import.ts";
import { restore } from "./restore.ts";
import { simulate } from "./simulate.ts";
import type { Verb } from "./verb.ts";

export const verbs: readonly Verb[] = [importVerb, exportVerb, simulate, backup, restore, auditVerify, doctor, basemapAdd, basemapList];
