/** 安全策略, by the security administrator. */
import { z } from "zod";
import { isOverAll } from "#platform/actor.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { writeSetting } from "#platform/settings.ts";
import { tellChanged } from "./changed.ts";
import { defaultPolicy, policySchema } from "./domain/policy.ts";
import { POLICY_SETTING, readPolicy } from "./store.ts";

const ruling = { tag: "安全策略", permission: "identity.policy", scope: "owner", path: "/identity/policy" } as const;

export const showPolicyRoute = route({
  ...ruling,
  method: "GET",
  summary: "安全策略",
  input: z.object({}),
  output: policySchema,
  example: { output: defaultPolicy },
  run: async ({ tx }) => ok(await readPolicy(tx)),
});

export const changePolicyRoute = route({
  ...ruling,
  method: "PUT",
  summary: "修改安全策略",
  input: policySchema.partial(),
  output: policySchema,
  example: { input: { lockMinutes: 30 } },
  async run({ tx, actor, services, audit }, given) {
    if (!isOverAll(actor, services.city.range)) return refuse("forbidden", "identity.holds_everywhere");
    const before = await readPolicy(tx);
    const after = policySchema.parse({ ...before, ...given });
    await writeSetting(tx, POLICY_SETTING, after, actor.userId);
    await tellChanged({ tx, services }, null);
    audit({ action: "修改安全策略", subject: "identity.policy", detail: { before, after } });
    return ok(after);
  },
});
