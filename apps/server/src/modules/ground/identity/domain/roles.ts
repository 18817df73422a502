/**
 * Roles 角色 and the three separated administrators 三员: system-admin 系统管理员, security-admin 安全管理员, audit-admin 审计管理员.
 * What a role may do comes from the modules' grants, or from the patterns an office has set in its place.
 * Source: GB/T 22239-2019 8.1.5 (系统管理、审计管理、安全管理 apart).
 */
import { ok, type Result, refuse } from "#platform/result.ts";

export type Kind = "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";

export type BuiltInRole = {
  readonly label: string;
  readonly kind: Kind;
  /** Where the person finds himself after signing in. */
  readonly landing: string;
  /** Watched for a whole shift: no end by idleness. */
  readonly staysOpen?: true;
};

export const builtInRoles: Readonly<Record<string, BuiltInRole>> = {
  "duty-officer": { label: "值班员", kind: "official", landing: "/duty", staysOpen: true },
  "duty-leader": { label: "带班领导", kind: "official", landing: "/duty", staysOpen: true },
  dispatcher: { label: "指挥调度员", kind: "official", landing: "/duty", staysOpen: true },
  inspector: { label: "监督员", kind: "official", landing: "/work" },
  "committee-office": { label: "消安委办公室", kind: "official", landing: "/policy-tasks/board" },
  leader: { label: "领导", kind: "official", landing: "/policy-tasks/board" },
  department: { label: "行业部门", kind: "official", landing: "/work" },
  "street-clerk": { label: "街道专管员", kind: "official", landing: "/work" },
  "grid-member": { label: "网格员", kind: "official", landing: "/work" },
  "police-officer": { label: "派出所民警", kind: "official", landing: "/work" },
  readonly: { label: "只读", kind: "official", landing: "/work" },
  "unit-manager": { label: "单位消防安全管理人", kind: "unit", landing: "/unit" },
  "unit-duty": { label: "单位值班人员", kind: "unit", landing: "/unit", staysOpen: true },
  "system-admin": { label: "系统管理员", kind: "system-admin", landing: "/identity/user" },
  "security-admin": { label: "安全管理员", kind: "security-admin", landing: "/identity/roles" },
  "audit-admin": { label: "审计管理员", kind: "audit-admin", landing: "/identity/audit" },
};

const adminKinds: ReadonlySet<string> = new Set(["system-admin", "security-admin", "audit-admin"]);
export const isAdmin = (kind: string): boolean => adminKinds.has(kind);
export const staysOpen = (role: string): boolean => builtInRoles[role]?.staysOpen === true;
export const landingOf = (role: string | null): string => (role === null ? "/" : (builtInRoles[role]?.landing ?? "/work"));

/** What only the three administrators hold; no other role can be given it, whatever its patterns say. */
export const reservedPatterns = [
  "identity.account",
  "identity.grant",
  "identity.policy",
  "identity.audit",
  "identity.user.write",
  "identity.user.import",
  "identity.user.export",
  "identity.user.remove",
  "organizations.boundary",
  "platform.fields.*",
  "grassroots.platforms.read",
  "grassroots.platforms-register",
  "grassroots.platforms-approve",
] as const;

export type RoleRow = { readonly key: string; readonly label: string; readonly kind: Kind; readonly patterns: readonly string[] | null };
/** Expands permission patterns over all known names (platform/actor.ts). */
export type Expand = (patterns: readonly string[]) => ReadonlySet<string>;

/** The permissions of a role: those declared for it, unless the office set its own; never a reserved one, except for its administrator. */
export function permissionsOf(role: RoleRow, declared: ReadonlyMap<string, readonly string[]>, expand: Expand): ReadonlySet<string> {
  const own = declared.get(role.key) ?? [];
  if (isAdmin(role.kind)) return expand(own);
  const reserved = expand(reservedPatterns);
  return new Set([...expand(role.patterns ?? own)].filter((name) => !reserved.has(name)));
}

/** A unit's people hold unit roles, officials official ones, an administrator his own alone: no account ever joins two of the three. */
export function checkRoleForKind(role: Pick<RoleRow, "key" | "kind">, kind: Kind): Result<null> {
  if (role.kind === kind) return ok(null);
  return isAdmin(role.kind) || isAdmin(kind)
    ? refuse("conflict", "identity.administrators_apart", { role: role.key })
    : refuse("conflict", "identity.role_of_other_kind", { role: role.key });
}

/** May these patterns be set for this role? The administrators' own cannot be changed; each pattern must mean something. */
export function checkPatterns(role: Pick<RoleRow, "kind">, patterns: readonly string[], expand: Expand): Result<null> {
  if (isAdmin(role.kind)) return refuse("conflict", "identity.administrator_role_fixed");
  const reserved = expand(reservedPatterns);
  for (const pattern of patterns) {
    const names = [...expand([pattern])];
    if (names.length === 0) return refuse("invalid", "identity.pattern_means_nothing", { pattern });
    if (names.every((name) => reserved.has(name))) return refuse("conflict", "identity.pattern_reserved", { pattern });
  }
  return ok(null);
}
