/** `GET /api/v1/live`: server-sent events, one connection a screen, filtered by who listens. */
import type { FastifyInstance } from "fastify";
import type { Services } from "../services.ts";
import { API, allow, answerRefusal } from "./server.ts";

const BEAT_MS = 15_000;
const SLOW_LIMIT_BYTES = 256 * 1024;

export function registerLive(server: FastifyInstance, services: Services): void {
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
    const end = services.live.subscribe(allowed.value, (message, id) =>
      write(`id: ${id}\nevent: ${message.topic}\ndata: ${JSON.stringify(message.data)}\n\n`),
    );
    const beat = setInterval(
      () =>
        write(`event: beat\ndata: ${JSON.stringify({ at: services.clock.now().toISOString(), listening: services.live.connected })}\n\n`),
      BEAT_MS,
    );
    raw.on("close", () => {
      clearInterval(beat);
      end();
    });
    return reply;
  });
}
