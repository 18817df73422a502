/** Files in and out: `POST /files` takes one piece of evidence, `GET /files/:id` gives it back to whoever may see its area or unit. */
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { API, allow, answerRefusal, inRequest } from "#platform/http/server.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { judgeFile } from "./domain/kind-of-file.ts";

export const MOST_BYTES = 50 * 1_048_576;

type Kept = { readonly id: string; readonly name: string; readonly mediaType: string; readonly sizeBytes: number };

export function registerFiles(server: FastifyInstance, services: Services): void {
  const upload = { method: "POST", path: "/files", summary: "上传文件" } as const;
  server.post(`${API}/files`, async (request, reply) => {
    const allowed = allow(request, "files.upload");
    if (!allowed.ok) return answerRefusal(allowed.refusal, request, reply, services);
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_BYTES, files: 1 } }) : undefined;
    if (!part) return answerRefusal({ kind: "invalid", code: "upload.no_file", params: {} }, request, reply, services);
    // The bytes go to disk first, outside any transaction; without a row nobody can ask for them.
    const stored = await services.files.take(part.file, MOST_BYTES - 1);
    if (!stored.ok) return answerRefusal(stored.refusal, request, reply, services);
    const judged = judgeFile(part.filename, stored.value.head);
    if (!judged.ok) return answerRefusal({ kind: "invalid", code: judged.code, params: { name: part.filename } }, request, reply, services);
    const kept: Kept = {
      id: uuidv7(services.clock.now().getTime()),
      name: part.filename.slice(-120),
      mediaType: judged.kind.mediaType,
      sizeBytes: stored.value.sizeBytes,
    };
    const saved = await inRequest(upload, request, reply, services, async ({ tx, actor, audit }): Promise<Result<Kept>> => {
      await sql`insert into platform.file (id, sha256, name, media_type, size_bytes, area, unit_id, uploaded_by)
        values (${kept.id}, decode(${stored.value.sha256}, 'hex'), ${kept.name}, ${kept.mediaType}, ${kept.sizeBytes}, ${actor.area.lo}, ${actor.unitId}, ${actor.userId})`.execute(
        tx,
      );
      audit({ subject: "platform.file", subjectId: kept.id, area: actor.area.lo, detail: { name: kept.name, sizeBytes: kept.sizeBytes } });
      return ok(kept);
    });
    return saved.ok ? reply.send(saved.value) : answerRefusal(saved.refusal, request, reply, services);
  });

  const download = { method: "GET", path: "/files/:id", summary: "取文件" } as const;
  server.get(`${API}/files/:id`, async (request, reply) => {
    const allowed = allow(request, "files.read");
    if (!allowed.ok) return answerRefusal(allowed.refusal, request, reply, services);
    const { id } = request.params as { id: string };
    const found = await inRequest(download, request, reply, services, async ({ tx }) => {
      if (!/^[0-9a-f-]{36}$/i.test(id)) return refuse("not_found", "ledger.unknown_row", { id });
      const { rows } = await sql<{
        sha256: string;
        name: string;
        mediaType: string;
        sizeBytes: number;
      }>`select encode(sha256, 'hex') as sha256, name, media_type, size_bytes from platform.file where id = ${id}`.execute(tx);
      return rows[0] ? ok(rows[0]) : refuse("not_found", "ledger.unknown_row", { id });
    });
    if (!found.ok) return answerRefusal(found.refusal, request, reply, services);
    const file = found.value as { sha256: string; name: string; mediaType: string; sizeBytes: number };
    return reply
      .type(file.mediaType)
      .header("content-length", file.sizeBytes)
      .header("content-security-policy", "sandbox; default-src 'none'")
      .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(services.files.read(file.sha256));
  });
}
