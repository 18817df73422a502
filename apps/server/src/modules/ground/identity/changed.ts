/** Tells every API process that somebody's rights or sessions changed; it travels with the commit that made it true. */
import type { Actor } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { type LiveFeed, pushLive } from "#platform/live.ts";

const TOPIC = "identity.changed";
/** Held by no role: no screen hears this. */
const PERMISSION = "identity.changed";

/** @param userId whose, or null when everybody's may have (a role, the policy) */
export const tellChanged = (tx: Tx, userId: string | null): Promise<void> =>
  pushLive(tx, { topic: TOPIC, area: null, permission: PERMISSION, data: { userId } });

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

export const onChanged = (live: LiveFeed, heard: (userId: string | null) => void): void =>
  void live.subscribe(listener, ({ topic, data }) => {
    if (topic === TOPIC) heard(typeof data.userId === "string" ? data.userId : null);
  });
