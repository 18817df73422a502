/**
 * From a camera's file to the two copies: the original as it is, and a shown copy made here: turned upright, at most 2048 pixels, time and place burnt
 * in at its foot, parts covered where a person drew a rectangle. The camera's own notes do not pass through a canvas.
 */
import type { MadePhoto } from "./acts.ts";

const MOST_SIDE = 2_048;
const THUMB_SIDE = 240;
const MB = 1_048_576;
const MOST_MB = 50;

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type Trouble = "tooLarge" | "heic" | "noPicture";
export class PhotoTrouble extends Error {
  readonly trouble: Trouble;
  readonly sizeMb: number;
  constructor(trouble: Trouble, sizeBytes: number) {
    super(trouble);
    this.trouble = trouble;
    this.sizeMb = Math.ceil(sizeBytes / MB);
  }
}

const isHeic = (head: Uint8Array): boolean => {
  const brand = new TextDecoder().decode(head.subarray(4, 12));
  return brand.startsWith("ftyp") && /heic|heix|hevc|mif1|msf1/.test(brand);
};

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @throws PhotoTrouble with what is wrong with the file */
export async function makePhoto(file: Blob & { readonly name?: string }, stamp: readonly string[], takenAt: string): Promise<MadePhoto> {
  if (file.size > MOST_MB * MB) throw new PhotoTrouble("tooLarge", file.size);
  const original = await file.arrayBuffer();
  const shown = await showCopy(original, stamp, []);
  return { original, originalSha256: await sha256(original), name: file.name ?? "照片.jpg", takenAt, ...shown };
}

export async function showCopy(
  original: ArrayBuffer,
  stamp: readonly string[],
  covered: readonly Box[],
): Promise<Pick<MadePhoto, "shown" | "shownSha256" | "thumb" | "blurred">> {
  const picture = await open(original);
  const canvas = drawn(picture, MOST_SIDE);
  picture.close();
  for (const box of covered) cover(canvas, box);
  const thumb = drawn(canvas, THUMB_SIDE).toDataURL("image/jpeg", 0.7);
  burnIn(canvas, stamp);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  if (!blob) throw new PhotoTrouble("noPicture", original.byteLength);
  const shown = await blob.arrayBuffer();
  return { shown, shownSha256: await sha256(shown), thumb, blurred: covered.length };
}

async function open(bytes: ArrayBuffer): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes]), { imageOrientation: "from-image" });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new PhotoTrouble(isHeic(new Uint8Array(bytes.slice(0, 16))) ? "heic" : "noPicture", bytes.byteLength);
  }
}

function drawn(picture: ImageBitmap | HTMLCanvasElement, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  brush(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function brush(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser cannot draw");
  return context;
}

/** Squares of one colour each, so coarse that no face or plate can be had back. Box in parts of the picture. */
function cover(canvas: HTMLCanvasElement, { x, y, w, h }: Box): void {
  const [left, top, width, height] = [x * canvas.width, y * canvas.height, Math.max(1, w * canvas.width), Math.max(1, h * canvas.height)];
  const small = document.createElement("canvas");
  const cells = 6;
  small.width = cells;
  small.height = Math.max(1, Math.round((cells * height) / width));
  brush(small).drawImage(canvas, left, top, width, height, 0, 0, small.width, small.height);
  const on = brush(canvas);
  on.imageSmoothingEnabled = false;
  on.drawImage(small, 0, 0, small.width, small.height, left, top, width, height);
}

function burnIn(canvas: HTMLCanvasElement, lines: readonly string[]): void {
  const on = brush(canvas);
  const size = Math.max(14, Math.round(Math.max(canvas.width, canvas.height) / 55));
  const height = (lines.length + 0.6) * size * 1.4;
  on.fillStyle = "rgb(0 0 0 / 55%)";
  on.fillRect(0, canvas.height - height, canvas.width, height);
  on.fillStyle = "#fff";
  on.font = `500 ${size}px sans-serif`;
  on.textBaseline = "top";
  for (const [i, line] of lines.entries())
    on.fillText(line, size * 0.7, canvas.height - height + size * 0.5 + i * size * 1.4, canvas.width - size * 1.4);
}
