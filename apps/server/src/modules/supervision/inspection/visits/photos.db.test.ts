/** Photos piece by piece: broken off, sent again, too large, not what they say; the original kept apart and looked at under audit. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { aUnit } from "../scene.fixture.ts";
import { aPhoto, begun, close, put, send, state } from "./field.fixture.ts";

let app: App;
let who: Caller;
let visit = "";
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T07:30:00Z" });
  const [organ] = await app.sql("select id from organizations.organ where area = $1 and kind = 'fire-brigade' limit 1", [sample.kecheng]);
  who = app.as("inspector", { area: sample.kecheng, organId: String(organ?.id), name: "林晓东" });
  const start = begun(await aUnit(app));
  await who.get("/inspection/field/day");
  await send(who, [start]);
  visit = start.visit;
});
afterAll(() => app?.end());

const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a photo", () => {
  it("goes on where it broke off, is served without what the camera wrote, and its original is byte for byte", async () => {
    const [shown, original] = [aPhoto(800, 600), aPhoto(4000, 3000, "EXIF 原图")];
    const id = uuidv7();
    const stated = await state(who, id, { visit, item: "1" }, shown, original);
    expect(stated.body).toEqual({ shown: { receivedBytes: 0, receipt: null }, original: { receivedBytes: 0, receipt: null } });
    expect(await put(who, id, "shown", 0, shown.subarray(0, 40))).toMatchObject({ body: { receivedBytes: 40 } });
    const wrong = await put(who, id, "shown", 0, shown);
    expect(wrong).toMatchObject({ status: 409, body: { code: "inspection.photo_other_place", params: { receivedBytes: 40 } } });
    expect((await close(who, id, "shown")).body).toMatchObject({ code: "inspection.photo_other_place" });
    expect((await state(who, id, { visit, item: "1" }, shown, original)).body).toMatchObject({ shown: { receivedBytes: 40 } });
    await put(who, id, "shown", 40, shown.subarray(40));
    const first = await close(who, id, "shown");
    expect(first.body.receipt).toBe(sha(shown).slice(0, 8).toUpperCase());
    expect((await close(who, id, "shown")).body).toEqual(first.body);
    await put(who, id, "original", 0, original);
    await close(who, id, "original");

    const served = Buffer.from(await (await who.fetch(`/files/${id}`)).arrayBuffer());
    expect(served.includes("Exif")).toBe(false);
    expect(served.subarray(-10)).toEqual(shown.subarray(-10));
    const kept = Buffer.from(await (await who.fetch(`/inspection/photos/${id}/original`)).arrayBuffer());
    expect(kept).toEqual(original);
    const looks = await app.sql(
      "select actor_name, detail ->> 'sha256' as sha256 from platform.audit where action = '查看原始照片' and subject_id = $1",
      [id],
    );
    expect(looks).toEqual([{ actor_name: "林晓东", sha256: sha(original) }]);
    const [row] = await app.sql("select original_file from inspection.photo where id = $1", [id]);
    expect((await who.get(`/files/${String(row?.original_file)}`)).status).toBe(404);
    expect((await app.as("grid-member", { area: sample.kecheng }).get(`/inspection/photos/${id}/original`)).status).toBe(403);
    expect((await app.as("inspector", { area: sample.jiangshan }).get(`/inspection/photos/${id}/original`)).status).toBe(404);
  });

  it("sent again whole is taken once", async () => {
    const shown = aPhoto();
    const id = uuidv7();
    for (let i = 0; i < 2; i += 1) {
      const { body } = await state(who, id, { visit }, shown, null);
      const has = (body.shown as { receivedBytes: number }).receivedBytes;
      if (has < shown.length) await put(who, id, "shown", has, shown.subarray(has));
      expect((await close(who, id, "shown")).status).toBe(200);
    }
    expect(await app.sql("select count(*)::int as n from platform.file where id = $1", [id])).toEqual([{ n: 1 }]);
  });

  it("waits for its record, and belongs to whoever took it", async () => {
    const id = uuidv7();
    expect(await state(who, id, { visit: uuidv7() }, aPhoto(), null)).toMatchObject({
      status: 503,
      body: { code: "inspection.photo_before_record" },
    });
    const other = app.as("inspector", { area: sample.kecheng, name: "别人" });
    expect(await state(other, id, { visit }, aPhoto(), null)).toMatchObject({ status: 503 });
    const shown = aPhoto();
    await state(who, id, { visit }, shown, null);
    expect(await put(other, id, "shown", 0, shown)).toMatchObject({ status: 404 });
  });

  it.each([
    ["of 60 MB", { sizeBytes: 60 * 1_048_576 }, 413, "照片 60 MB，超过 50 MB：请在相机里降低分辨率后重拍"],
    ["whose shown copy has 13 MB", null, 413, "照片 13 MB，超过 12 MB：请在相机里降低分辨率后重拍"],
  ])("%s is refused before a byte is sent", async (_, original, status, message) => {
    const large = { sizeBytes: 13 * 1_048_576, sha256: "0".repeat(64) };
    const shown = original ? { sizeBytes: 10, sha256: "0".repeat(64) } : large;
    const { body, ...answer } = await who.post("/inspection/photos", {
      ...{ id: uuidv7(), visit, takenAt: "2026-03-18T06:05:00.000Z", shown },
      original: original && { ...original, sha256: "0".repeat(64) },
    });
    expect([answer.status, body.message]).toEqual([status, message]);
  });

  const zip = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(200)]);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(100)]);
  it.each([
    ["a ZIP bomb called .jpg", zip, "files.archive"],
    ["a HEIC", heic, "files.heic"],
    ["a page called .jpg", Buffer.from("<script>alert(1)</script>"), "files.unknown_kind"],
    ["a small file of gigapixels", aPhoto(65_000, 65_000), "inspection.photo_too_many_pixels"],
  ])("%s as the shown copy is refused with its reason and leaves nothing", async (_, bytes, code) => {
    const id = uuidv7();
    await state(who, id, { visit }, bytes, null);
    await put(who, id, "shown", 0, bytes);
    expect((await close(who, id, "shown")).body).toMatchObject({ code });
    expect((await state(who, id, { visit }, bytes, null)).body).toMatchObject({ shown: { receivedBytes: 0, receipt: null } });
  });

  it("a HEIC original is kept beside its shown copy", async () => {
    const id = uuidv7();
    await state(who, id, { visit }, aPhoto(), heic, { name: "IMG_0001.HEIC" });
    await put(who, id, "original", 0, heic);
    expect((await close(who, id, "original")).status).toBe(200);
    expect((await who.fetch(`/inspection/photos/${id}/original`)).headers.get("content-type")).toBe("image/heic");
  });

  it("damaged on its way is begun anew", async () => {
    const shown = aPhoto();
    const id = uuidv7();
    await state(who, id, { visit }, shown, null);
    const damaged = Buffer.from(shown);
    damaged[30] = (damaged[30] ?? 0) ^ 1;
    await put(who, id, "shown", 0, damaged);
    expect(await close(who, id, "shown")).toMatchObject({ status: 409, body: { code: "inspection.photo_damaged" } });
    await put(who, id, "shown", 0, shown);
    expect((await close(who, id, "shown")).status).toBe(200);
  });
});
