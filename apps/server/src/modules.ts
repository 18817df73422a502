/** The list of modules, in the order their seeds run. Adding a module adds a line here and nothing elsewhere. */

import { places } from "#modules/ground/places/module.ts";
import type { Module } from "#platform/module.ts";

export const modules: readonly Module[] = [places];
