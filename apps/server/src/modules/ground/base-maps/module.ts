/** 底图: the streets, blocks, green and water an office imports, beneath every map of its people. */
import { defineModule } from "#platform/module.ts";
import { english } from "./english.ts";
import {
  beginBaseMapRoute,
  cancelBaseMapRoute,
  finishBaseMapRoute,
  groundBaseMapRoute,
  groundRoute,
  listBaseMapsRoute,
  withdrawBaseMapRoute,
} from "./manage.ts";
import { baseMapMessages } from "./messages.ts";
import { closeArchives } from "./open-maps.ts";
import { showTile } from "./tiles.ts";
import { takeBytes } from "./upload.ts";

export const baseMaps = defineModule({
  name: "base-maps",
  label: "底图",
  english,
  routes: [
    listBaseMapsRoute,
    groundRoute,
    beginBaseMapRoute,
    finishBaseMapRoute,
    cancelBaseMapRoute,
    groundBaseMapRoute,
    withdrawBaseMapRoute,
  ],
  raw: () => [takeBytes, showTile],
  start: async () => closeArchives,
  permissions: { "base-maps.manage": "导入、启用与撤回底图" },
  grants: { "system-admin": ["base-maps.manage"] },
  menu: [{ parent: "system", key: "base-map", label: "底图", path: "/system/base-maps", permission: "base-maps.manage" }],
  messages: baseMapMessages,
});
