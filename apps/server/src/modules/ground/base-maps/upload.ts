/**
 * The bytes of a base map, piece by piece: each piece names where it begins, so a broken upload goes on where it stopped and several
 * gigabytes need neither one long request nor memory.
 */
import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { asWorker } from "#platform/db.ts";
import { OCTETS } from "#platform/http/server.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { findBaseMap, pathsOf } from "./store.ts";
import { arrived } from "./take.ts";

const MOST_PIECE = 64 * 2 ** 20;
const address = z.object({ id: z.uuid(), at: z.coerce.number().int().nonnegative().describe("这一段从第几字节起") });
/** Uploads a piece of which is being written: two at once would mix. */
const busy = new Set<string>();

const received = z.object({ receivedBytes: z.number().int() }).meta({ id: "ReceivedBytes", description: "已收下多少字节：下一段从此处起" });
type Received = z.output<typeof received>;

export const takeBytes: RawRoute = {
  method: "PUT",
  path: "/base-maps/:id/bytes",
  tag: "底图",
  summary: "送底图的一段",
  description: `一段最大 ${MOST_PIECE / 2 ** 20} MB；断了就从已收下的字节接着送，位置不符时 409 的 params.receivedBytes 说明该从何处起。`,
  permission: "base-maps.manage",
  input: address,
  output: received,
  example: { input: { at: 0 }, output: { receivedBytes: 8_388_608 } },
  takes: "bytes",
  answer: ({ request, services }) => receive(request, services),
};

async function receive(request: FastifyRequest, services: Services): Promise<Result<Received>> {
  const asked = address.safeParse({ ...(request.params as object), ...(request.query as object) });
  if (!asked.success || request.headers["content-type"] !== OCTETS)
    return refuse("invalid", "http.bad_input", { field: "at", problem: OCTETS });
  const { id, at } = asked.data;
  const map = await asWorker(services.db, (tx) => findBaseMap(tx, id));
  if (map?.state !== "uploading") return refuse("not_found", "base-maps.unknown", { id });
  if (busy.has(id)) return refuse("conflict", "base-maps.busy");
  busy.add(id);
  try {
    return await append(request.body as Readable, pathsOf(services.files, id).part, at, map.uploadBytes);
  } finally {
    busy.delete(id);
  }
}

/** What arrived before a connection broke stays: it is the beginning of the file all the same. */
async function append(piece: Readable, path: string, at: number, total: number): Promise<Result<Received>> {
  const has = await arrived(path);
  if (at !== has) return refuse("conflict", "base-maps.other_place", { receivedBytes: has });
  const room = Math.min(MOST_PIECE, total - has);
  let size = 0;
  const measured = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const bytes of pieces) {
      size += bytes.length;
      if (size > room) return;
      yield bytes;
    }
  };
  try {
    await pipeline(piece, measured, createWriteStream(path, { flags: "a", mode: 0o600 }));
  } catch (error) {
    if (!isBroken(error)) throw error;
    return refuse("conflict", "base-maps.incomplete", { has: await arrived(path), wants: total });
  }
  if (size > room) return refuse("too_large", "base-maps.too_much", { wants: total });
  return ok({ receivedBytes: has + size });
}

/** The sender went away in the middle of a piece: his to begin again, and no fault of ours. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ERR_STREAM_PREMATURE_CLOSE" || error.code === "ECONNRESET");
