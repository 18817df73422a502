/** The list of modules, in the order their seeds run. Adding a module adds a line here and nothing elsewhere. */
import { baseMaps } from "#modules/ground/base-maps/module.ts";
import { facilities } from "#modules/ground/facilities/module.ts";
import { files } from "#modules/ground/files/module.ts";
import { identity } from "#modules/ground/identity/module.ts";
import { organizations } from "#modules/ground/organizations/module.ts";
import { places } from "#modules/ground/places/module.ts";
import { forces } from "#modules/response/forces/module.ts";
import { microStation } from "#modules/response/micro-station/module.ts";
import { remoteMonitoring } from "#modules/sensing/remote-monitoring/module.ts";
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
];
