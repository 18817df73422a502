/** Who calls: the token in the cookie → a session → its owner in his chosen post, as an Actor. Kept half a minute, dropped at once when told of a change. */
import { type Actor, expandGrants } from "#platform/actor.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Authenticate } from "#platform/http/server.ts";
import type { Services } from "#platform/services.ts";
import { subtreeOf } from "#platform/values.ts";
import { onChanged } from "./changed.ts";
import type { Policy } from "./domain/policy.ts";
import { permissionsOf, type RoleRow } from "./domain/roles.ts";
import { endsAt, type FirstSteps, firstSteps } from "./domain/session.ts";
import { hashToken } from "./secrets.ts";
import { type CallerRow, findCaller, findRole, findSession, readPolicy, type SessionRow, touchSession } from "./store.ts";

export const SESSION_COOKIE = "suiren_session";

const KEPT_MS = 30_000;
/** Writing "last seen" more often than the cache forgets would buy nothing. */
const TOUCH_MS = KEPT_MS;
const CACHE_LIMIT = 20_000;

/** For so long after a change is told, what is read may be from before its commit and is not kept. */
const UNSETTLED_MS = 5_000;
const EVERYBODY = "*";

type Known = { readonly actor: Actor; readonly until: number };

export function authenticateBySession(services: Services): Authenticate {
  const cache = new Map<string, Known>();
  const loading = new Map<string, Promise<Known | null>>();
  const unsettled = new Map<string, number>();
  let changes = 0;
  const nowMs = () => services.clock.now().getTime();
  onChanged(services.live, (userId) => {
    changes += 1;
    unsettled.set(userId ?? EVERYBODY, nowMs() + UNSETTLED_MS);
    loading.clear();
    for (const [key, { actor }] of cache) if (userId === null || actor.userId === userId) cache.delete(key);
  });

  function isSettled(userId: string): boolean {
    for (const [whose, until] of unsettled) if (until <= nowMs()) unsettled.delete(whose);
    return !unsettled.has(EVERYBODY) && !unsettled.has(userId);
  }

  async function load(key: string, tokenHash: Buffer, passive: boolean): Promise<Known | null> {
    const before = changes;
    const found = await readCaller(services, tokenHash, passive);
    // What a stream or a page asked for by itself is not kept: it would hide that its owner is still at work.
    if (found && !passive && before === changes && isSettled(found.actor.userId)) {
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(key, found);
    }
    return found;
  }

  return async ({ cookies, passive = false }) => {
    const token = cookies.get(SESSION_COOKIE);
    if (!token || token.length > 100) return null;
    const tokenHash = hashToken(token);
    const key = tokenHash.toString("hex");
    const known = cache.get(key);
    if (known && known.until > nowMs()) return known.actor;
    cache.delete(key);
    const asked = passive ? `${key} passive` : key;
    const pending = loading.get(asked) ?? load(key, tokenHash, passive).finally(() => loading.delete(asked));
    loading.set(asked, pending);
    return (await pending)?.actor ?? null;
  };
}

function readCaller(services: Services, tokenHash: Uint8Array, passive: boolean): Promise<Known | null> {
  return asWorker(services.db, async (tx) => {
    const session = await findSession(tx, tokenHash);
    if (!session) return null;
    const policy = await readPolicy(tx);
    const now = services.clock.now();
    const times = { createdAt: new Date(session.createdAt), lastSeenAt: new Date(session.lastSeenAt) };
    if (endsAt(times, session.role, policy) <= now) return null;
    if (!passive && now.getTime() - times.lastSeenAt.getTime() >= TOUCH_MS) await touchSession(tx, session.sessionId, now);
    const role = session.role === null ? undefined : await findRole(tx, session.role);
    const actor = actorOf(session, role, stepsOf(session, policy, now), services);
    const end = endsAt({ ...times, lastSeenAt: now }, session.role, policy);
    return { actor, until: Math.min(now.getTime() + KEPT_MS, end.getTime()) };
  });
}

export const stepsOf = (session: SessionRow, policy: Policy, now: Date): FirstSteps =>
  firstSteps({ ...session, passwordSetAt: new Date(session.passwordSetAt) }, policy, now);

const NOWHERE = { lo: 0, hi: 0 } as const;
const NOTHING: ReadonlySet<string> = new Set();

/** Without a post, or before the first steps are done, a session may read who it is and take those steps; nothing else. */
function actorOf(session: CallerRow, role: RoleRow | undefined, steps: FirstSteps, { registry }: Services): Actor {
  const held = !role || steps.mustChangePassword || steps.mustEnrolTotp;
  const names = [...registry.permissions.keys()];
  return {
    userId: session.userId,
    account: session.account,
    name: session.name,
    kind: session.kind,
    post: session.title ?? role?.label ?? null,
    role: session.role,
    organId: session.organ,
    organName: session.organName,
    area: held ? NOWHERE : subtreeOf(session.area),
    areaName: session.areaName,
    unitId: session.unit,
    permissions: held ? NOTHING : permissionsOf(role, registry.grants, (patterns) => expandGrants(patterns, names)),
  };
}

/**
 * The owner of an account with his rights and place, for what an operator does in his name at the machine's own terminal: whoever sits there
 * can read the database anyway, so no password is asked; what he does is audited with the machine's account beside the name.
 */
export async function actorOfAccount(tx: Tx, account: string, services: Services): Promise<Actor | null> {
  const caller = await findCaller(tx, account);
  if (!caller) return null;
  const role = caller.role === null ? undefined : await findRole(tx, caller.role);
  return actorOf(caller, role, { mustChangePassword: false, mustEnrolTotp: false }, services);
}
