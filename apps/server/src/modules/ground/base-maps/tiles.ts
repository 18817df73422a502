/** One tile to whoever is signed in. A base map never changes under its id, so a browser keeps what it has. */
import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { API, allow, answerRefusal } from "#platform/http/server.ts";
import type { Services } from "#platform/services.ts";
import { type Archive, unpack } from "./archive.ts";
import { type DrawableKind, MOST_ZOOM } from "./domain/pmtiles.ts";
import { heldArchive } from "./open-maps.ts";
import { pathsOf } from "./store.ts";

const whole = z.coerce.number().int().nonnegative();
const address = z.object({ id: z.uuid(), z: whole.max(MOST_ZOOM), x: whole, y: whole }).refine(({ z, x, y }) => x < 2 ** z && y < 2 ** z);

const mediaTypes: Readonly<Record<DrawableKind, string>> = {
  mvt: "application/vnd.mapbox-vector-tile",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

export function registerTiles(server: FastifyInstance, services: Services): void {
  server.get(`${API}/base-maps/:id/tiles/:z/:x/:y`, async (request, reply) => {
    const allowed = allow(request, "signed-in");
    if (!allowed.ok) return answerRefusal(allowed.refusal, request, reply, services);
    const asked = address.safeParse(request.params);
    const archive = asked.success ? await heldArchive(pathsOf(services.files, asked.data.id).kept) : undefined;
    if (!asked.success || !archive)
      return answerRefusal({ kind: "not_found", code: "base-maps.unknown", params: {} }, request, reply, services);
    const { z, x, y } = asked.data;
    return sendTile(request, reply, archive, await archive.tile(z, x, y));
  });
}

async function sendTile(request: FastifyRequest, reply: FastifyReply, { header }: Archive, packed: Uint8Array | undefined) {
  void reply.header("cache-control", "private, max-age=31536000, immutable");
  // Where a map has nothing the browser draws nothing: an answer, no mistake.
  if (!packed) return reply.status(204).send();
  const etag = `"${createHash("sha1").update(packed).digest("base64url")}"`;
  void reply.header("etag", etag);
  if (request.headers["if-none-match"] === etag) return reply.status(304).send();
  void reply.type(mediaTypes[header.kind]);
  const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (header.tileCompression === "gzip" && takesGzip) return reply.header("content-encoding", "gzip").send(Buffer.from(packed));
  return reply.send(Buffer.from(await unpack(packed, header.tileCompression)));
}
