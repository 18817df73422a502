/** The phone: how soon its page stands from its own cache, and how long two hundred queued photos take to arrive, broken off once on the way. */
import type { Browser, Page } from "playwright-core";
import { signIn, visit } from "../stage/browser.ts";
import type { Server } from "../stage/server.ts";
import { type Figure, percentile } from "./figure.ts";

const PHOTOS = 200;
const OPEN_BUDGET_MS = 1_000;
const OPENINGS = 10;

export async function benchField(browser: Browser, server: Server, photos = PHOTOS): Promise<readonly Figure[]> {
  const { page, context } = await visit(browser, server, { size: { width: 390, height: 844 } });
  await signIn(page, "linxiaodong");
  await page.goto("/field");
  await page.locator(".field-views").waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  const opened: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) opened.push(await open(page));
  const bytes = await queuePhotos(page, photos);
  await page.goto("/field/queue");
  await page.getByText("没有信号，有网后自动上传").waitFor();
  const began = performance.now();
  await context.setOffline(false);
  await page.waitForTimeout(2_000);
  await context.setOffline(true);
  await page.waitForTimeout(1_000);
  await context.setOffline(false);
  await page.getByText("都传完了").waitFor({ timeout: 600_000 });
  const seconds = (performance.now() - began) / 1_000;
  const arrived = await page.evaluate(async (of) => {
    const response = await fetch(`/api/v1/files/${of}`, { headers: { "x-suiren": "1" } });
    return response.ok;
  }, bytes.last);
  await context.close();
  if (!arrived) throw new Error("the last photo is not on the server");
  const megabytes = bytes.total / 1_048_576;
  return [
    {
      name: "field page from its cache, no network, p99",
      value: percentile(opened, 0.99),
      unit: "ms",
      budget: OPEN_BUDGET_MS,
      note: "to the first usable screen",
    },
    {
      name: `${photos} queued photos sent, broken off once`,
      value: seconds,
      unit: "s",
      budget: null,
      note: `${megabytes.toFixed(0)} MB, shown copies and originals, each with its receipt`,
    },
    { name: "photos a minute", value: (photos / seconds) * 60, unit: "", budget: null, note: "" },
  ];
}

/** Until the tabs of the tasks stand, by the page's own clock. */
async function open(page: Page): Promise<number> {
  await page.goto("about:blank");
  await page.goto("/field", { waitUntil: "commit" });
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => (document.querySelector(".field-views") ? done(performance.now()) : requestAnimationFrame(look));
        look();
      }),
  );
}

/** Puts one snap with its photos straight into the phone's store, as the page would have. */
function queuePhotos(page: Page, photos: number): Promise<{ readonly total: number; readonly last: string }> {
  return page.evaluate(async (count) => {
    const jpeg = async (width: number, height: number, quality: number): Promise<Uint8Array> => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const on = canvas.getContext("2d");
      for (let i = 0; on && i < 3_000; i += 1) {
        on.fillStyle = `hsl(${(i * 47) % 360} 50% ${20 + (i % 60)}%)`;
        on.fillRect((i * 131) % width, (i * 89) % height, 60, 40);
      }
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
      return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
    };
    /** Each its own: a comment of a few letters after the beginning. */
    const named = (bytes: Uint8Array, name: string): ArrayBuffer => {
      const letters = new TextEncoder().encode(name.padEnd(12));
      const out = new Uint8Array(bytes.length + letters.length + 4);
      out.set([0xff, 0xd8, 0xff, 0xfe, 0, letters.length + 2]);
      out.set(letters, 6);
      out.set(bytes.subarray(2), 6 + letters.length);
      return out.buffer;
    };
    const hashOf = async (bytes: ArrayBuffer) =>
      [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const person = JSON.parse(localStorage.getItem("suiren.field.person") ?? "{}") as { id: string };
    const store = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open(`suiren-field-${person.id}`);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
    const put = (table: string, row: object) =>
      new Promise<void>((done, fail) => {
        const written = store.transaction(table, "readwrite");
        written.objectStore(table).put(row);
        written.oncomplete = () => done();
        written.onerror = () => fail(written.error);
      });
    const [shown, original] = [await jpeg(2_048, 1_536, 0.85), await jpeg(3_200, 2_400, 0.9)];
    const [hazard, piece, at] = [crypto.randomUUID(), crypto.randomUUID(), new Date().toISOString()];
    await put("snaps", { id: hazard, what: "量测", place: "量测", unitName: null, at });
    const body = {
      id: piece,
      kind: "hazardFound",
      at,
      hazard,
      unit: null,
      area: null,
      place: "量测",
      what: "量测照片",
      photos: [],
      point: null,
    };
    await put("pieces", {
      id: piece,
      group: hazard,
      kind: "hazardFound",
      item: null,
      body,
      savedAt: at,
      state: "waiting",
      tries: 0,
      receipt: null,
      message: null,
      conflict: false,
      receivedAt: null,
    });
    let [total, last] = [0, ""];
    for (let i = 0; i < count; i += 1) {
      const [small, large] = [named(shown, `s${i}`), named(original, `o${i}`)];
      const partOf = async (bytes: ArrayBuffer) => ({
        sizeBytes: bytes.byteLength,
        sha256: await hashOf(bytes),
        sentBytes: 0,
        receipt: null,
      });
      last = crypto.randomUUID();
      await put("blobs", { key: `${last}/shown`, bytes: small });
      await put("blobs", { key: `${last}/original`, bytes: large });
      await put("photos", {
        ...{
          id: last,
          group: hazard,
          visit: null,
          hazard,
          item: null,
          takenAt: at,
          point: null,
          place: "",
          name: "IMG.jpg",
          blurred: 0,
          thumb: "",
        },
        ...{ shown: await partOf(small), original: await partOf(large), state: "waiting", message: null },
      });
      total += small.byteLength + large.byteLength;
    }
    store.close();
    return { total, last };
  }, photos);
}
