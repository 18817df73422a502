/** One tile to whoever is signed in. A base map never changes under its id, so a browser keeps what it has. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import { type Archive, unpack } from "./archive.ts";
import { type DrawableKind, MOST_ZOOM } from "./domain/pmtiles.ts";
import { heldArchive } from "./open-maps.ts";
import { pathsOf } from "./store.ts";

const whole = z.coerce.number().int().nonnegative();
const address = z.object({ id: z.uuid(), z: whole.max(MOST_ZOOM), x: whole, y: whole }).refine(({ z, x, y }) => x < 2 ** z && y < 2 ** z);
/** Vector tiles or pictures, as the base map has them. */
const MEDIA = "*/*";

const mediaTypes: Readonly<Record<DrawableKind, string>> = {
  mvt: "application/vnd.mapbox-vector-tile",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

export const showTile: RawRoute = {
  method: "GET",
  path: "/base-maps/:id/tiles/:z/:x/:y",
  tag: "底图",
  summary: "底图的一块",
  description: "矢量瓦片或图片，媒体类型随底图；同一底图不再改变，可长久缓存。",
  permission: "signed-in",
  input: address,
  output: z.string(),
  sends: MEDIA,
  bare: { 204: "此处没有内容", 304: "与所持的相同" },
  async answer({ request, reply, services }) {
    const asked = address.safeParse(request.params);
    const archive = asked.success ? await heldArchive(pathsOf(services.files, asked.data.id).kept) : undefined;
    if (!asked.success || !archive) return refuse("not_found", "base-maps.unknown");
    const { z, x, y } = asked.data;
    return tileFor(request, reply, archive, await archive.tile(z, x, y));
  },
};

async function tileFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { header }: Archive,
  packed: Uint8Array | undefined,
): Promise<Result<Buffer | undefined>> {
  void reply.header("cache-control", "private, max-age=31536000, immutable");
  // Where a map has nothing the browser draws nothing: an answer, no mistake.
  if (!packed) {
    void reply.status(204);
    return ok(undefined);
  }
  const etag = `"${createHash("sha1").update(packed).digest("base64url")}"`;
  void reply.header("etag", etag);
  if (request.headers["if-none-match"] === etag) {
    void reply.status(304);
    return ok(undefined);
  }
  void reply.type(mediaTypes[header.kind]);
  const takesGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (header.tileCompression !== "gzip" || !takesGzip) return ok(Buffer.from(await unpack(packed, header.tileCompression)));
  void reply.header("content-encoding", "gzip");
  return ok(Buffer.from(packed));
}
