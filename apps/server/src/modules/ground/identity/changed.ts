/**
 * Tells every API process that somebody's rights or sessions changed: this one at once, the others with the commit that made it true.
 */
import type { Actor } from "#platform/actor.ts";
import { type LiveFeed, pushLive } from "#platform/live.ts";
import type { RouteContext } from "#platform/route.ts";

/** @param userId whose, or null when everybody's may have (a role, the policy) */
type Heard = (userId: string | null) => void;

const TOPIC = "identity.changed";
/** Held by no role: no screen hears this. */
const PERMISSION = "identity.changed";

const here = new WeakMap<LiveFeed, Set<Heard>>();

/** Called in the transaction of the change, so before its commit: whoever hears must not keep what he reads right after. */
export async function tellChanged({ tx, services }: Pick<RouteContext, "tx" | "services">, userId: string | null): Promise<void> {
  for (const heard of here.get(services.live) ?? []) heard(userId);
  await pushLive(tx, { topic: TOPIC, area: null, permission: PERMISSION, data: { userId } });
}

const listener: Actor = {
  userId: "00000000-0000-0000-0000-000000000000",
  account: "",
  name: "系统",
  kind: "official",
  post: null,
  organId: null,
  organName: null,
  area: { lo: 0, hi: Number.MAX_SAFE_INTEGER },
  areaName: "",
  unitId: null,
  permissions: new Set([PERMISSION]),
};

export function onChanged(live: LiveFeed, heard: Heard): void {
  here.set(live, (here.get(live) ?? new Set()).add(heard));
  live.subscribe(listener, ({ topic, data }) => {
    if (topic === TOPIC) heard(typeof data.userId === "string" ? data.userId : null);
  });
}
