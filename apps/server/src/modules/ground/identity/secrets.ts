/** Hashes of passwords, tokens and recovery codes, and where their randomness comes from. */
import { createHash, randomBytes, randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { checkPassword } from "./domain/password.ts";

/** Argon2id, 19 MiB, 2 passes: about 25 ms on one core of the test machine (2026-11). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Compatibility forms and spaces around are the keyboard's, not the person's. */
const normal = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);
export const matchesPassword = (stored: string, password: string): Promise<boolean> => verify(stored, normal(password));

let decoy: Promise<string> | null = null;
/** A hash of nothing anybody knows: unknown accounts cost as much time as known ones. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(randomBytes(24).toString("base64"));
  return decoy;
}

export const newToken = (): string => randomBytes(32).toString("base64url");
/** Tokens and recovery codes are random enough that a plain hash hides them. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

const LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const pick = (n: number): string => Array.from({ length: n }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** Sixteen letters and digits in fours, none that look alike: 92 bits, good for reading out over the telephone. */
export function newPassword(): string {
  for (;;) {
    const password = [pick(4), pick(4), pick(4), pick(4)].join("-");
    if (checkPassword(password, "", 10).ok) return password;
  }
}

const RECOVERY_CODES = 10;
/** Codes for the day the phone is lost, 58 bits each, each good once. */
export const newRecoveryCodes = (): readonly string[] => Array.from({ length: RECOVERY_CODES }, () => `${pick(5)}-${pick(5)}`);
