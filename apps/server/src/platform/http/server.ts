/**
 * The HTTP door: parses, asks who calls, checks the permission, runs the route in one transaction under the caller's scope, answers.
 * Refusals become `{ code, message, params }`; a bug becomes a short incident number, logged once with its stack.
 */
import { randomBytes } from "node:crypto";
import compress from "@fastify/compress";
import multipart from "@fastify/multipart";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { z } from "zod";
import { type Actor, may, scopeOf } from "../actor.ts";
import { type AuditNote, writeAudit } from "../audit.ts";
import { asWorker, inScope, type Tx } from "../db.ts";
import { readUnder } from "../english.ts";
import type { Language } from "../messages.ts";
import { type Refusal, RefusalError, type Result, refuse, statusOf } from "../result.ts";
import type { Declared, RawRoute, Route, RouteContext } from "../route.ts";
import type { Services } from "../services.ts";
import { cookiesOf } from "./cookies.ts";
import { inputWords, labelOfInput, nulIn } from "./input-words.ts";

export type Authenticate = (request: {
  readonly cookies: { get(name: string): string | undefined };
  readonly address: string;
  /** Only asks whether the session still stands: an open stream, or what a page asks by itself, is no use of it. */
  readonly passive?: boolean;
}) => Promise<Actor | null>;

export const API = "/api/v1";
/** Media type of bytes that are taken as they come. */
export const OCTETS = "application/octet-stream";
const BODY_LIMIT = 2 * 1_048_576;

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor | null;
  }
}

/** Where a declared route stands on this server. */
export const urlOf = ({ atRoot, path }: Pick<Declared, "atRoot" | "path">): string => (atRoot ? path : `${API}${path}`);

export async function createServer(services: Services, authenticate: Authenticate): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: ["loopback", ...services.config.trustedProxies],
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 120_000,
    forceCloseConnections: true,
  });
  await server.register(compress, { global: true, threshold: 2_048, encodings: ["br", "gzip"] });
  await server.register(multipart, { limits: { fileSize: 64 * 1_048_576, files: 20, fields: 50 } });
  server.decorateRequest("actor", null);
  server.addHook("onRequest", async (request, reply) => {
    void reply.headers(SECURITY_HEADERS);
    if (!request.url.startsWith(API)) return;
    void reply.header("cache-control", "no-store");
    request.actor = await authenticate({ cookies: cookiesOf(request, reply), address: request.ip, passive: isPassive(request) });
  });
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply, services));
  return server;
}

/** A page says of what it asks by itself that nobody was there; whoever leaves the header out only keeps his own session open. */
const isPassive = ({ headers }: FastifyRequest): boolean => headers["x-suiren-passive"] !== undefined;

/** Everything the product's own pages need, and nothing from elsewhere; a page is framed by ourselves, or by the origins it is registered for. */
export const contentPolicy = (framedBy: readonly string[] = ["'self'"]): string =>
  `default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors ${framedBy.join(" ")}; form-action 'self'`;

const SECURITY_HEADERS = {
  "content-security-policy": contentPolicy(),
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "SAMEORIGIN",
} as const;

/** The answer as who asks reads it: under the keys the route names, what the program composed is said in his language. */
function readerFor({ composed: keys }: Declared, services: Services): (value: unknown, language: Language) => unknown {
  const composed = new Set(keys);
  return (value, language) =>
    composed.size === 0 || language === "zh" ? value : readUnder(value, composed, services.spoken[language].read);
}

export function registerRoute(server: FastifyInstance, declared: Route, services: Services): void {
  const read = readerFor(declared, services);
  server.route({
    method: declared.method,
    url: urlOf(declared),
    handler: async (request, reply) => {
      const given = { ...(request.query as object), ...(isObject(request.body) ? request.body : {}), ...(request.params as object) };
      const result = await runRoute(declared, given, request, reply, services);
      if (!result.ok) return answerRefusal(result.refusal, request, reply, services);
      return reply.send(read(result.value ?? {}, languageOf(request)));
    },
  });
}

export async function registerRaw(server: FastifyInstance, declared: RawRoute, services: Services): Promise<void> {
  if (declared.takes !== "bytes" && declared.proof !== "signature") return addRaw(server, declared, services);
  await server.register((scope, _, ready) => {
    if (declared.proof === "signature")
      scope.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => done(null, body));
    else scope.addContentTypeParser(OCTETS, (_, payload, done) => done(null, payload));
    addRaw(scope, declared, services);
    ready();
  });
}

function addRaw(server: FastifyInstance, declared: RawRoute, services: Services): void {
  const read = readerFor(declared, services);
  server.route({
    method: declared.method,
    url: urlOf(declared),
    handler: async (request, reply) => {
      const allowed = allow(request, declared.permission);
      const result = allowed.ok ? await declared.answer({ actor: allowed.value, request, reply, services }) : allowed;
      if (!result.ok) return answerRefusal(result.refusal, request, reply, services);
      return reply.raw.headersSent ? reply : reply.send(read(result.value, languageOf(request)));
    },
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);

/** Permission first, then the shape of the input: a stranger learns nothing about either. */
export async function runRoute(
  declared: Route,
  given: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<Result<unknown>> {
  const allowed = allow(request, declared.permission);
  if (!allowed.ok) return allowed;
  const parsed = parseAsked(declared.input, given, request, declared.labels);
  if (!parsed.ok) return parsed;
  return inRequest(declared, request, reply, services, (context) => declared.run(context, parsed.value as never));
}

/** What was sent, as its schema takes it; refused in the words of who sent it. */
export function parseAsked<T extends z.ZodType>(
  schema: T,
  given: unknown,
  request: FastifyRequest,
  labels?: Readonly<Record<string, string>>,
): Result<z.output<T>> {
  const language = languageOf(request);
  const nul = nulIn(given);
  if (nul) return badInput([{ path: nul, message: NUL[language] }], language, labels);
  const parsed = schema.safeParse(given, { error: inputWords[language] });
  return parsed.success ? { ok: true, value: parsed.data } : badInput(parsed.error.issues, language, labels);
}
const NUL = { zh: "含有看不见的空字符（U+0000），请删去", en: "holds the character U+0000; remove it" } as const;

/** May this request pass? Writing with a session also needs our header: a form on a strange page cannot set it. */
export function allow(request: FastifyRequest, permission: string): Result<Actor> {
  if (request.method !== "GET" && request.method !== "HEAD" && request.headers["x-suiren"] === undefined)
    return refuse("forbidden", "http.bad_origin");
  if (permission === "public") return { ok: true, value: request.actor ?? NOBODY };
  if (!request.actor) return refuse("unauthenticated", "http.signed_out");
  if (permission !== "signed-in" && !may(request.actor, permission)) return refuse("forbidden", "http.no_permission", { permission });
  return { ok: true, value: request.actor };
}

const NOBODY: Actor = {
  userId: "00000000-0000-0000-0000-000000000000",
  account: "",
  name: "未登录",
  kind: "official",
  post: null,
  organId: null,
  organName: null,
  area: { lo: 0, hi: 0 },
  areaName: "",
  unitId: null,
  permissions: new Set(),
};

/** One transaction for one request: its work, its events and its audit entry stand or fall together. */
export function inRequest(
  declared: Pick<Route, "method" | "path" | "summary" | "audited" | "scope" | "keepsRefusals">,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
  work: (context: RouteContext) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const actor = request.actor ?? NOBODY;
  const notes: AuditNote[] = [];
  const run = async (tx: Tx): Promise<Result<unknown>> => {
    const context: RouteContext = {
      tx,
      actor,
      now: services.clock.now(),
      today: services.clock.today(),
      services,
      language: languageOf(request),
      cookies: cookiesOf(request, reply),
      address: request.ip,
      audit: (note) => void notes.push(note),
    };
    const result = await work(context);
    if (!result.ok && !declared.keepsRefusals) throw new RefusalError(result.refusal);
    const always = declared.audited ?? declared.method !== "GET";
    const noteworthy = (result.ok && always) || notes.length > 0;
    if (noteworthy) await audit(tx, declared, actor, request, notes);
    return result;
  };
  const done =
    declared.scope === "owner" || !request.actor ? asWorker(services.db, run) : inScope(services.db, scopeOf(request.actor), run);
  return done.catch((error: unknown) => {
    if (error instanceof RefusalError) return { ok: false as const, refusal: error.refusal };
    throw error;
  });
}

async function audit(
  tx: Tx,
  declared: Pick<Route, "summary">,
  actor: Actor,
  request: FastifyRequest,
  notes: readonly AuditNote[],
): Promise<void> {
  const entries: readonly AuditNote[] = notes.length > 0 ? notes : [{}];
  for (const { by, ...note } of entries) {
    await writeAudit(tx, {
      ...note,
      action: note.action ?? declared.summary,
      actor: by?.id ?? (actor === NOBODY ? null : actor.userId),
      actorName: by?.name ?? actor.name,
      detail: { ...note.detail, address: request.ip },
    });
  }
}

type InputIssue = { readonly path: readonly PropertyKey[]; readonly message: string };

function badInput(issues: readonly InputIssue[], language: Language, labels?: Readonly<Record<string, string>>): Result<never> {
  const problems = issues.slice(0, 20).map(({ path, message }) => {
    const label = labelOfInput(path, language, labels);
    return { field: path.join("."), ...(label === undefined ? {} : { label }), problem: message, message };
  });
  return refuse("invalid", "http.bad_input", { field: problems[0]?.field, problem: problems[0]?.problem, problems });
}

/** Said by the client's header; a download the browser makes itself says it in its address. */
export function languageOf({ query, headers }: FastifyRequest): Language {
  const said = (query as { readonly language?: unknown }).language ?? headers["accept-language"] ?? "";
  return String(said).startsWith("en") ? "en" : "zh";
}

type Problem = { readonly code?: string; readonly label?: string; readonly params?: Readonly<Record<string, unknown>> };

export function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply, services: Services) {
  const language = languageOf(request);
  const given = refusal.params.problems;
  const problems = Array.isArray(given)
    ? given.map((each: Problem) => ({
        ...each,
        ...(each.label === undefined ? {} : { label: services.spoken[language].read(each.label) }),
        ...(each.code === undefined ? {} : { message: services.messages.say(each.code, each.params ?? {}, language) }),
      }))
    : undefined;
  const params = { ...refusal.params, ...(problems ? { problems, count: problems.length } : {}) };
  // A form's first fault is said by the name its field has there.
  const said = refusal.code === "http.bad_input" ? { ...params, field: problems?.[0]?.label ?? refusal.params.field } : params;
  return reply
    .status(statusOf[refusal.kind])
    .send({ code: refusal.code, message: services.messages.say(refusal.code, said, language), params });
}

const AWAY = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P02", "57P03", "08006", "08001", "08003", "53300"]);

/** SQLSTATE class 22: what was given fits no column. Dividing by zero is nobody's input. */
const isBadValue = (code: string): boolean => /^22[0-9A-Z]{3}$/.test(code) && code !== "22012";

/** Faults from outside are named as such; anything else is a bug with a number to quote. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, services: Services) {
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  const say = (refusal: Refusal) => answerRefusal(refusal, request, reply, services);
  if (code === "FST_REQ_FILE_TOO_LARGE" || statusCode === 413)
    return say({ kind: "too_large", code: "http.too_large", params: { limit: "64 MB" } });
  if ((code?.startsWith("FST_") && statusCode && statusCode < 500) || statusCode === 400)
    return say({ kind: "invalid", code: "http.bad_body", params: { problem: message } });
  if (
    (code && AWAY.has(code)) ||
    message?.includes("Connection terminated") ||
    message?.includes("timeout exceeded when trying to connect")
  ) {
    services.log.warn({ err: error, path: request.routeOptions.url }, "database away");
    return say({ kind: "unavailable", code: "http.database_away", params: {} });
  }
  if (code && isBadValue(code)) {
    services.log.warn({ err: error, method: request.method, path: request.routeOptions.url }, "a value the database does not take");
    return say({ kind: "invalid", code: "http.bad_value", params: {} });
  }
  const incident = randomBytes(3).toString("hex").toUpperCase();
  services.log.error({ err: error, incident, method: request.method, path: request.routeOptions.url }, "request failed");
  return reply
    .status(500)
    .send({ code: "http.fault", message: services.messages.say("http.fault", { incident }, languageOf(request)), params: {}, incident });
}
