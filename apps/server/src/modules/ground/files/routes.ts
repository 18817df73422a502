/** Files in and out: `POST /files` takes one piece of evidence, `GET /files/:id` gives it back to whoever may see its area or unit. */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { inRequest } from "#platform/http/server.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RawRoute, RouteContext } from "#platform/route.ts";
import { judgeFile } from "./domain/kind-of-file.ts";
import { dropUnnamed, holdContent } from "./unnamed.ts";

export const MOST_BYTES = 50 * 1_048_576;

const idInput = z.object({ id: z.uuid() });
const kept = z
  .object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.number().int() })
  .meta({ id: "KeptFile", description: "一份收下的文件；其他台账以 id 引用" });
type Kept = z.output<typeof kept>;
type StoredFile = Omit<Kept, "id"> & { readonly sha256: string };
const base = { tag: "文件" } as const;

export const uploadFile: RawRoute = {
  ...base,
  method: "POST",
  path: "/files",
  summary: "上传文件",
  description: `照片、文档、录音、录像，最大 ${MOST_BYTES / 1_048_576} MB；内容与扩展名不符的不收。`,
  permission: "files.upload",
  input: z.object({}),
  output: kept,
  example: {
    output: { id: "01997c2e-8f00-7000-8000-000000000003", name: "现场.jpg", mediaType: "image/jpeg", sizeBytes: 482_113 },
  },
  takes: "file",
  async answer({ request, reply, services }) {
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_BYTES, files: 1 } }) : undefined;
    if (!part) return refuse("invalid", "upload.no_file");
    // The bytes go to disk first, outside any transaction; without a row nobody can ask for them.
    const stored = await services.files.take(part.file, MOST_BYTES - 1);
    if (!stored.ok) return stored;
    const { sha256 } = stored.value;
    const judged = judgeFile(part.filename, stored.value.head);
    if (!judged.ok) {
      await dropUnnamed([sha256], services);
      return refuse("invalid", judged.code, { name: part.filename });
    }
    const file: Kept = {
      id: uuidv7(services.clock.now().getTime()),
      name: part.filename.slice(-120),
      mediaType: judged.kind.mediaType,
      sizeBytes: stored.value.sizeBytes,
    };
    const saved = await inRequest(uploadFile, request, reply, services, (context) => saveFile(file, sha256, context));
    if (!saved.ok) await dropUnnamed([sha256], services);
    return saved;
  },
};

async function saveFile(file: Kept, sha256: string, { tx, actor, services, audit }: RouteContext): Promise<Result<Kept>> {
  await holdContent(sha256, tx);
  if (!(await services.files.has(sha256))) return refuse("conflict", "files.send_again");
  await sql`insert into platform.file (id, sha256, name, media_type, size_bytes, area, unit_id, uploaded_by)
    values (${file.id}, decode(${sha256}, 'hex'), ${file.name}, ${file.mediaType}, ${file.sizeBytes}, ${actor.area.lo}, ${actor.unitId}, ${actor.userId})`.execute(
    tx,
  );
  audit({ subject: "platform.file", subjectId: file.id, area: actor.area.lo, detail: { name: file.name, sizeBytes: file.sizeBytes } });
  return ok(file);
}

export const downloadFile: RawRoute = {
  ...base,
  method: "GET",
  path: "/files/:id",
  summary: "取文件",
  description: "原样取回，媒体类型是收下时认定的那个；在沙箱里打开，不执行其中的脚本。",
  permission: "files.read",
  input: idInput,
  output: z.string(),
  sends: "*/*",
  async answer({ request, reply, services }) {
    const given = idInput.safeParse(request.params);
    const found = await inRequest(downloadFile, request, reply, services, ({ tx }) => findFile(given.data?.id, tx));
    if (!found.ok) return found;
    const file = found.value as StoredFile;
    void reply
      .type(file.mediaType)
      .header("content-length", file.sizeBytes)
      .header("content-security-policy", "sandbox; default-src 'none'")
      .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return ok(services.files.read(file.sha256));
  },
};

/** An unedited original has its own door, where each look is audited. */
async function findFile(id: string | undefined, tx: Tx): Promise<Result<StoredFile>> {
  if (id === undefined) return refuse("not_found", "ledger.unknown_row");
  const { rows } = await sql<StoredFile>`select encode(sha256, 'hex') as sha256, name, media_type, size_bytes from platform.file
      where id = ${id} and not details ? 'original'`.execute(tx);
  return rows[0] ? ok(rows[0]) : refuse("not_found", "ledger.unknown_row", { id });
}
