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
};

export async function publish(tx: Tx, { type, area, actor, ...payload }: DomainEvent): Promise<void> {
  await sql`with said as (insert into platform.event (type, area, actor, payload)
    values (${type}, ${area ?? null}, ${actor ?? null}, ${JSON.stringify(payload)}::jsonb)) select pg_notify('suiren_event', '')`.execute(
    tx,
  );
}

const BATCH = 200;

/** Delivers what is new to one handler. @returns how many events it took (0: nothing new, or waiting to retry). */
export function deliver(db: Db, handler: EventHandler, services: Services, log: Log): Promise<number> {
  return asWorker(db, async (tx) => {
    await sql`insert into platform.event_offset (handler, event_id) values (${handler.name}, coalesce((select max(id) from platform.event where at < now() - interval '1 day'), 0)) on conflict do nothing`.execute(
      tx,
    );
    const offset = await sql<{
      eventId: number;
      waiting: boolean;
      failures: number;
    }>`select event_id, failures, coalesce(retry_at > now(), false) as waiting
      from platform.event_offset where handler = ${handler.name} for update skip locked`.execute(tx);
    const at = offset.rows[0];
    if (!at || at.waiting) return 0;
    const { rows } =
      await sql<HeardEvent>`select id, at, type, area, payload from platform.event where id > ${at.eventId} and xid < pg_snapshot_xmin(pg_current_snapshot()) order by id limit ${BATCH}`.execute(
        tx,
      );
    let done = at.eventId;
    let failure: unknown = null;
    for (const event of rows) {
      if (handler.types.includes(event.type)) {
        await sql`savepoint event`.execute(tx);
        try {
          await handler.handle(event, tx, services);
        } catch (error) {
          await sql`rollback to savepoint event`.execute(tx);
          failure = error;
          break;
        }
      }
      done = event.id;
    }
    if (failure === null) {
      await sql`update platform.event_offset set event_id = ${done}, failures = 0, last_error = null, retry_at = null where handler = ${handler.name}`.execute(
        tx,
      );
      return rows.length;
    }
    const seconds = Math.min(300, 2 ** Math.min(at.failures, 8));
    log.error({ err: failure, handler: handler.name }, "event handler failed");
    await sql`update platform.event_offset set event_id = ${done}, failures = failures + 1, last_error = ${String(failure)}, retry_at = now() + make_interval(secs => ${seconds}) where handler = ${handler.name}`.execute(
      tx,
    );
    return 0;
  });
}

/** Delivers to every module's handlers: at once when told by NOTIFY, and each second in case a word was lost. */
export function runOutbox(services: Services): { stop(): Promise<void> } {
  const handlers = services.registry.modules.flatMap((module) => module.handlers ?? []);
  const states = handlers.map((handler) => ({ handler, running: null as Promise<void> | null, again: false }));
  let stopped = false;
  const run = (state: (typeof states)[number]): void => {
    if (stopped) return;
    if (state.running) {
      state.again = true;
      return;
    }
    state.again = false;
    state.running = drain(state.handler)
      .catch((error: unknown) => services.log.warn({ err: error, handler: state.handler.name }, "outbox"))
      .finally(() => {
        state.running = null;
        if (state.again) run(state);
      });
  };
  async function drain(handler: EventHandler): Promise<void> {
    while (!stopped && (await deliver(services.db, handler, services, services.log)) > 0);
  }
  const wake = () => states.forEach(run);
  services.live.onEvent(wake);
  const timer = setInterval(wake, 1_000);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(states.map((state) => state.running));
    },
  };
}
