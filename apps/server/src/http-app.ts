/** Puts the modules' routes behind one HTTP server: ledgers, cases, measures, the modules' own, the live feed, the built pages. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { sql } from "kysely";
import { caseRoutes } from "#platform/case/routes.ts";
import { liveDeclared, liveRoute } from "#platform/http/live.ts";
import { openApiInBreaths } from "#platform/http/openapi.ts";
import { operationRoutes, operationsDeclared, type Probes } from "#platform/http/operations.ts";
import { type Authenticate, answerRefusal, contentPolicy, createServer, registerRaw, registerRoute, urlOf } from "#platform/http/server.ts";
import { importRoutes } from "#platform/ledger/excel/import-routes.ts";
import { ledgerRoutes } from "#platform/ledger/routes.ts";
import { schemaRoutes } from "#platform/ledger/schema-routes.ts";
import { measureRoutes } from "#platform/measure/routes.ts";
import type { Declared, RawRoute, Route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";

/** Whether what devices send is stored, and if not, the code of the sentence that says why. */
export type Health = { storing(): boolean; trouble(): string | null };

type Declaring = Pick<Services, "registry" | "catalog">;

/** The routes that take and give JSON. */
function jsonRoutes({ registry, catalog }: Declaring): readonly Route[] {
  return [
    ...schemaRoutes({ catalog }),
    ...measureRoutes(),
    ...registry.modules.flatMap((module) => module.routes ?? []),
    ...standardRoutes({ registry, catalog }),
  ];
}

/** What every ledger and every case has: known by its name and read by its schema. */
export const standardRoutes = ({ registry, catalog }: Declaring): readonly Route[] => [
  ...[...catalog.entries.values()].flatMap((entry) => [...ledgerRoutes(entry), ...importRoutes(entry)]),
  ...[...registry.cases.values()].flatMap(caseRoutes),
];

const modulesRaw = ({ registry, catalog }: Declaring): readonly RawRoute[] =>
  registry.modules.flatMap((module) => module.raw?.({ catalog }) ?? []);

/** Every route there is, streaming ones and probes included: the document, the client and the permission walk are made from this list. */
export function declaredRoutes(declaring: Declaring): readonly Declared[] {
  const declared = [...jsonRoutes(declaring), ...modulesRaw(declaring), liveDeclared(declaring.registry), ...operationsDeclared];
  const seen = new Set<string>();
  for (const each of declared) {
    const name = `${each.method} ${urlOf(each)}`;
    if (seen.has(name)) throw new Error(`route ${name} is declared twice`);
    seen.add(name);
  }
  return declared;
}

export async function createHttpApp(
  services: Services,
  authenticate: Authenticate,
  options: { readonly version: string; readonly webDir: string; readonly health: Health },
): Promise<FastifyInstance> {
  const declared = declaredRoutes(services);
  const server = await createServer(services, authenticate);
  const registered: string[] = [];
  server.addHook("onRoute", ({ method, url }) => void registered.push(...[method].flat().map((each) => `${each} ${url}`)));
  for (const each of jsonRoutes(services)) registerRoute(server, each, services);
  // Made when it is first asked for: no start should pay for it.
  let document: Promise<unknown> | undefined;
  const probes: Probes = {
    database: () =>
      sql`select 1`.execute(services.db).then(
        () => true,
        () => false,
      ),
    storing: options.health.storing,
    trouble: options.health.trouble,
    live: () => services.live.connected,
    document: () => (document ??= openApiInBreaths(declared, options.version)),
  };
  const raw = [...modulesRaw(services), liveRoute(services.registry, authenticate), ...operationRoutes(probes)];
  for (const each of raw) await registerRaw(server, each, services);
  await servePages(server, services, options.webDir);
  const strays = straysAmong(registered, declared);
  if (strays.length > 0) throw new Error(`routes outside the declared list, unknown to document and permission walk: ${strays.join(", ")}`);
  return server;
}

/** The built pages and the shell: no data, nothing to declare. */
const PAGES = new Set(["/", "/*"]);

/** Routes the server has and the list does not, and the other way round. `HEAD` comes with every `GET`. */
export function straysAmong(registered: readonly string[], declared: readonly Declared[]): readonly string[] {
  const listed = new Set(declared.map((each) => `${each.method} ${urlOf(each)}`));
  const found = registered.filter((each) => !each.startsWith("HEAD ") && !PAGES.has(each.slice(each.indexOf(" ") + 1)));
  return [...found.filter((each) => !listed.has(each)), ...[...listed].filter((each) => !found.includes(each))];
}

/** A page another platform shows inside its own is let into that origin's frames and no other's. */
async function frame(path: string, reply: FastifyReply, services: Services): Promise<void> {
  for (const { framedBy } of services.registry.modules) {
    const origins = await framedBy?.(path, services);
    if (!origins || origins.length === 0) continue;
    void reply.header("content-security-policy", contentPolicy(origins));
    void reply.removeHeader("x-frame-options"); // it knows no foreign origin and would forbid what frame-ancestors allows
  }
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
    if (isPage) await frame(request.url.split("?")[0] ?? "", reply, services);
    if (isPage)
      return reply
        .status(200)
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(await readFile(index));
    return answerRefusal({ kind: "not_found", code: "http.unknown_path", params: {} }, request, reply, services);
  });
}
