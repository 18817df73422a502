import { expect, it } from "vitest";
import type { Me, UserKind } from "../lib/session.ts";
import { menusOf } from "./menus.ts";

const user = (kind: UserKind): Me["user"] => ({
  id: "u",
  name: "汪洁",
  account: "wangjie",
  post: null,
  organ: null,
  areaName: "衢州市",
  kind,
  role: null,
  area: 330_800_000_000_000,
  unitId: null,
  hasTotp: false,
});
const page = { key: "user", label: "用户", path: "/identity/user", tabs: [] };
const system = { key: "system", label: "系统", icon: "gear", path: "/identity/user", children: [page] };
const places = { key: "places", label: "单位台账", icon: "building", path: "/places/unit", children: [] };
const seen = (kind: UserKind, menus: Me["menus"]) => menusOf({ user: user(kind), menus }).map(({ path }) => path);

it("whoever handles cases finds the work list first", () => expect(seen("official", [places])).toEqual(["/work", "/places/unit"]));
it("a server that has its own work entry keeps it, once", () =>
  expect(seen("official", [{ ...places, key: "work", path: "/work" }])).toEqual(["/work"]));
it("an administrator's pages stand on their own, with nothing else beside them", () => {
  expect(seen("audit-admin", [places, system])).toEqual(["/identity/user"]);
  expect(seen("system-admin", [system])).toEqual(["/identity/user", "/system/fields"]);
});
