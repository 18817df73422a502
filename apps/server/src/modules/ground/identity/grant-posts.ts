/** 授权, by the security administrator: role × organ × area. The first grant makes an account work, the last withdrawn stops it. */
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey, isWithin } from "#platform/values.ts";
import { tellChanged } from "./changed.ts";
import { checkRoleForKind, isAdmin } from "./domain/roles.ts";
import {
  addPosting,
  areaExists,
  endPosting,
  endSessionsOf,
  findPosting,
  findRole,
  hasPeer,
  listPostings,
  lockAccount,
  organExists,
  saveState,
} from "./store.ts";
import { user } from "./user.ts";

const granting = { tag: "角色与授权", permission: "identity.grant", scope: "owner" } as const;

export const listPostsRoute = route({
  ...granting,
  method: "GET",
  path: "/identity/accounts/:id/posts",
  summary: "一个账号的岗位授权",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    posts: z.array(
      z
        .object({
          id: z.uuid(),
          role: z.string(),
          roleLabel: z.string(),
          organ: z.uuid().nullable(),
          organName: z.string().nullable(),
          area: z.number().int(),
          areaName: z.string(),
          title: z.string().nullable(),
        })
        .meta({ id: "Posting", description: "一个岗位授权" }),
    ),
  }),
  async run({ tx, actor }, { id }) {
    const posts = (await listPostings(tx, id)).filter(({ area }) => isWithin(area, actor.area));
    return ok({ posts: posts.map(({ userId: _, ...post }) => post) });
  },
});

export const grantPostRoute = route({
  ...granting,
  method: "POST",
  path: "/identity/accounts/:id/posts",
  summary: "授予岗位：角色、机构、辖区",
  input: z.object({
    id: z.uuid(),
    role: z.string().max(40),
    organ: z.uuid().nullish(),
    area: areaKey,
    title: z.string().trim().max(60).nullish(),
  }),
  output: z.object({ id: z.uuid() }),
  example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", role: "inspector", area: 330_802_000_000_000, title: "监督员" } },
  async run({ tx, actor, now, services, audit }, { id, role: key, organ = null, area, title = null }) {
    if (id === actor.userId) return refuse("conflict", "identity.own_rights");
    const account = await lockAccount(tx, id);
    if (!account || !isWithin(account.area, actor.area)) return refuse("not_found", "identity.unknown_account", { id });
    const role = await findRole(tx, key);
    if (!role) return refuse("not_found", "identity.unknown_role", { role: key });
    const fits = checkRoleForKind(role, account.kind);
    if (!fits.ok) return fits;
    if (!isWithin(area, actor.area)) return refuse("invalid", "ledger.outside_area");
    if (!(await areaExists(tx, area))) return refuse("invalid", "ledger.unknown_area");
    if (organ !== null && !(await organExists(tx, organ, actor.area))) return refuse("invalid", "identity.unknown_organ");
    const posting = await addPosting(tx, { userId: id, role: key, organ, area, title }, actor.userId, now);
    if (posting === null) return refuse("conflict", "identity.already_granted");
    if (account.state === "pending") await saveState(tx, id, "active");
    await tellChanged({ tx, services }, id);
    audit({ action: "授予岗位", subject: user.name, subjectId: id, area, detail: { role: key, organ, title } });
    return ok({ id: posting });
  },
});

export const withdrawPostRoute = route({
  ...granting,
  method: "DELETE",
  path: "/identity/posts/:id",
  summary: "收回岗位",
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(2, "请写明理由").max(200) }),
  output: z.object({}),
  async run({ tx, actor, now, services, audit }, { id, reason }) {
    const posting = await findPosting(tx, id);
    if (!posting || !isWithin(posting.area, actor.area)) return refuse("not_found", "identity.unknown_posting", { id });
    if (posting.userId === actor.userId) return refuse("conflict", "identity.own_rights");
    const account = await lockAccount(tx, posting.userId);
    if (account && isAdmin(account.kind) && !(await hasPeer(tx, account))) return refuse("conflict", "identity.last_administrator");
    await endPosting(tx, id, actor.userId, now);
    if (account?.state === "active" && (await listPostings(tx, account.id)).length === 0) {
      await saveState(tx, account.id, "pending");
      await endSessionsOf(tx, account.id);
    }
    await tellChanged({ tx, services }, posting.userId);
    audit({
      action: "收回岗位",
      subject: user.name,
      subjectId: posting.userId,
      area: posting.area,
      detail: { role: posting.role, reason },
    });
    return ok({});
  },
});
