/** What a backup says of itself: at its head who made it and of what, at its end every count and hash. */
import { createHash } from "node:crypto";
import { z } from "zod";

export const FORMAT = 1;
export const HEAD_NAME = "suiren-backup.json";
export const KEY_NAME = "personal-data.key";
export const MANIFEST_NAME = "manifest.json";
/** The very last member: without it a backup was never finished. */
export const SEAL_NAME = "manifest.sha256";

const migration = z.object({ name: z.string(), hash: z.string() });
export const headSchema = z.object({
  product: z.literal("suiren"),
  format: z.number().int(),
  program: z.string(),
  postgres: z.string(),
  createdAt: z.iso.datetime(),
  /** Division code the installation serves: it belongs in `SUIREN_CITY` of the restored one. */
  city: z.string(),
  /** Says which key opens the personal data, and not what it is; null where there was none. */
  keyFingerprint: z.string().nullable(),
  keyIncluded: z.boolean(),
  migrations: z.array(migration),
});
export type Head = z.infer<typeof headSchema>;

const tableSchema = z.object({
  name: z.string(),
  columns: z.string(),
  xidColumns: z.array(z.string()),
  rows: z.number().int(),
  bytes: z.number().int(),
  /** Of the rows as COPY writes them in text, in the order they were read. */
  sha256: z.string(),
  parts: z.number().int(),
});
export type TableRecord = z.infer<typeof tableSchema>;

export const manifestSchema = z.object({
  head: headSchema,
  schema: z.object({ roles: z.array(z.string()), before: z.array(z.string()), after: z.array(z.string()) }),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** A file's name is the hash of its content; `sha256` is that of all names in their order. */
  files: z.object({ count: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const tableFolder = (index: number): string => `db/${String(index + 1).padStart(4, "0")}`;
export const partName = (index: number, part: number): string => `${tableFolder(index)}/${String(part).padStart(6, "0")}.copy.zst`;
export const fileName = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
