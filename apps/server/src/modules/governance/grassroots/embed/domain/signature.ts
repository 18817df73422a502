/**
 * The one signature of both directions: HMAC-SHA256 over method, path, time, nonce and the digest of the very bytes. Timing-safe to compare, worthless
 * five minutes later, refused a second time by its nonce. Vectors in the test are for partners to check theirs against.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export type Signed = {
  readonly method: string;
  /** With the query, as sent. */
  readonly path: string;
  /** Unix seconds as text. */
  readonly timestamp: string;
  readonly nonce: string;
  readonly body: Uint8Array;
};

export const CLOCK_SECONDS = 300;
const NONCE = /^[A-Za-z0-9-]{16,64}$/;

export const signedText = ({ method, path, timestamp, nonce, body }: Signed): string =>
  ["suiren-v1", method.toUpperCase(), path, timestamp, nonce, createHash("sha256").update(body).digest("hex")].join("\n");

export const sign = (secret: string, what: Signed): string => createHmac("sha256", secret).update(signedText(what)).digest("hex");

export type Fault = "unsigned" | "bad_nonce" | "clock" | "bad_signature";

/** Whether it was signed by who holds the secret, lately. That it comes for the first time, the store of nonces says. */
export function faultOf(secret: string, what: Signed, signature: string, now: Date): Fault | null {
  if (!/^[0-9a-f]{64}$/.test(signature)) return "unsigned";
  if (!NONCE.test(what.nonce)) return "bad_nonce";
  const at = /^\d{10}$/.test(what.timestamp) ? Number(what.timestamp) : Number.NaN;
  if (!(Math.abs(now.getTime() / 1_000 - at) <= CLOCK_SECONDS)) return "clock";
  return timingSafeEqual(Buffer.from(sign(secret, what), "hex"), Buffer.from(signature, "hex")) ? null : "bad_signature";
}
