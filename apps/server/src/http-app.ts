/** Puts the modules' routes behind one HTTP server: ledgers, cases, measures, the modules' own, the live feed, the built pages. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { caseRoutes } from "#platform/case/routes.ts";
import { registerLive } from "#platform/http/live.ts";
import { openApi } from "#platform/http/openapi.ts";
import { type Authenticate, answerRefusal, createServer } from "#platform/http/server.ts";
import { importRoutes } from "#platform/ledger/excel/import-routes.ts";
import { ledgerRoutes } from "#platform/ledger/routes.ts";
import { schemaRoutes } from "#platform/ledger/schema-routes.ts";
import { measureRoutes } from "#platform/measure/routes.ts";
import { metricsText } from "#platform/metrics.ts";
import type { Route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";

/** Whether what devices send is stored, and if not, the code of the sentence that says why. */
export type Health = { storing(): boolean; trouble(): string | null };

/** Every JSON route there is; also what the permission walk in the tests goes through. */
export function allRoutes(services: Services): readonly Route[] {
  const { registry, catalog } = services;
  const seen = new Set<string>();
  const routes = [
    ...schemaRoutes(services),
    ...measureRoutes(),
    ...registry.modules.flatMap((module) => module.routes ?? []),
    ...[...catalog.entries.values()].flatMap((entry) => [...ledgerRoutes(entry), ...importRoutes(entry)]),
    ...[...registry.cases.values()].flatMap(caseRoutes),
  ];
  for (const { method, path } of routes) {
    if (seen.has(`${method} ${path}`)) throw new Error(`route ${method} ${path} is declared twice`);
    seen.add(`${method} ${path}`);
  }
  return routes;
}

export async function createHttpApp(
  services: Services,
  authenticate: Authenticate,
  options: { readonly version: string; readonly webDir: string; readonly health: Health },
): Promise<FastifyInstance> {
  const routes = allRoutes(services);
  const server = await createServer(services, authenticate, routes);
  registerLive(server, services, authenticate);
  for (const module of services.registry.modules) module.raw?.(server, services);

  server.get("/healthz", () => ({ ok: true }));
  server.get("/readyz", async (_, reply) => {
    const database = await sql`select 1`.execute(services.db).then(
      () => true,
      () => false,
    );
    const trouble = options.health.trouble() ?? (database ? null : "storing.database-away");
    const why = trouble ? { zh: services.messages.say(trouble, {}, "zh"), en: services.messages.say(trouble, {}, "en") } : undefined;
    const ready = { database, storing: options.health.storing(), live: services.live.connected, ...(why ? { why } : {}) };
    return reply.status(database ? 200 : 503).send(ready);
  });
  server.get("/metrics", async (_, reply) => reply.type("text/plain; version=0.0.4").send(await metricsText()));
  server.get("/openapi.json", () => openApi(routes, options.version));
  await servePages(server, services, options.webDir);
  return server;
}

/** The single page: built files are immutable by name, everything else is the shell. */
async function servePages(server: FastifyInstance, services: Services, webDir: string): Promise<void> {
  const index = join(webDir, "index.html");
  if (existsSync(index)) {
    await server.register(fastifyStatic, {
      root: webDir,
      index: false,
      wildcard: true,
      setHeaders: (reply, path) =>
        void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
    });
    server.get("/", async (_, reply) =>
      reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(await readFile(index)),
    );
  }
  server.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === "GET" && !request.url.startsWith("/api/") && !request.url.includes("/assets/") && existsSync(index);
    if (isPage)
      return reply
        .status(200)
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(await readFile(index));
    return answerRefusal({ kind: "not_found", code: "http.unknown_path", params: {} }, request, reply, services);
  });
}
