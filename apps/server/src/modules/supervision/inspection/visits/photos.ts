/**
 * Photos of the field: stated first, then their bytes piece by piece, then closed. Each photo is two files: the shown copy the phone made (smaller,
 * time and place burnt in, blurred where a person asked), served without what the camera wrote into it, and the unedited original, kept by its hash.
 * Everything may be said twice: what is here already answers with the receipt it got.
 */
import { createHash } from "node:crypto";
import { createWriteStream, mkdirSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { z } from "zod";
import { judgeFile } from "#modules/ground/files/index.ts";
import type { Actor } from "#platform/actor.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { FileStore } from "#platform/files.ts";
import { inRequest, OCTETS } from "#platform/http/server.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RawRoute, type RouteContext, route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { instant } from "#platform/values.ts";
import { factsOf, isTooManyPixels, withoutMetadata } from "./domain/picture.ts";

const MB = 1_048_576;
export const MOST = { shown: 12 * MB, original: 50 * MB } as const;
const MOST_PIECE = 4 * MB;
const tag = "监督检查";
const parts = ["shown", "original"] as const;
export type PhotoPart = (typeof parts)[number];
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const part = z.object({ sizeBytes: z.number().int().positive(), sha256 });
const statement = z.object({
  id: z.uuid(),
  visit: z.uuid().nullable().default(null),
  hazard: z.uuid().nullable().default(null),
  item: z.string().max(80).nullable().default(null),
  takenAt: instant,
  lon: z.number().min(-180).max(180).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  accuracyM: z.number().min(0).max(100_000).nullable().default(null),
  place: z.string().trim().max(200).default(""),
  name: z.string().trim().min(1).max(200).default("照片.jpg"),
  blurred: z.number().int().min(0).max(50).default(0).describe("手工遮挡的处数"),
  shown: part,
  original: part.nullable().default(null),
});
const standing = z
  .object({ receivedBytes: z.number().int(), receipt: z.string().nullable() })
  .meta({ id: "PhotoPart", description: "已收下多少字节；收全并核对后有回执" });
const answer = z.object({ shown: standing, original: standing.nullable() });

type PhotoRow = {
  readonly id: string;
  readonly area: number;
  readonly unit: string | null;
  readonly name: string;
  readonly shownBytes: number;
  readonly shownSha256: string;
  readonly shownFile: string | null;
  readonly originalBytes: number | null;
  readonly originalSha256: string | null;
  readonly originalFile: string | null;
};
const COLUMNS = sql`id, area, unit, name, shown_bytes, encode(shown_sha256, 'hex') as "shown_sha256", shown_file, original_bytes,
  encode(original_sha256, 'hex') as "original_sha256", original_file`;

async function findPhoto(tx: Tx, id: string, by: string): Promise<PhotoRow | undefined> {
  const { rows } = await sql<PhotoRow>`select ${COLUMNS} from inspection.photo where id = ${id} and taken_by = ${by}`.execute(tx);
  return rows[0];
}

/** Where the bytes of an upload wait until they are whole. */
function partPath(files: Pick<FileStore, "dir">, id: string, which: PhotoPart): string {
  const dir = join(files.dir, "field");
  mkdirSync(dir, { recursive: true });
  return join(dir, `${id}.${which}.part`);
}
const arrived = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );
const receiptOf = (hash: string): string => hash.slice(0, 8).toUpperCase();

async function standingOf(files: FileStore, row: PhotoRow, which: PhotoPart): Promise<z.output<typeof standing>> {
  const [size, hash, file] =
    which === "shown"
      ? [row.shownBytes, row.shownSha256, row.shownFile]
      : [row.originalBytes ?? 0, row.originalSha256 ?? "", row.originalFile];
  if (file !== null) return { receivedBytes: size, receipt: receiptOf(hash) };
  return { receivedBytes: Math.min(size, await arrived(partPath(files, row.id, which))), receipt: null };
}

export const statePhotoRoute = route({
  method: "POST",
  path: "/inspection/photos",
  tag,
  summary: "说明一张照片",
  description: `照片先说明，再分段送，再收尾。展示图最大 ${MOST.shown / MB} MB，原图最大 ${MOST.original / MB} MB；重复说明不会重复收。`,
  permission: "inspection.field",
  input: statement,
  output: answer,
  example: {
    input: {
      id: "01997c2e-8f00-7000-8000-000000000021",
      visit: "01997c2e-8f00-7000-8000-000000000020",
      item: "evacuation-exit-open",
      takenAt: "2026-03-18T06:31:00.000Z",
      lon: 118.87,
      lat: 28.97,
      accuracyM: 8,
      place: "衢化街道 化工路 9 号",
      name: "IMG_0312.jpg",
      shown: { sizeBytes: 312_000, sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
      original: { sizeBytes: 4_182_000, sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752" },
    },
    output: { shown: { receivedBytes: 131_072, receipt: null }, original: { receivedBytes: 0, receipt: null } },
  },
  refuses: ["too_large", "unavailable", "conflict"],
  async run(context, given) {
    const { tx, actor, services, audit } = context;
    const tooLarge = sizeProblem(given);
    if (tooLarge) return tooLarge;
    const known = await findPhoto(tx, given.id, actor.userId);
    if (known && (known.shownSha256 !== given.shown.sha256 || known.originalSha256 !== (given.original?.sha256 ?? null)))
      return refuse("conflict", "inspection.piece_differs");
    const row = known ?? (await savePhoto(context, given));
    if (row === undefined) return refuse("unavailable", "inspection.photo_before_record");
    if (row === "foreign") return refuse("conflict", "inspection.piece_differs");
    if (!known)
      audit({
        subject: "inspection.photo",
        subjectId: given.id,
        area: row.area,
        detail: { name: given.name, visit: given.visit, hazard: given.hazard },
      });
    return ok({
      shown: await standingOf(services.files, row, "shown"),
      original: given.original ? await standingOf(services.files, row, "original") : null,
    });
  },
});

function sizeProblem({ shown, original }: z.output<typeof statement>): Result<never> | undefined {
  const large =
    shown.sizeBytes > MOST.shown
      ? { size: shown.sizeBytes, limit: MOST.shown }
      : (original?.sizeBytes ?? 0) > MOST.original
        ? { size: original?.sizeBytes ?? 0, limit: MOST.original }
        : undefined;
  return large && refuse("too_large", "inspection.photo_too_large", { size: Math.ceil(large.size / MB), limit: large.limit / MB });
}

/** The photo belongs where its record does; before that is here there is no place for it. */
async function savePhoto({ tx, actor }: RouteContext, given: z.output<typeof statement>): Promise<PhotoRow | undefined | "foreign"> {
  const owner = await sql<{
    area: number;
    unit: string | null;
  }>`select area, unit from inspection.visit where id = ${given.visit} and inspector = ${actor.userId}
    union all select area, unit from inspection.sync_piece where hazard = ${given.hazard} and taken_by = ${actor.userId} and kind = 'hazardFound' limit 1`.execute(
    tx,
  );
  const place = owner.rows[0];
  if (!place) return undefined;
  const { rows } =
    await sql<PhotoRow>`insert into inspection.photo (id, visit, hazard, item, area, unit, name, taken_at, taken_by, lon, lat, accuracy_m, place, blurred,
      shown_bytes, shown_sha256, original_bytes, original_sha256)
    values (${given.id}, ${given.visit}, ${given.hazard}, ${given.item}, ${place.area}, ${place.unit}, ${given.name}, ${given.takenAt}, ${actor.userId}, ${given.lon}, ${given.lat},
      ${given.accuracyM}, ${given.place || null}, ${given.blurred}, ${given.shown.sizeBytes}, decode(${given.shown.sha256}, 'hex'), ${given.original?.sizeBytes ?? null},
      decode(${given.original?.sha256 ?? null}, 'hex'))
    on conflict (id) do nothing returning ${COLUMNS}`.execute(tx);
  return rows[0] ?? "foreign";
}

const address = z.object({ id: z.uuid(), part: z.enum(parts), at: z.coerce.number().int().nonnegative().describe("这一段从第几字节起") });
const received = z.object({ receivedBytes: z.number().int() });
/** Uploads a piece of which is being written: two at once would mix. */
const busy = new Set<string>();

export const takePhotoBytes: RawRoute = {
  method: "PUT",
  path: "/inspection/photos/:id/:part/bytes",
  tag,
  summary: "送照片的一段",
  description: `一段最大 ${MOST_PIECE / MB} MB；断了就从已收下的字节接着送，位置不符时 409 的 params.receivedBytes 说明该从何处起。`,
  permission: "inspection.field",
  input: address,
  output: received,
  takes: "bytes",
  answer: ({ request, actor, services }) =>
    receive({ ...(request.params as object), ...(request.query as object) }, request, actor, services),
};

async function receive(
  given: object,
  { headers, body }: { readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown },
  actor: Actor,
  services: Services,
): Promise<Result<z.output<typeof received>>> {
  const asked = address.safeParse(given);
  if (!asked.success || headers["content-type"] !== OCTETS) return refuse("invalid", "http.bad_input", { field: "at", problem: OCTETS });
  const { id, part: which, at } = asked.data;
  const row = await asWorker(services.db, (tx) => findPhoto(tx, id, actor.userId));
  if (!row || (which === "original" && row.originalBytes === null)) return refuse("not_found", "inspection.unknown_photo");
  const total = which === "shown" ? row.shownBytes : (row.originalBytes ?? 0);
  if ((which === "shown" ? row.shownFile : row.originalFile) !== null) return ok({ receivedBytes: total });
  const key = `${id}.${which}`;
  if (busy.has(key)) return refuse("conflict", "inspection.photo_busy");
  busy.add(key);
  try {
    return await append(body as Readable, partPath(services.files, id, which), at, total);
  } finally {
    busy.delete(key);
  }
}

/** What arrived before a connection broke stays: it is the beginning of the file all the same. */
async function append(piece: Readable, path: string, at: number, total: number): Promise<Result<{ receivedBytes: number }>> {
  const has = await arrived(path);
  if (at !== has) return refuse("conflict", "inspection.photo_other_place", { receivedBytes: has });
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
    const { code } = error as { readonly code?: string };
    if (code !== "ERR_STREAM_PREMATURE_CLOSE" && code !== "ECONNRESET") throw error;
    return refuse("conflict", "inspection.photo_other_place", { receivedBytes: await arrived(path) });
  }
  if (size > room) {
    await rm(path, { force: true });
    return refuse("too_large", "inspection.photo_too_much");
  }
  return ok({ receivedBytes: has + size });
}

const closing = z.object({ id: z.uuid(), part: z.enum(parts) });

export const closePhotoRoute = route({
  method: "POST",
  path: "/inspection/photos/:id/:part/close",
  tag,
  summary: "收下照片",
  description: "核对大小与 SHA-256，认内容不认扩展名；展示图去掉相机写入的时间、位置等信息后保存，原图原样保存。",
  permission: "inspection.field",
  input: closing,
  output: z.object({ receipt: z.string() }),
  refuses: ["too_large", "conflict"],
  async run(context, { id, part: which }) {
    const { tx, actor, services, audit } = context;
    const row = await findPhoto(tx, id, actor.userId);
    if (!row || (which === "original" && row.originalBytes === null)) return refuse("not_found", "inspection.unknown_photo");
    const { receipt, receivedBytes } = await standingOf(services.files, row, which);
    if (receipt !== null) return ok({ receipt });
    const size = which === "shown" ? row.shownBytes : (row.originalBytes ?? 0);
    if (receivedBytes !== size) return refuse("conflict", "inspection.photo_other_place", { receivedBytes });
    const kept = await keep(services, row, which);
    if (!kept.ok) return kept;
    await saveFile(context, row, which, kept.value);
    audit({
      subject: "inspection.photo",
      subjectId: id,
      area: row.area,
      detail: { part: which, sha256: kept.value.given, sizeBytes: size },
    });
    return ok({ receipt: receiptOf(kept.value.given) });
  },
});

type Kept = {
  readonly given: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly facts: ReturnType<typeof factsOf>;
};

/** What does not pass leaves nothing behind: the phone begins it anew or says why it cannot be taken. */
async function keep({ files }: Services, row: PhotoRow, which: PhotoPart): Promise<Result<Kept>> {
  const path = partPath(files, row.id, which);
  try {
    const bytes = await readFile(path);
    const given = createHash("sha256").update(bytes).digest("hex");
    if (given !== (which === "shown" ? row.shownSha256 : row.originalSha256))
      return refuse("conflict", "inspection.photo_damaged", { receivedBytes: 0 });
    const mediaType = mediaTypeOf(which, row.name, bytes.subarray(0, 4_096));
    if (!mediaType.ok) return mediaType;
    const facts = factsOf(bytes);
    if (isTooManyPixels(facts)) return refuse("invalid", "inspection.photo_too_many_pixels", { width: facts.width, height: facts.height });
    const served = which === "shown" ? withoutMetadata(bytes) : bytes;
    if (!served) return refuse("invalid", "inspection.photo_not_jpeg");
    const stored = await files.take(Readable.from([Buffer.from(served)]), MOST[which]);
    return stored.ok
      ? ok({ given, sha256: stored.value.sha256, sizeBytes: stored.value.sizeBytes, mediaType: mediaType.value, facts })
      : stored;
  } finally {
    await rm(path, { force: true });
  }
}

/** A HEIC original is evidence as good as another: it is kept, and its shown copy is what people see. */
function mediaTypeOf(which: PhotoPart, name: string, head: Uint8Array): Result<string> {
  const judged = judgeFile(which === "shown" ? "shown.jpg" : name, head);
  if (!judged.ok) return judged.code === "files.heic" && which === "original" ? ok("image/heic") : refuse("invalid", judged.code, { name });
  return judged.kind.mediaType.startsWith("image/") ? ok(judged.kind.mediaType) : refuse("invalid", "files.unknown_kind", { name });
}

/** The shown copy answers to the photo's own id; the original has another, and is not given out by the common door of files. */
async function saveFile({ tx, actor, now }: RouteContext, row: PhotoRow, which: PhotoPart, kept: Kept): Promise<void> {
  const file = which === "shown" ? row.id : uuidv7(now.getTime());
  const details = which === "shown" ? {} : { original: true };
  await sql`insert into platform.file (id, sha256, name, media_type, size_bytes, area, unit_id, uploaded_by, details)
    values (${file}, decode(${kept.sha256}, 'hex'), ${which === "shown" ? "照片.jpg" : row.name}, ${kept.mediaType}, ${kept.sizeBytes}, ${row.area}, ${row.unit}, ${actor.userId},
      ${JSON.stringify(details)}::jsonb)`.execute(tx);
  const { facts } = kept;
  if (which === "shown") await sql`update inspection.photo set shown_file = ${file}, received_at = ${now} where id = ${row.id}`.execute(tx);
  else
    await sql`update inspection.photo set original_file = ${file}, original_media = ${kept.mediaType}, camera_at = ${facts.cameraAt}, camera_lon = ${facts.lon},
      camera_lat = ${facts.lat}, camera = ${facts.camera} where id = ${row.id}`.execute(tx);
}

const byId = z.object({ id: z.uuid() });

export const readOriginal: RawRoute = {
  method: "GET",
  path: "/inspection/photos/:id/original",
  tag,
  summary: "查看原始照片",
  description: "原样取回手机拍下的文件，连同相机写入的时间与位置；每次查看记入审计。",
  permission: "inspection.original",
  input: byId,
  output: z.string(),
  sends: "*/*",
  async answer({ request, reply, services }) {
    const given = byId.safeParse(request.params);
    const found = await inRequest({ ...readOriginal, audited: true }, request, reply, services, async ({ tx, audit }) => {
      const { rows } = await sql<{
        sha256: string;
        name: string;
        mediaType: string;
        sizeBytes: number;
        area: number;
      }>`select encode(f.sha256, 'hex') as sha256, p.name, f.media_type,
          f.size_bytes, p.area from inspection.photo p join platform.file f on f.id = p.original_file where p.id = ${given.data?.id ?? null}`.execute(
        tx,
      );
      const file = rows[0];
      if (!file) return refuse("not_found", "inspection.unknown_photo");
      audit({ subject: "inspection.photo", subjectId: given.data?.id ?? "", area: file.area, detail: { sha256: file.sha256 } });
      return ok(file);
    });
    if (!found.ok) return found;
    const file = found.value as { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly sizeBytes: number };
    void reply
      .type(file.mediaType)
      .header("content-length", file.sizeBytes)
      .header("content-security-policy", "sandbox; default-src 'none'")
      .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    return ok(services.files.read(file.sha256));
  },
};
