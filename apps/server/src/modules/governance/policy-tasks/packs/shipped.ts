/** Packs delivered with the program, `policies/*.yaml`. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { PackText } from "./domain/schema.ts";
import { parsePack } from "./format/check-text.ts";

export const POLICIES = join(import.meta.dirname, "../../../../../../../policies");
export type PackFile = { readonly file: string; readonly text: string };

export const packFilesIn = (folder: string): readonly PackFile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));

export const shippedPacks = (): readonly PackFile[] => packFilesIn(POLICIES);

export type ShippedPack = PackFile & { readonly pack: PackText };
let read: readonly ShippedPack[] | undefined;

/** Read once: files beside the program do not change while it runs, and reading one takes half a second in which nobody else is served. */
export function readShipped(): readonly ShippedPack[] {
  read ??= shippedPacks().flatMap((file) => readOne(file) ?? []);
  return read;
}

/** The same while others are served between one pack and the next. */
export async function readShippedAhead(): Promise<void> {
  const packs: ShippedPack[] = [];
  for (const file of shippedPacks()) {
    await othersFirst();
    const one = readOne(file);
    if (one) packs.push(one);
  }
  read ??= packs;
}

function readOne(file: PackFile): ShippedPack | undefined {
  const parsed = parsePack(file.text);
  return parsed.ok ? { ...file, pack: parsed.value } : undefined;
}
