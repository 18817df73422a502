/** A phone of a test: makes pieces and photos as the real one does, and sends them. */
import { createHash } from "node:crypto";
import type { Caller } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";

type Values = Readonly<Record<string, unknown>>;
export type Piece = Values & { readonly id: string };
export type Receipt = {
  readonly id: string;
  readonly result: string;
  readonly receipt: string | null;
  readonly code: string | null;
  readonly message: string | null;
};
export type Told = {
  readonly id: string;
  readonly newer: number | null;
  readonly hazards: number;
  readonly conflict: { readonly id: string; readonly with: string; readonly items: readonly string[] } | null;
};
export type Synced = { readonly receipts: readonly Receipt[]; readonly visits: readonly Told[] };

const at = (minute: number): string => new Date(Date.parse("2026-03-18T06:00:00Z") + minute * 60_000).toISOString();

export const begun = (unit: string, more: Values = {}): Piece & { readonly visit: string } => ({
  ...{
    id: uuidv7(),
    kind: "visitBegun",
    visit: uuidv7(),
    at: at(0),
    unit,
    purpose: "supervision",
    checklist: "shop",
    version: 1,
    inspectors: ["林晓东", "徐丽娟"],
  },
  ...more,
});
export const answered = (visit: string, item: string, outcome: string, minute: number, more: Values = {}): Piece => ({
  ...{ id: uuidv7(), kind: "itemAnswered", visit, at: at(minute), item, outcome, photos: [], hazard: outcome === "fail" ? uuidv7() : null },
  ...more,
});
export const signed = (visit: string, side: string, more: Values = {}): Piece => ({
  ...{ id: uuidv7(), kind: "visitSigned", visit, at: at(50), side, name: side === "unit" ? "朱勇" : "林晓东", strokes: [[0, 0, 100, 200]] },
  ...more,
});
export const finished = (visit: string, more: Values = {}): Piece => ({
  id: uuidv7(),
  kind: "visitFinished",
  visit,
  at: at(55),
  present: "朱勇",
  presentPost: "店长",
  ...more,
});

export async function send(who: Caller, pieces: readonly object[]): Promise<Synced> {
  const { status, body } = await who.post("/inspection/sync", { pieces });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as unknown as Synced;
}

/** The smallest JPEG our reader takes: a frame of that size and a scan, with what a camera wrote before it. */
export function aPhoto(width = 64, height = 48, written = "GPS 28.97 118.87"): Buffer {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), Buffer.from(written)])),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(uuidv7()),
    Buffer.from([0xff, 0xd9]),
  ]);
}
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
export const partOf = (bytes: Buffer) => ({ sizeBytes: bytes.length, sha256: sha256(bytes) });

export const state = (who: Caller, id: string, owner: Values, shown: Buffer, original: Buffer | null, more: Values = {}) =>
  who.post("/inspection/photos", {
    id,
    ...owner,
    takenAt: at(5),
    lon: 118.87,
    lat: 28.97,
    accuracyM: 8,
    shown: partOf(shown),
    original: original && partOf(original),
    ...more,
  });

export async function put(who: Caller, id: string, part: string, from: number, bytes: Buffer) {
  const response = await who.fetch(`/inspection/photos/${id}/${part}/bytes?at=${from}`, {
    method: "PUT",
    body: new Uint8Array(bytes),
    headers: { "content-type": "application/octet-stream" },
  });
  return {
    status: response.status,
    body: (await response.json()) as { receivedBytes?: number; code?: string; message?: string; params?: { receivedBytes?: number } },
  };
}
export const close = (who: Caller, id: string, part: string) => who.post(`/inspection/photos/${id}/${part}/close`);
