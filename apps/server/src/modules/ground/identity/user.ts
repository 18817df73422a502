/** 用户: a person who may sign in. Credentials, sessions and rights lie in tables of their own that the row filter's role cannot read. */
import type { actorKinds } from "#platform/actor.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, moment, organ, ref, text } from "#platform/ledger/fields.ts";

export const userKinds = {
  official: "工作人员",
  unit: "单位用户",
  "system-admin": "系统管理员",
  "security-admin": "安全管理员",
  "audit-admin": "审计管理员",
} as const satisfies Record<(typeof actorKinds)[number], string>;

/** 待授权 → 启用 ⇄ 停用: an account made by the system administrator waits for the security administrator. */
export const userStates = { pending: "待授权", active: "启用", disabled: "停用" } as const;
export type UserState = keyof typeof userStates;

export const user = defineLedger("identity.user", {
  label: "用户",
  counter: "人",
  title: "name",
  unit: "unit",
  fields: {
    name: text("姓名", { required: true, max: 40 }),
    account: text("账号", { required: true, readOnly: true, unique: true, max: 64 }),
    kind: choice("类别", userKinds, { required: true, readOnly: true, indexed: true }),
    state: choice("状态", userStates, { required: true, readOnly: true, indexed: true }),
    organ: organ("所在部门"),
    post: text("职务", { max: 60 }),
    phone: text("手机", { max: 20, format: "phone", personal: "contact", findable: true }),
    unit: ref("所属单位", "places.unit", { readOnly: true }),
    lastLoginAt: moment("最近登录", { readOnly: true }),
  },
  search: ["name", "account", "post"],
  list: {
    columns: ["name", "account", "kind", "organ", "post", "area", "state", "lastLoginAt"],
    filters: ["area", "kind", "state", "organ"],
    sort: "account",
  },
  views: {
    pending: { label: "待授权", where: { state: "pending" } },
    disabled: { label: "停用", where: { state: "disabled" } },
  },
  purpose: "工作联系与账号找回（个人信息保护法 第三十四条）；停用满一年后清除",
  // The standard form has no password and no kind: accounts are opened at POST /identity/accounts.
  check: (row) => (row.account ? [] : [{ field: "account", code: "identity.open_by_administrator" }]),
});
