/** 角色, by the security administrator: what a role may do, as patterns over the permissions the modules declare. */
import { z } from "zod";
import { expandGrants, isOverAll } from "#platform/actor.ts";
import type { Registry } from "#platform/module.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Spoken } from "#platform/services.ts";
import { tellChanged } from "./changed.ts";
import { builtInRoles, checkPatterns, permissionsOf, type RoleRow } from "./domain/roles.ts";
import { findRole, listRoles, saveRole } from "./store.ts";

const granting = { tag: "角色与授权", permission: "identity.grant", scope: "owner" } as const;
const patterns = z.array(z.string().regex(/^[a-z*][a-z0-9.*-]*$/)).max(200);
const label = z.string().trim().min(2).max(40);
const shown = z
  .object({
    key: z.string(),
    label: z.string(),
    kind: z.string(),
    builtIn: z.boolean(),
    /** null: as the modules declare. */
    patterns: z.array(z.string()).nullable(),
    permissions: z.array(z.string()),
  })
  .meta({ id: "Role", description: "角色" });

const expandOver = ({ permissions }: Registry) => {
  const names = [...permissions.keys()];
  return (given: readonly string[]) => expandGrants(given, names);
};

const show = (role: RoleRow, { registry, read }: Spoken): z.input<typeof shown> => ({
  key: role.key,
  label: read(role.label),
  kind: role.kind,
  builtIn: role.key in builtInRoles,
  patterns: role.patterns === null ? null : [...role.patterns],
  permissions: [...permissionsOf(role, registry.grants, expandOver(registry))].sort(),
});

export const listRolesRoute = route({
  ...granting,
  method: "GET",
  path: "/identity/roles",
  summary: "角色",
  input: z.object({}),
  output: z.object({ roles: z.array(shown) }),
  async run({ tx, services, language }) {
    return ok({ roles: (await listRoles(tx)).map((role) => show(role, services.spoken[language])) });
  },
});

export const listPermissionsRoute = route({
  ...granting,
  method: "GET",
  path: "/identity/permissions",
  summary: "全部权限名称",
  input: z.object({}),
  output: z.object({ permissions: z.array(z.object({ name: z.string(), label: z.string() })) }),
  async run({ services, language }) {
    return ok({ permissions: [...services.spoken[language].registry.permissions].map(([name, text]) => ({ name, label: text })) });
  },
});

export const createRoleRoute = route({
  ...granting,
  method: "POST",
  path: "/identity/roles",
  summary: "新建角色",
  input: z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/), label, kind: z.enum(["official", "unit"]), patterns }),
  output: shown,
  example: { input: { key: "water-keeper", label: "消防水源管理员", kind: "official", patterns: ["places.*.read"] } },
  async run({ tx, actor, services, audit, language }, role) {
    if (!isOverAll(actor, services.city.range)) return refuse("forbidden", "identity.holds_everywhere");
    if (await findRole(tx, role.key)) return refuse("conflict", "identity.role_exists", { role: role.key });
    const checked = checkPatterns(role, role.patterns, expandOver(services.registry));
    if (!checked.ok) return checked;
    await saveRole(tx, role, actor.userId);
    audit({ action: "新建角色", subject: "identity.role", subjectId: role.key, detail: { label: role.label, patterns: role.patterns } });
    return ok(show(role, services.spoken[language]));
  },
});

export const changeRoleRoute = route({
  ...granting,
  method: "PUT",
  path: "/identity/roles/:key",
  summary: "修改角色；内置角色清空权限即恢复出厂",
  input: z.object({ key: z.string().max(40), label, patterns: patterns.nullable() }),
  output: shown,
  example: { input: { label: "消防水源管理员", patterns: ["places.*.read", "water-sources.*"] } },
  async run({ tx, actor, services, audit, language }, given) {
    if (!isOverAll(actor, services.city.range)) return refuse("forbidden", "identity.holds_everywhere");
    const role = await findRole(tx, given.key);
    if (!role) return refuse("not_found", "identity.unknown_role", { role: given.key });
    const checked = checkPatterns(role, given.patterns ?? [], expandOver(services.registry));
    if (!checked.ok) return checked;
    if (given.patterns === null && !role.builtIn) return refuse("invalid", "identity.pattern_means_nothing", { pattern: "" });
    const changed = { ...role, label: given.label, patterns: given.patterns };
    await saveRole(tx, changed, actor.userId);
    await tellChanged({ tx, services }, null);
    audit({
      action: "修改角色",
      subject: "identity.role",
      subjectId: role.key,
      detail: { before: role.patterns, after: given.patterns, label: given.label },
    });
    return ok(show(changed, services.spoken[language]));
  },
});
