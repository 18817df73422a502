/** Outbox: events leave in the transaction that caused them; handlers hear them at least once, in order, each at its own pace. */
import { sql } from "kysely";
import { asWorker, type Db, type Tx } from "./db.ts";
import type { Log } from "./log.ts";
import type { Services } from "./services.ts";

export type DomainEvent = { readonly type: string; readonly area?: number; readonly actor?: string | null } & Readonly<
  Record<string, unknown>
>;
export type HeardEvent = {
  readonly id: number;
  readonly at: string;
  readonly type: string;
  readonly area: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
};
/** Must be idempotent by event id. */
export type EventHandler = {
  readonly name: string;
  readonly types: readonly string[];
  handle(event: HeardEvent, tx: Tx, services: Services): Promise<void>;
  /**
   * Begun once what it handled is committed, and not waited for: the place for what leaves the house. `handle` calls nobody outside, since what an
   * open transaction writes holds back every event told after it. Lost with its process, so what it does must also be found some other way.
   */
  readonly committed?: (services: Services) => void;
};

export async function publish(tx: Tx, { type, area, actor, ...payload }: DomainEvent): Promise<void> {
  await sql`with said as (insert into platform.event (type, area, actor, payload)
    values (${type}, ${area ?? null}, ${actor ?? null}, ${JSON.stringify(payload)}::jsonb)) select pg_notify('suiren_event', '')`.execute(
    tx,
  );
}

const BATCH = 200;

/** Told after the transactions before it have ended: nothing older can still appear. */
const isSettled = sql`xid < pg_snapshot_xmin(pg_current_snapshot())`;

type Offset = { readonly xid: string; readonly id: number; readonly waiting: boolean; readonly failures: number };

/** Where a handler stands, locked for this transaction; a new one begins with the last day. */
async function offsetOf(tx: Tx, handler: string): Promise<Offset | undefined> {
  const read = () =>
    sql<Offset>`select event_xid::text as xid, event_id as id, failures, coalesce(retry_at > now(), false) as waiting
    from platform.event_offset where handler = ${handler} for update skip locked`.execute(tx);
  const known = (await read()).rows[0];
  if (known) return known;
  await sql`insert into platform.event_offset (handler, event_xid, event_id) select ${handler}, coalesce(last.xid, '0'), coalesce(last.id, 0)
    from (select 1) one left join lateral (select xid, id from platform.event where at < now() - interval '1 day' order by xid desc, id desc limit 1) last on true
    on conflict do nothing`.execute(tx);
  return (await read()).rows[0];
}

/** Delivers what is new to one handler. @returns how many events it took (0: nothing new, or waiting to retry). */
export async function deliver(db: Db, handler: EventHandler, services: Services, log: Log): Promise<number> {
  let handled = 0;
  const taken = await asWorker(db, async (tx) => {
    const at = await offsetOf(tx, handler.name);
    if (!at || at.waiting) return 0;
    const { rows } = await sql<HeardEvent & { xid: string }>`select id, xid::text as xid, at, type, area, payload from platform.event
      where type = any(${handler.types}::text[]) and (xid, id) > (${at.xid}::xid8, ${at.id}::bigint) and ${isSettled} order by xid, id limit ${BATCH}`.execute(
      tx,
    );
    let done: { readonly xid: string; readonly id: number } = at;
    let failure: unknown = null;
    for (const { xid, ...event } of rows) {
      await sql`savepoint event`.execute(tx);
      try {
        await handler.handle(event, tx, services);
      } catch (error) {
        await sql`rollback to savepoint event`.execute(tx);
        failure = error;
        break;
      }
      done = { xid, id: event.id };
      handled += 1;
    }
    if (failure === null) {
      if (rows.length > 0 || at.failures > 0)
        await sql`update platform.event_offset set event_xid = ${done.xid}::xid8, event_id = ${done.id}, failures = 0, last_error = null, retry_at = null
          where handler = ${handler.name}`.execute(tx);
      return rows.length;
    }
    const seconds = Math.min(300, 2 ** Math.min(at.failures, 8));
    log.error({ err: failure, handler: handler.name }, "event handler failed");
    await sql`update platform.event_offset set event_xid = ${done.xid}::xid8, event_id = ${done.id}, failures = failures + 1, last_error = ${String(failure)},
      retry_at = now() + make_interval(secs => ${seconds}) where handler = ${handler.name}`.execute(tx);
    return 0;
  });
  if (handled > 0) handler.committed?.(services);
  return taken;
}

type News = { readonly name: string; readonly isSettled: boolean };

/** Those for whom something is new, asked with one statement: of forty handlers one or two care for an event. */
function whoHasNews(db: Db, handlers: readonly EventHandler[]): Promise<readonly News[]> {
  const pairs = handlers.flatMap(({ name, types }) => types.map((type) => ({ name, type })));
  return asWorker(db, async (tx) => {
    const { rows } = await sql<News>`select h.name, bool_or(o.handler is null or e.is_settled) as is_settled
      from unnest(${pairs.map(({ name }) => name)}::text[], ${pairs.map(({ type }) => type)}::text[]) h (name, type)
      left join platform.event_offset o on o.handler = h.name
      left join lateral (select ${isSettled} as is_settled from platform.event where type = h.type and (xid, id) > (o.event_xid, o.event_id)
        order by xid, id limit 1) e on true
      where o.handler is null or (e.is_settled is not null and (o.retry_at is null or o.retry_at <= now())) group by 1`.execute(tx);
    return rows;
  });
}

/** How soon what another transaction still hides is looked for again, at first. */
const HIDDEN_MS = 50;
const EVERY_MS = 1_000;

/** Delivers to every module's handlers: at once when told by NOTIFY, soon where a transaction hides it, and each second in case a word was lost. */
export function runOutbox(services: Services): { stop(): Promise<void> } {
  const handlers = services.registry.modules.flatMap((module) => module.handlers ?? []);
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | null = null;
  let again = false;
  let hiddenMs = HIDDEN_MS;
  let soon: NodeJS.Timeout | null = null;
  async function drain(handler: EventHandler): Promise<void> {
    while (!stopped && (await deliver(services.db, handler, services, services.log)) > 0);
  }
  function start(handler: EventHandler): void {
    if (running.has(handler.name)) return;
    const work = drain(handler)
      .catch((error: unknown) => services.log.warn({ err: error, handler: handler.name }, "outbox"))
      .finally(() => {
        running.delete(handler.name);
        wake(); // what came while it worked
      });
    running.set(handler.name, work);
  }
  async function look(): Promise<void> {
    do {
      again = false;
      const idle = new Map(handlers.filter(({ name }) => !running.has(name)).map((handler) => [handler.name, handler]));
      const news = await whoHasNews(services.db, [...idle.values()]);
      if (stopped) return;
      for (const { name, isSettled: canStart } of news) {
        const handler = idle.get(name);
        if (handler && canStart) start(handler);
      }
      lookAgainFor(news.some(({ isSettled: canStart }) => !canStart));
    } while (again && !stopped);
  }
  function lookAgainFor(hidden: boolean): void {
    if (!hidden) hiddenMs = HIDDEN_MS;
    else if (!soon && hiddenMs < EVERY_MS) {
      soon = setTimeout(() => {
        soon = null;
        wake();
      }, hiddenMs);
      hiddenMs *= 2;
    }
  }
  const wake = (): void => {
    again = true;
    if (stopped || looking !== null) return;
    looking = look()
      .catch((error: unknown) => services.log.warn({ err: error }, "outbox"))
      .finally(() => {
        looking = null;
      });
  };
  services.live.onEvent(wake);
  const timer = setInterval(wake, EVERY_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      if (soon) clearTimeout(soon);
      await looking;
      await Promise.all(running.values());
    },
  };
}
