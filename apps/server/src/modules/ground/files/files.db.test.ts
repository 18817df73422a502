import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";

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
