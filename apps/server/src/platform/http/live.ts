/**
 * `GET /api/v1/live`: server-sent events, one connection a screen, filtered by who listens.
 * Each beat asks whether he still is who he was: a session that ended, or rights that changed, end the stream, and the screen comes back.
 */
import { z } from "zod";
import type { Actor } from "../actor.ts";
import { readUnder } from "../english.ts";
import type { Registry } from "../module.ts";
import { ok } from "../result.ts";
import type { Declared, RawRoute } from "../route.ts";
import { cookiesOf } from "./cookies.ts";
import { type Authenticate, languageOf } from "./server.ts";

const BEAT_MS = 15_000;
const SLOW_LIMIT_BYTES = 256 * 1024;

/** What the document says of the feed: the topics are declared by the modules that push them. */
export function liveDeclared({ modules }: Pick<Registry, "modules">): Declared {
  const topics = modules.flatMap((module) => Object.entries(module.topics ?? {}).map(([topic, says]) => `- \`${topic}\` ${says}`));
  return {
    method: "GET",
    path: "/live",
    tag: "实时",
    summary: "实时推送",
    description: [
      "服务器推送事件（SSE），一个页面一条连接；按收听人的辖区与权限过滤。事件名即主题：",
      "- `hello` 接通，或服务器曾漏听：请重读所示内容",
      "- `beat` 每 15 秒一次 `{at, listening}`",
      ...topics,
      "",
      "数据过大时只给 `{id, again: true}`，请重读该条。断线后重连即可，任何数据都不靠送达。",
    ].join("\n"),
    permission: "signed-in",
    input: z.object({}),
    output: z.string(),
    example: { output: 'retry: 1000\nevent: hello\ndata: {"at":"2026-03-18T06:30:00.000Z"}\n\n' },
    sends: "text/event-stream",
  };
}

export const liveRoute = (registry: Registry, authenticate: Authenticate): RawRoute => ({
  ...liveDeclared(registry),
  async answer({ actor, request, reply, services }) {
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
    const greet = () => write(`event: hello\ndata: ${JSON.stringify({ at: services.clock.now().toISOString() })}\n\n`);
    write("retry: 1000\n");
    greet();
    const endGreeting = services.live.onListening(greet);
    const { read } = services.spoken[languageOf(request)];
    const end = services.live.subscribe(actor, ({ topic, data, composed = [] }, id) =>
      write(`id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(readUnder(data, new Set(composed), read))}\n\n`),
    );
    const cookies = cookiesOf(request, reply);
    const stands = async () => isSame(await authenticate({ cookies, address: request.ip, passive: true }), actor);
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
      endGreeting();
      end();
    });
    return ok(null);
  },
});

const isSame = (now: Actor | null, before: Actor): boolean =>
  now !== null &&
  now.userId === before.userId &&
  now.area.lo === before.area.lo &&
  now.area.hi === before.area.hi &&
  now.permissions.size === before.permissions.size &&
  [...now.permissions].every((name) => before.permissions.has(name));
