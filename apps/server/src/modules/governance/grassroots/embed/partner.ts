/** Who calls in the name of a connected platform: known, in force, within its rate, signed lately and never heard before. In its own transaction. */
import type { FastifyRequest } from "fastify";
import { asWorker } from "#platform/db.ts";
import { languageOf } from "#platform/http/server.ts";
import { ok, type Refusal, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { PlatformScope } from "./domain/scopes.ts";
import { faultOf } from "./domain/signature.ts";
import { countCall, findByKey, keepNonce, noteCall, noteRefusal, type Platform, secretOf } from "./store.ts";

const NOTHING = new Uint8Array();
const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
};

/** The bytes as they came: a signature is over them, not over what somebody read into them. */
export const bodyOf = ({ body }: FastifyRequest): Uint8Array => (Buffer.isBuffer(body) ? body : NOTHING);

/** A stranger and a bad signature get the same answer; what was wrong the administrator sees at the platform. */
const strange: Refusal = { kind: "unauthenticated", code: "grassroots.not_signed", params: {} };

export function authenticatePlatform(request: FastifyRequest, scope: PlatformScope, services: Services): Promise<Result<Platform>> {
  const now = services.clock.now();
  return asWorker(services.db, async (tx): Promise<Result<Platform>> => {
    const platform = await findByKey(tx, header(request, "x-suiren").slice(0, 40));
    if (!platform) return { ok: false, refusal: strange };
    const no = async (why: string, refusal: Refusal): Promise<Result<never>> => {
      await noteRefusal(tx, platform.id, why, now);
      return { ok: false, refusal };
    };
    const nonce = header(request, "x-suiren-nonce");
    const what = {
      method: request.method,
      path: request.url,
      timestamp: header(request, "x-suiren-timestamp"),
      nonce,
      body: bodyOf(request),
    };
    const fault = faultOf(secretOf(services, platform), what, header(request, "x-suiren-signature"), now);
    if (fault) return no(fault, strange);
    // Only who holds the secret learns more than that.
    if (platform.state !== "active")
      return no("not_active", { kind: "forbidden", code: `grassroots.platform_${platform.state}`, params: {} });
    if (!(await keepNonce(tx, platform.id, nonce, now)))
      return no("replayed", { kind: "conflict", code: "grassroots.replayed", params: {} });
    if ((await countCall(tx, platform.id, now)) > platform.perMinute)
      return no("too_many", { kind: "too_many", code: "grassroots.too_many", params: { n: platform.perMinute } });
    if (!platform.scopes.includes(scope)) return no("scope", { kind: "forbidden", code: "grassroots.out_of_scope", params: {} });
    await noteCall(tx, platform.id, now);
    return ok(platform);
  });
}

/** The signed body as JSON; GET has none. */
export function jsonOf(request: FastifyRequest): Result<unknown> {
  const given = { ...(request.query as object), ...(request.params as object) };
  const body = bodyOf(request);
  if (body.byteLength === 0) return ok(given);
  try {
    const parsed: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    return ok(typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? { ...given, ...parsed } : parsed);
  } catch {
    return refuse("invalid", "http.bad_input", { field: "", problem: languageOf(request) === "zh" ? "不是 JSON" : "not JSON" });
  }
}
