/**
 * `GET /api/v1/live`: server-sent events, one connection a screen, filtered by who listens.
 * Each beat asks whether he still is who he was: a session that ended, or rights that changed, end the stream, and the screen comes back.
 */
import type { FastifyInstance } from "fastify";
import type { Actor } from "../actor.ts";
import { readUnder } from "../english.ts";
import type { Services } from "../services.ts";
import { cookiesOf } from "./cookies.ts";
import { API, type Authenticate, allow, answerRefusal, languageOf } from "./server.ts";

const BEAT_MS = 15_000;
const SLOW_LIMIT_BYTES = 256 * 1024;

export function registerLive(server: FastifyInstance, services: Services, authenticate: Authenticate): void {
  server.get(`${API}/live`, (request, reply) => {
    const allowed = allow(request, "signed-in");
    if (!allowed.ok) return answerRefusal(allowed.refusal, request, reply, services);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      connection: "keep-alive",
    });
    const write = (text: string) => {
      if (raw.writableLength > SLOW_LIMIT_BYTES) raw.destroy();
      else raw.write(text);
    };
    write(`retry: 1000\nevent: hello\ndata: ${JSON.stringify({ at: services.clock.now().toISOString() })}\n\n`);
    const { read } = services.spoken[languageOf(request)];
    const end = services.live.subscribe(allowed.value, ({ topic, data, composed = [] }, id) =>
      write(`id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(readUnder(data, new Set(composed), read))}\n\n`),
    );
    const cookies = cookiesOf(request, reply);
    const stands = async () => isSame(await authenticate({ cookies, address: request.ip, passive: true }), allowed.value);
    const beat = setInterval(() => {
      stands().then(
        (same) => {
          if (same)
            write(
              `event: beat\ndata: ${JSON.stringify({ at: services.clock.now().toISOString(), listening: services.live.connected })}\n\n`,
            );
          else raw.end();
        },
        (error: unknown) => services.log.debug({ err: error }, "live: the session could not be asked, next beat asks again"),
      );
    }, BEAT_MS);
    raw.on("close", () => {
      clearInterval(beat);
      end();
    });
    return reply;
  });
}

const isSame = (now: Actor | null, before: Actor): boolean =>
  now !== null &&
  now.userId === before.userId &&
  now.area.lo === before.area.lo &&
  now.area.hi === before.area.hi &&
  now.permissions.size === before.permissions.size &&
  [...now.permissions].every((name) => before.permissions.has(name));
