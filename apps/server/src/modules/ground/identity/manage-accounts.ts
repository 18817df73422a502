/** Accounts 账号, by the system administrator: opened without rights, disabled, enabled, unlocked, given a new first password. */
import { z } from "zod";
import { type Actor, actorKinds } from "#platform/actor.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { checkValues, insertRows, labelled, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, isWithin } from "#platform/values.ts";
import { tellChanged } from "./changed.ts";
import { checkAccount } from "./domain/account.ts";
import { isAdmin } from "./domain/roles.ts";
import { hashPassword, newPassword } from "./secrets.ts";
import {
  type Account,
  addCredential,
  areaExists,
  clearThrottle,
  endSessionsOf,
  findByAccount,
  hasPeer,
  listPostings,
  lockAccount,
  readPolicy,
  savePassword,
  saveState,
  saveTotp,
} from "./store.ts";
import { type UserState, user, userStates } from "./user.ts";

const managing = { tag: "账号管理", permission: "identity.account", scope: "owner" } as const;
const idInput = z.object({ id: z.uuid() });
const withReason = idInput.extend({ reason: z.string().trim().min(2, "请写明理由").max(200) });

export const openAccountRoute = route({
  ...managing,
  method: "POST",
  path: "/identity/accounts",
  summary: "开设账号：待安全管理员授权后生效",
  input: z.object({
    account: z.string().max(64),
    name: z.string().max(40),
    kind: z.enum(actorKinds),
    area: areaKey,
    organ: z.uuid().nullish(),
    unit: z.uuid().nullish(),
    post: z.string().max(60).nullish(),
    phone: z.string().max(20).nullish(),
  }),
  output: z.object({ id: z.uuid(), account: z.string(), password: z.string(), state: z.string() }),
  example: { input: { account: "chenmin", name: "陈敏", kind: "official", area: 330_802_000_000_000 } },
  async run(context, given) {
    const { tx, actor, now, services } = context;
    const account = checkAccount(given.account);
    if (!account.ok) return account;
    if (await findByAccount(tx, account.value)) return refuse("conflict", "identity.account_taken", { account: account.value });
    const place = await checkPlace(context, given);
    if (!place.ok) return place;
    const entry = services.catalog.get(user.name);
    const { account: _, kind, area, unit, ...own } = given;
    const { values, problems } = checkValues(entry, own, services.catalog.formats, true);
    if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) });
    const id = uuidv7(now.getTime());
    const whole = { ...values, account: account.value, kind, unit: unit ?? null, state: "pending" };
    await insertRows(entry, [{ id, area, values: whole, demo: false }], readerOf(context));
    const password = newPassword();
    await addCredential(tx, id, { hash: await hashPassword(password), setAt: now, mustChange: true });
    context.audit({
      action: "开设账号",
      subject: user.name,
      subjectId: id,
      area,
      detail: { account: account.value, kind, by: actor.account },
    });
    return ok({ id, account: account.value, password, state: "pending" });
  },
});

type Place = {
  readonly kind: Actor["kind"];
  readonly area: number;
  readonly organ?: string | null | undefined;
  readonly unit?: string | null | undefined;
};

/** Inside the administrator's range; a unit's user has his unit and nobody else has one. */
async function checkPlace(context: RouteContext, { kind, area, organ, unit }: Place): Promise<Result<null>> {
  const { tx, actor, services } = context;
  if (!isWithin(area, actor.area)) return refuse("invalid", "ledger.outside_area");
  if (!(await areaExists(tx, area))) return refuse("invalid", "ledger.unknown_area");
  if ((kind === "unit") !== Boolean(unit)) return refuse("invalid", "identity.needs_unit");
  const asked = [
    [organ, "organizations.organ"],
    [unit, "places.unit"],
  ] as const;
  for (const [id, name] of asked) {
    const target = services.catalog.find(name);
    if (id && !(target && (await findRow(target, id, readerOf(context))))) return refuse("invalid", "ledger.unknown_reference", { name });
  }
  return ok(null);
}

/** An account somebody else's, inside the administrator's range, held until commit. */
async function holdOther({ tx, actor }: Pick<RouteContext, "tx" | "actor">, id: string): Promise<Result<Account>> {
  const account = await lockAccount(tx, id);
  if (!account || !isWithin(account.area, actor.area)) return refuse("not_found", "identity.unknown_account", { id });
  return account.id === actor.userId ? refuse("conflict", "identity.own_rights") : ok(account);
}

const wrongState = (state: UserState): Result<never> => refuse("conflict", "identity.wrong_state", { state: userStates[state] });

export const disableAccountRoute = route({
  ...managing,
  method: "POST",
  path: "/identity/accounts/:id/disable",
  summary: "停用账号",
  input: withReason,
  output: z.object({}),
  async run(context, { id, reason }) {
    const held = await holdOther(context, id);
    if (!held.ok) return held;
    if (held.value.state === "disabled") return wrongState(held.value.state);
    if (isAdmin(held.value.kind) && !(await hasPeer(context.tx, held.value))) return refuse("conflict", "identity.last_administrator");
    await saveState(context.tx, id, "disabled");
    await endSessionsOf(context.tx, id);
    await tellChanged(context, id);
    context.audit({ action: "停用账号", subject: user.name, subjectId: id, area: held.value.area, detail: { reason } });
    return ok({});
  },
});

export const enableAccountRoute = route({
  ...managing,
  method: "POST",
  path: "/identity/accounts/:id/enable",
  summary: "恢复停用的账号",
  input: withReason,
  output: z.object({ state: z.string() }),
  async run(context, { id, reason }) {
    const held = await holdOther(context, id);
    if (!held.ok) return held;
    if (held.value.state !== "disabled") return wrongState(held.value.state);
    const state = (await listPostings(context.tx, id)).length > 0 ? "active" : "pending";
    await saveState(context.tx, id, state);
    context.audit({ action: "恢复账号", subject: user.name, subjectId: id, area: held.value.area, detail: { reason } });
    return ok({ state });
  },
});

export const unlockAccountRoute = route({
  ...managing,
  method: "POST",
  path: "/identity/accounts/:id/unlock",
  summary: "解除登录锁定",
  input: idInput,
  output: z.object({}),
  async run(context, { id }) {
    const held = await holdOther(context, id);
    if (!held.ok) return held;
    await clearThrottle(context.tx, "account", held.value.account);
    context.audit({ action: "解除登录锁定", subject: user.name, subjectId: id, area: held.value.area });
    return ok({});
  },
});

export const resetPasswordRoute = route({
  ...managing,
  method: "POST",
  path: "/identity/accounts/:id/reset-password",
  summary: "重置密码：给一个一次性密码",
  input: withReason,
  output: z.object({ password: z.string() }),
  async run(context, { id, reason }) {
    const { tx, now } = context;
    const held = await holdOther(context, id);
    if (!held.ok) return held;
    const policy = await readPolicy(tx);
    const password = newPassword();
    await savePassword(tx, id, { hash: await hashPassword(password), setAt: now, mustChange: true }, policy.passwordHistory);
    await clearThrottle(tx, "account", held.value.account);
    await endSessionsOf(tx, id);
    await tellChanged(context, id);
    context.audit({ action: "重置密码", subject: user.name, subjectId: id, area: held.value.area, detail: { reason } });
    return ok({ password });
  },
});

/** By the security administrator: a password reset and a second key taken away are never in one hand. */
export const resetTotpRoute = route({
  ...managing,
  permission: "identity.grant",
  method: "POST",
  path: "/identity/accounts/:id/reset-totp",
  summary: "解除他人的动态码（手机丢失）",
  input: withReason,
  output: z.object({}),
  async run(context, { id, reason }) {
    const held = await holdOther(context, id);
    if (!held.ok) return held;
    await saveTotp(context.tx, id, null);
    await endSessionsOf(context.tx, id);
    await tellChanged(context, id);
    context.audit({ action: "解除他人的动态码", subject: user.name, subjectId: id, area: held.value.area, detail: { reason } });
    return ok({});
  },
});
