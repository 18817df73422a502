import { expect, it } from "vitest";
import { expandGrants } from "#platform/actor.ts";
import { builtInRoles, checkPatterns, checkRoleForKind, isAdmin, type Kind, landingOf, permissionsOf, type RoleRow } from "./roles.ts";

const known = [
  "identity.account",
  "identity.grant",
  "identity.policy",
  "identity.audit",
  "identity.user.read",
  "identity.user.write",
  "places.unit.read",
  "places.unit.write",
  "places.building.read",
  "remote-monitoring.claim",
];
const expand = (patterns: readonly string[]) => expandGrants(patterns, known);
const declared = new Map([
  ["inspector", ["places.*.read", "places.unit.write"]],
  ["system-admin", ["identity.account", "identity.user.write"]],
]);
const role = (key: string, kind: Kind = "official", patterns: readonly string[] | null = null): RoleRow => ({
  key,
  label: key,
  kind,
  patterns,
});
const held = (given: RoleRow) => [...permissionsOf(given, declared, expand)].sort();

it("a role has what the modules declare for it", () => {
  expect(held(role("inspector"))).toEqual(["places.building.read", "places.unit.read", "places.unit.write"]);
  expect(held(role("nobody-declares"))).toEqual([]);
});

it("an office's own patterns take the place of the declared ones", () => {
  expect(held(role("inspector", "official", ["places.unit.read"]))).toEqual(["places.unit.read"]);
  expect(held(role("inspector", "official", []))).toEqual([]);
});

it("whatever its patterns, no other role gets what is the three administrators' alone", () => {
  expect(held(role("grand", "official", ["*", "identity.*"]))).toEqual([
    "identity.user.read",
    "places.building.read",
    "places.unit.read",
    "places.unit.write",
    "remote-monitoring.claim",
  ]);
});

it("an administrator's role is as declared, even if patterns stood beside it", () => {
  expect(held(role("system-admin", "system-admin", ["*"]))).toEqual(["identity.account", "identity.user.write"]);
});

it("no account joins two of the three administrators, nor one of them with work", () => {
  const kinds: readonly Kind[] = ["official", "unit", "system-admin", "security-admin", "audit-admin"];
  for (const kind of kinds)
    for (const [key, { kind: roleKind }] of Object.entries(builtInRoles)) {
      const checked = checkRoleForKind({ key, kind: roleKind }, kind);
      expect(checked.ok).toBe(roleKind === kind);
      if (!checked.ok && isAdmin(kind)) expect(checked.refusal.code).toBe("identity.administrators_apart");
    }
});

it.each([
  [["places.*.read"], "ok"],
  [["*"], "ok"],
  [["identity.grant"], "identity.pattern_reserved"],
  [["places.unit.read", "identity.audit"], "identity.pattern_reserved"],
  [["plces.*"], "identity.pattern_means_nothing"],
])("patterns %j for an official role: %s", (patterns, code) => {
  const checked = checkPatterns({ kind: "official" }, patterns, expand);
  expect(checked.ok ? "ok" : checked.refusal.code).toBe(code);
});

it("an administrator's own role takes no patterns", () => {
  expect(checkPatterns({ kind: "audit-admin" }, [], expand)).toMatchObject({
    ok: false,
    refusal: { code: "identity.administrator_role_fixed" },
  });
});

it("every role lands on a page of its own, a role an office made on the work list, nobody's on the root", () => {
  for (const key of Object.keys(builtInRoles)) expect(landingOf(key)).toMatch(/^\/[a-z]/);
  expect(landingOf("water-keeper")).toBe("/work");
  expect(landingOf(null)).toBe("/");
});
