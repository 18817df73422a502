import { createHash, randomUUID } from "node:crypto";
import { utimes } from "node:fs/promises";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { sweepUnnamed } from "./unnamed.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("JFIF 现场")]);
async function send(who: Caller, name: string, bytes: Buffer) {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  const response = await who.fetch("/files", { method: "POST", body: form });
  return { status: response.status, body: (await response.json()) as { id: string; code?: string } };
}

it("a photo comes back byte for byte to its own area, and to nobody elsewhere", async () => {
  // given
  const inspector = app.as("inspector", { area: sample.kecheng });
  // when
  const kept = await send(inspector, "现场.jpg", jpeg);
  const mine = await inspector.fetch(`/files/${kept.body.id}`);
  const foreign = await app.as("inspector", { area: sample.jiangshan }).get(`/files/${kept.body.id}`);
  const unit = await app.as("unit-manager", { area: sample.kecheng, unitId: randomUUID() }).get(`/files/${kept.body.id}`);
  // then
  expect(kept).toMatchObject({ status: 200, body: { mediaType: "image/jpeg", sizeBytes: jpeg.length } });
  expect(Buffer.from(await mine.arrayBuffer())).toEqual(jpeg);
  expect(mine.headers.get("content-type")).toBe("image/jpeg");
  expect([foreign.status, unit.status]).toEqual([404, 404]);
});

it("what is not what it says, or too large, is refused with its reason", async () => {
  const inspector = app.as("inspector", { area: sample.kecheng });
  const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100)]);
  const large = Buffer.concat([jpeg, Buffer.alloc(51 * 1_048_576)]);
  expect(await send(inspector, "炸弹.jpg", zip)).toMatchObject({ status: 422, body: { code: "files.archive" } });
  expect(await send(inspector, "大.jpg", large)).toMatchObject({ status: 413, body: { code: "http.too_large" } });
  expect((await send(app.as("readonly", { area: sample.kecheng }), "现场.jpg", jpeg)).status).toBe(403);
});

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

it("a refused upload leaves nothing on the disk, unless it is what somebody else has kept", async () => {
  const inspector = app.as("inspector", { area: sample.kecheng });
  const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(100, 7)]);
  const photo = Buffer.concat([jpeg, Buffer.from("也叫报告")]);
  // when
  await send(inspector, "炸弹.jpg", zip);
  const kept = await send(inspector, "现场.jpg", photo);
  const renamed = await send(inspector, "报告.pdf", photo);
  // then
  expect(renamed.status).toBe(422);
  expect(await app.services.files.has(hashOf(zip))).toBe(false);
  expect((await inspector.fetch(`/files/${kept.body.id}`)).status).toBe(200);
});

it("what a broken upload left is swept after a day; what any row names stays", async () => {
  // given
  await app.sql("create table platform.some_paper (paper_sha256 text)");
  const take = async (words: string, days: number): Promise<string> => {
    const taken = await app.services.files.take(Readable.from([Buffer.from(words)]), 1_000);
    if (!taken.ok) throw new Error(taken.refusal.code);
    const at = new Date(app.services.clock.now().getTime() - days * 86_400_000);
    await utimes(app.services.files.path(taken.value.sha256), at, at);
    return taken.value.sha256;
  };
  const [left, fresh, paper, photo] = [
    await take("断在半路", 2),
    await take("刚刚收下", 0),
    await take("签发的文书", 2),
    await take("有行的照片", 2),
  ];
  await app.sql("insert into platform.some_paper values ($1)", [paper]);
  await app.sql(
    "insert into platform.file (id, sha256, name, media_type, size_bytes, area) values (gen_random_uuid(), decode($1, 'hex'), '照片.jpg', 'image/jpeg', 1, $2)",
    [photo, sample.kecheng],
  );
  // when
  const swept = await sweepUnnamed(app.services);
  // then
  expect(swept).toBe(1);
  expect(await Promise.all([left, fresh, paper, photo].map((hash) => app.services.files.has(hash)))).toEqual([false, true, true, true]);
  expect(await sweepUnnamed(app.services)).toBe(0);
});
