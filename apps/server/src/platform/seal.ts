/**
 * Sealed boxes for personal data at rest: AES-256-GCM with the key's id in front and row and field as associated data,
 * so a box moved to another row or column does not open. Exact search goes by a keyed hash beside it.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tx } from "./db.ts";
import { ok, type Result, refuse } from "./result.ts";
import { readSettings, writeSetting } from "./settings.ts";

export type Sealer = {
  seal(clear: string, place: string): Buffer;
  /** @throws when the box was not made for this place or by this key. */
  open(box: Uint8Array, place: string): string;
  hash(clear: string, field: string): Buffer;
};

const KEY_ID = 1;
const IV = 12;
const TAG = 16;

export function createSealer(key: Uint8Array): Sealer {
  // A key object made once: from raw bytes each box would make its own, a third of its cost.
  const sealing = createSecretKey(Buffer.from(hkdfSync("sha256", key, "", "suiren personal data", 32)));
  const hashing = Buffer.from(hkdfSync("sha256", key, "", "suiren exact search", 32));
  return {
    seal(clear, place) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv("aes-256-gcm", sealing, iv).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(clear, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([KEY_ID]), iv, cipher.getAuthTag(), body]);
    },
    open(box, place) {
      const bytes = Buffer.from(box);
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(1, 1 + IV)).setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG));
      return decipher.update(bytes.subarray(1 + IV + TAG), undefined, "utf8") + decipher.final("utf8");
    },
    hash: (clear, field) => createHmac("sha256", hashing).update(`${field}\0${clear.trim().toUpperCase()}`).digest().subarray(0, 16),
  };
}

const keyFile = (dataDir: string) => join(dataDir, "personal-data.key");

/** The installation's key, made on first start, readable by its owner alone. Losing it loses the personal data: back it up apart. */
export function loadKey(dataDir: string): Uint8Array {
  const file = keyFile(dataDir);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  return Buffer.from(readFileSync(file, "utf8").trim(), "hex");
}

/** The key as its file holds it, and the name it can be told by without being known; null where there is none yet. */
export function readKeyFile(dataDir: string): { readonly bytes: Buffer; readonly fingerprint: string } | null {
  const file = keyFile(dataDir);
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  return { bytes, fingerprint: fingerprintOfFile(bytes) };
}

export const fingerprintOfFile = (bytes: Buffer): string => fingerprintOf(Buffer.from(bytes.toString("utf8").trim(), "hex"));

const fingerprintOf = (key: Uint8Array): string =>
  createHash("sha256").update("suiren personal data key\0").update(key).digest("hex").slice(0, 16);

/** Where the fingerprint of the key in use is remembered. */
export const KEY_SETTING = "platform.personal-data-key";

/**
 * Whether the key in the data directory is the one this database was sealed with; the first key seen is remembered by its fingerprint.
 * A missing key must never be made anew beside data that needs the old one: what is sealed with the new one would be lost when the old one returns.
 */
export async function checkKey(tx: Tx, dataDir: string): Promise<Result<null>> {
  const expected = (await readSettings(tx)).get(KEY_SETTING);
  const found = readKeyFile(dataDir)?.fingerprint;
  if (typeof expected === "string") {
    if (found === undefined) return refuse("conflict", "seal.key_missing", { path: keyFile(dataDir), expected });
    return found === expected ? ok(null) : refuse("conflict", "seal.other_key", { path: keyFile(dataDir), expected, found });
  }
  await writeSetting(tx, KEY_SETTING, fingerprintOf(loadKey(dataDir)), null);
  return ok(null);
}

/** 张*、3308****12、138****6218: enough to recognise, not to use. */
export function mask(clear: string, kind: "contact" | "identity" | "health"): string {
  const letters = [...clear];
  if (kind === "health") return "***";
  if (letters.length <= 4) return `${letters[0] ?? ""}${"*".repeat(Math.max(1, letters.length - 1))}`;
  const [head, tail] = kind === "identity" ? [4, 2] : [3, Math.min(4, letters.length - 4)];
  return `${letters.slice(0, head).join("")}****${letters.slice(-tail).join("")}`;
}
