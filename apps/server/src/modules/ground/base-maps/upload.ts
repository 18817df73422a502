/**
 * The bytes of a base map, piece by piece: each piece names where it begins, so a broken upload goes on where it stopped and several
 * gigabytes need neither one long request nor memory.
 */
import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { asWorker } from "#platform/db.ts";
import { API, allow, answerRefusal } from "#platform/http/server.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { findBaseMap, pathsOf } from "./store.ts";
import { arrived } from "./take.ts";

const MOST_PIECE = 64 * 2 ** 20;
const OCTETS = "application/octet-stream";
const address = z.object({ id: z.uuid(), at: z.coerce.number().int().nonnegative() });
/** Uploads a piece of which is being written: two at once would mix. */
const busy = new Set<string>();

export function registerUpload(server: FastifyInstance, services: Services): void {
  void server.register((scope, _, ready) => {
    scope.addContentTypeParser(OCTETS, (_, payload, done) => done(null, payload));
    scope.put(`${API}/base-maps/:id/bytes`, async (request, reply) => {
      const allowed = allow(request, "base-maps.manage");
      const received = allowed.ok ? await receive(request, services) : allowed;
      return received.ok ? reply.send(received.value) : answerRefusal(received.refusal, request, reply, services);
    });
    ready();
  });
}

async function receive(request: FastifyRequest, services: Services): Promise<Result<{ readonly receivedBytes: number }>> {
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
async function append(piece: Readable, path: string, at: number, total: number): Promise<Result<{ readonly receivedBytes: number }>> {
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
