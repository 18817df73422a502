/**
 * What database tests start from: an application on its own clone of the template, a cast with roles and places, and requests over real HTTP.
 * Each test makes its own unit in its own town and counts nothing it did not make.
 */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { pino } from "pino";
import { inject } from "vitest";
import { authenticateBySession } from "#modules/ground/identity/index.ts";
import { type Actor, expandGrants } from "#platform/actor.ts";
import { fixedClock } from "#platform/clock.ts";
import { readConfig } from "#platform/config.ts";
import { refuseNesting } from "#platform/db.ts";
import { createSchema } from "#platform/ledger/ddl.ts";
import { createRegistry, type Module } from "#platform/module.ts";
import { deliver as deliverNow } from "#platform/outbox.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { keyOfCode, subtreeOf } from "#platform/values.ts";
import { declaredRoutes } from "../src/http-app.ts";
import { type Running, startRuntime } from "../src/runtime.ts";
import { type Documented, documentedBy } from "./answers.ts";

export type Answer = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
};
export type Caller = {
  readonly actor: Actor;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  patch(path: string, body: object): Promise<Answer>;
  del(path: string, query?: object): Promise<Answer>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

/** Places of the sample city that recur in every test. */
export const sample = {
  city: keyOfCode("330800"),
  kecheng: keyOfCode("330802"),
  jiangshan: keyOfCode("330881"),
} as const;

export type AppOptions = {
  readonly now?: string;
  readonly modules?: readonly Module[];
  readonly roles?: readonly ("api" | "worker" | "gateway")[];
  readonly env?: NodeJS.ProcessEnv;
  /** Modules whose tables no migration makes: they are made from their declarations, as `npm run gen -- --create` would print them. */
  readonly newTables?: readonly string[];
};

refuseNesting();

export async function startApp(options: AppOptions = {}) {
  const database = `t_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).toString();
  await query(inject("databaseUrl"), `create database ${database} template ${inject("templateDatabase")}`);
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-app-"));
  const config = orThrow(
    readConfig(
      {
        SUIREN_DATA: dataDir,
        SUIREN_HOST: "127.0.0.1",
        SUIREN_PORT: "0",
        SUIREN_GB26875_PORT: "0",
        SUIREN_SEED: "empty",
        SUIREN_ROLES: (options.roles ?? ["api"]).join(","),
        ...options.env,
      },
      dataDir,
    ),
  );
  const clock = options.now ? fixedClock(options.now) : undefined;
  const cast = new Map<string, Actor>();
  for (const name of options.newTables ?? []) {
    const { ledgers } = createRegistry(options.modules ?? []);
    await query(at(inject("databaseUrl")), createSchema(ledgers.filter((ledger) => ledger.name.startsWith(`${name}.`))));
  }
  const running: Running = await startRuntime({
    config,
    log: pino({ level: process.env.TEST_LOG ?? "fatal" }, pino.destination(2)),
    databaseUrl: at(inject("databaseUrl")),
    superuserUrl: at(inject("superuserUrl")),
    ...(clock ? { clock } : {}),
    ...(options.modules ? { modules: options.modules } : {}),
    authenticate: (services) => {
      const bySession = authenticateBySession(services);
      return async (request) => cast.get(request.cookies.get("cast") ?? "") ?? bySession(request);
    },
    seed: null,
  });
  const base = running.address ?? "";
  let made: Documented | undefined;
  const documented: Documented = (...answer) => {
    made ??= documentedBy(declaredRoutes(running.services));
    return made(...answer);
  };
  /** Somebody in a role at a place of the tree (or of a unit). */
  const as = (
    role: string,
    place: { readonly area?: number; readonly unitId?: string; readonly organId?: string; readonly name?: string } = {},
  ): Caller => {
    const actor = actorOf(running.services, role, place);
    cast.set(actor.userId, actor);
    return caller(base, actor, documented);
  };
  return {
    ...running,
    clock,
    database: at(inject("databaseUrl")),
    as,
    nobody: caller(base, null, documented),
    /** Runs SQL as the owner, for setting a scene the product has no door to. */
    sql: async (text: string, values: unknown[] = []) =>
      (await query(at(inject("databaseUrl")), text, values)).rows as Record<string, never>[],
    eventsAbout: async (id: string) =>
      (
        await sql<{
          type: string;
          payload: object;
        }>`select type, payload from platform.event where payload ->> 'id' = ${id} order by id`.execute(running.services.db)
      ).rows,
    async end() {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
      // as superuser: an autovacuum worker may be at work in it
      await query(inject("superuserUrl"), `drop database if exists ${database} with (force)`);
    },
  };
}
export type App = Awaited<ReturnType<typeof startApp>>;

async function query(url: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

function actorOf(
  { registry }: Pick<Services, "registry">,
  role: string,
  place: { readonly area?: number; readonly unitId?: string; readonly organId?: string; readonly name?: string },
): Actor {
  const permissions = expandGrants(registry.grants.get(role) ?? [], [...registry.permissions.keys()]);
  if (!registry.grants.has(role)) throw new Error(`no role ${role}; known: ${[...registry.grants.keys()].join(", ")}`);
  const userId = randomUUID();
  return {
    userId,
    account: userId.slice(0, 8),
    name: place.name ?? role,
    kind: place.unitId ? "unit" : "official",
    post: role,
    role,
    organId: place.organId ?? null,
    organName: null,
    area: subtreeOf(place.area ?? sample.city),
    areaName: "",
    unitId: place.unitId ?? null,
    permissions,
  };
}

const AT_ROOT = /^\/(api\/|openapi\.json|healthz|readyz|metrics)/;

function caller(base: string, actor: Actor | null, documented: Documented): Caller {
  const check = async (path: string, method: string, response: Response): Promise<void> => {
    const mediaType = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
    const body: unknown = mediaType === "application/json" ? await response.clone().json() : undefined;
    const { pathname } = new URL(path, base);
    const wrong = documented(method, pathname, response.status, mediaType, body);
    if (wrong) throw new Error(wrong);
  };
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (actor) headers.set("cookie", `cast=${actor.userId}`);
    if (!headers.has("x-suiren")) headers.set("x-suiren", "1");
    const url = AT_ROOT.test(path) ? `${base}${path}` : `${base}/api/v1${path}`;
    const response = await fetch(url, { ...init, headers });
    await check(url, init.method ?? "GET", response);
    return response;
  };
  const json = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await request(path, init);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: (isJson ? JSON.parse(text) : { text }) as Answer["body"], headers: response.headers };
  };
  const send =
    (method: string) =>
    (path: string, body: object = {}) =>
      json(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  return {
    actor: actor ?? ({} as Actor),
    get: (path) => json(path),
    post: send("POST"),
    patch: send("PATCH"),
    del: (path, params = {}) => json(`${path}?${new URLSearchParams(params as Record<string, string>).toString()}`, { method: "DELETE" }),
    fetch: request,
  };
}

const HIDDEN_MS = 30_000;

/**
 * Delivers what was told so far. The outbox holds back events younger than the oldest transaction under way, and that is counted over the whole
 * cluster: another test's seeding, in a database of its own, would hide what this one has just told.
 */
export async function deliver(...[db, handler, services, log]: Parameters<typeof deliverNow>): Promise<number> {
  for (const until = Date.now() + HIDDEN_MS; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const { rows } = await sql`select 1 from platform.event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`.execute(db);
    if (rows.length === 0) break;
  }
  return deliverNow(db, handler, services, log);
}
