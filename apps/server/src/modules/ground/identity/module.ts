/** 用户与权限: who may come in, as whom, and what he may do. */
import { asWorker } from "#platform/db.ts";
import { defineModule } from "#platform/module.ts";
import { changePasswordRoute } from "./change-password.ts";
import { english } from "./english.ts";
import { removeTotpRoute, startTotpRoute, verifyTotpRoute } from "./enrol-totp.ts";
import { exportAudit } from "./export-audit.ts";
import { keepDemoPassword } from "./first-accounts.ts";
import { grantPostRoute, listPostsRoute, withdrawPostRoute } from "./grant-posts.ts";
import { logInRoute, logOutRoute } from "./log-in.ts";
import {
  disableAccountRoute,
  enableAccountRoute,
  openAccountRoute,
  resetPasswordRoute,
  resetTotpRoute,
  unlockAccountRoute,
} from "./manage-accounts.ts";
import { changePolicyRoute, showPolicyRoute } from "./manage-policy.ts";
import { changeRoleRoute, createRoleRoute, listPermissionsRoute, listRolesRoute } from "./manage-roles.ts";
import { messages } from "./messages.ts";
import { readAuditRoute, verifyAuditRoute } from "./read-audit.ts";
import { endSessionRoute, listSessionsRoute, showMeRoute, switchPostRoute } from "./show-me.ts";
import { endDoubledPostings, readPolicy, seedRoles, sweep } from "./store.ts";
import { user } from "./user.ts";

const colleague = ["identity.user.read"] as const;

export const identity = defineModule({
  name: "identity",
  label: "用户与权限",
  english,
  ledgers: [user],
  areas: {
    follows: ["identity.posting"],
    acting: { "identity.posting": ["organ", "t.ended_at is null"] },
    counts: { "identity.posting": "t.ended_at is null" },
    settle: endDoubledPostings,
  },
  routes: [
    logInRoute,
    logOutRoute,
    showMeRoute,
    changePasswordRoute,
    startTotpRoute,
    verifyTotpRoute,
    removeTotpRoute,
    switchPostRoute,
    listSessionsRoute,
    endSessionRoute,
    openAccountRoute,
    disableAccountRoute,
    enableAccountRoute,
    unlockAccountRoute,
    resetPasswordRoute,
    resetTotpRoute,
    listPostsRoute,
    grantPostRoute,
    withdrawPostRoute,
    listRolesRoute,
    listPermissionsRoute,
    createRoleRoute,
    changeRoleRoute,
    showPolicyRoute,
    changePolicyRoute,
    readAuditRoute,
    verifyAuditRoute,
  ],
  raw: () => [exportAudit],
  permissions: {
    "identity.account": "账号开设、停用、解锁、重置",
    "identity.grant": "角色与授权",
    "identity.policy": "安全策略",
    "identity.audit": "审计日志",
  },
  grants: {
    "system-admin": ["identity.account", "identity.user.read", "identity.user.write", "identity.user.export", "identity.user.reveal"],
    "security-admin": ["identity.grant", "identity.policy", "identity.user.read"],
    "audit-admin": ["identity.audit"],
    "duty-officer": colleague,
    "duty-leader": colleague,
    dispatcher: colleague,
    inspector: colleague,
    "committee-office": colleague,
    leader: colleague,
    department: colleague,
    "street-clerk": colleague,
    "grid-member": colleague,
    "unit-manager": colleague,
    "unit-duty": colleague,
    readonly: colleague,
  },
  menu: [
    { parent: "system", key: "user", label: "用户", path: "/identity/user", permission: "identity.account" },
    { parent: "system", key: "user-rights", label: "用户", path: "/identity/user", permission: "identity.grant" },
    { parent: "system", key: "grant", label: "角色与授权", path: "/identity/roles", permission: "identity.grant" },
    { parent: "system", key: "policy", label: "安全策略", path: "/identity/policy", permission: "identity.policy" },
    { parent: "system", key: "audit", label: "审计日志", path: "/identity/audit", permission: "identity.audit" },
  ],
  messages,
  jobs: [
    {
      name: "identity.sweep",
      cron: "17 * * * *",
      run: (_, { db, clock }) => asWorker(db, async (tx) => sweep(tx, await readPolicy(tx), clock.now())),
    },
  ],
  seed: (tx) => seedRoles(tx),
  async start(services) {
    await keepDemoPassword(services);
    return () => Promise.resolve();
  },
});
