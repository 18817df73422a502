/**
 * The few things we must know of a JPEG 照片: its size in pixels, when and where the camera says it was taken, and how to serve it without saying so.
 * Reads segments only, never pixels: a small file that would unfold into gigapixels is found by its header alone.
 * Source: ITU-T T.81 Annex B (markers), CIPA DC-008 Exif 2.32 §4.6 (tags).
 */
export type PictureFacts = {
  readonly width: number | null;
  readonly height: number | null;
  /** As the camera's clock had it, without a zone: `2026-03-18T14:31:05`. */
  readonly cameraAt: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly orientation: number;
  readonly camera: string | null;
};

type Segment = { readonly marker: number; readonly from: number; readonly to: number };

const SOI = 0xd8;
const SOS = 0xda;
const APP1 = 0xe1;
const COM = 0xfe;
const ICC = 0xe2;
const APP0 = 0xe0;
const ADOBE = 0xee;
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Segments before the picture itself, and where that begins; undefined when this is no JPEG. */
function segmentsOf(bytes: Uint8Array): { readonly segments: readonly Segment[]; readonly scan: number } | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SOS) return { segments, scan: at };
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) return undefined;
    segments.push({ marker, from: at, to: at + 2 + length });
    at += 2 + length;
  }
  return undefined;
}

const isExif = (bytes: Uint8Array, { marker, from }: Segment): boolean =>
  marker === APP1 && String.fromCharCode(...bytes.subarray(from + 4, from + 8)) === "Exif";

const NONE: PictureFacts = { width: null, height: null, cameraAt: null, lon: null, lat: null, orientation: 1, camera: null };

/** @returns nothing known where the bytes are no JPEG or its Exif is broken; never throws */
export function factsOf(bytes: Uint8Array): PictureFacts {
  const parts = segmentsOf(bytes);
  if (!parts) return NONE;
  const frame = parts.segments.find(({ marker }) => FRAMES.has(marker));
  const size = frame
    ? {
        height: ((bytes[frame.from + 5] ?? 0) << 8) | (bytes[frame.from + 6] ?? 0),
        width: ((bytes[frame.from + 7] ?? 0) << 8) | (bytes[frame.from + 8] ?? 0),
      }
    : {};
  const exif = parts.segments.find((segment) => isExif(bytes, segment));
  return { ...NONE, ...size, ...(exif ? exifOf(bytes.subarray(exif.from + 10, exif.to)) : {}) };
}

/** The same picture without what the camera wrote into it: place, time, names, thumbnails. Only its orientation stays. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const parts = segmentsOf(bytes);
  if (!parts) return undefined;
  const { orientation } = factsOf(bytes);
  const kept = parts.segments.filter(
    ({ marker }) => marker < APP0 || marker === APP0 || marker === ICC || marker === ADOBE || (marker > 0xef && marker !== COM),
  );
  const pieces = [
    bytes.subarray(0, 2),
    ...(orientation === 1 ? [] : [orientationOnly(orientation)]),
    ...kept.map(({ from, to }) => bytes.subarray(from, to)),
    bytes.subarray(parts.scan),
  ];
  const size = pieces.reduce((sum, each) => sum + each.length, 0);
  const out = new Uint8Array(size);
  let at = 0;
  for (const each of pieces) {
    out.set(each, at);
    at += each.length;
  }
  return out;
}

/** An Exif segment that says how to turn the picture and nothing else. */
function orientationOnly(orientation: number): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, APP1, 0, 2 + 6 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff]);
}

type Entry = { readonly type: number; readonly count: number; readonly at: number };
const WIDTH: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

function exifOf(tiff: Uint8Array): Partial<PictureFacts> {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const little = view.getUint16(0) === 0x4949;
    const u16 = (at: number) => view.getUint16(at, little);
    const u32 = (at: number) => view.getUint32(at, little);
    const directory = (from: number): ReadonlyMap<number, Entry> => {
      const entries = new Map<number, Entry>();
      const count = Math.min(u16(from), 200);
      for (let i = 0; i < count; i += 1) {
        const at = from + 2 + i * 12;
        const [type, n] = [u16(at + 2), u32(at + 4)];
        entries.set(u16(at), { type, count: n, at: (WIDTH[type] ?? 1) * n > 4 ? u32(at + 8) : at + 8 });
      }
      return entries;
    };
    const words = (entry: Entry | undefined): string | null =>
      entry && entry.type === 2
        ? new TextDecoder()
            .decode(tiff.subarray(entry.at, entry.at + Math.min(entry.count, 120)))
            .replaceAll(/\p{Cc}/gu, "")
            .trim() || null
        : null;
    const degrees = (entry: Entry | undefined, side: string | null): number | null => {
      if (!entry || entry.count < 3) return null;
      const part = (i: number) => u32(entry.at + i * 8) / (u32(entry.at + i * 8 + 4) || 1);
      const value = part(0) + part(1) / 60 + part(2) / 3600;
      return Number.isFinite(value) && value <= 180 ? (side === "S" || side === "W" ? -value : value) : null;
    };
    const main = directory(u32(4));
    const pointer = (tag: number) => {
      const entry = main.get(tag);
      return entry ? directory(u32(entry.at)) : new Map<number, Entry>();
    };
    const [detail, gps] = [pointer(0x8769), pointer(0x8825)];
    const orientation = main.get(0x0112);
    const turned = orientation ? u16(orientation.at) : 1;
    return {
      orientation: turned >= 1 && turned <= 8 ? turned : 1,
      camera: [words(main.get(0x010f)), words(main.get(0x0110))].filter(Boolean).join(" ") || null,
      cameraAt: cameraTime(words(detail.get(0x9003))),
      lat: degrees(gps.get(2), words(gps.get(1))),
      lon: degrees(gps.get(4), words(gps.get(3))),
    };
  } catch (error) {
    if (error instanceof RangeError) return {}; // an Exif that points outside itself says nothing
    throw error;
  }
}

/** `2026:03:18 14:31:05` as cameras write it. */
function cameraTime(text: string | null): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(text ?? "");
  if (!match) return null;
  const iso = `${match[1]}-${match[2]}-${match[3]}T${match[4]}`;
  return Number.isNaN(Date.parse(`${iso}Z`)) ? null : iso;
}

/** Above this a browser would need more than half a gigabyte to show it. */
export const MOST_PIXELS = 120_000_000;
export const isTooManyPixels = ({ width, height }: Pick<PictureFacts, "width" | "height">): boolean =>
  (width ?? 0) * (height ?? 0) > MOST_PIXELS;
