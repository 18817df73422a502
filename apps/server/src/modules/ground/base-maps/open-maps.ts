/** Base maps held open while they are asked for: a handle and a few directories each. */
import { type Archive, openArchive } from "./archive.ts";

const MOST_OPEN = 8;
const held = new Map<string, Promise<Archive | undefined>>();

/** Undefined when there is no such file: withdrawn, or never there. */
export function heldArchive(path: string): Promise<Archive | undefined> {
  const known = held.get(path);
  if (known !== undefined) return known;
  const oldest = held.size >= MOST_OPEN ? held.keys().next().value : undefined;
  if (oldest !== undefined) void closeArchive(oldest);
  const opening = openArchive(path).then(
    (opened) => (opened.ok ? opened.value : undefined),
    (error: { code?: string }) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    },
  );
  held.set(path, opening);
  void opening.then(
    (archive) => archive ?? held.delete(path),
    () => held.delete(path),
  );
  return opening;
}

export async function closeArchive(path: string): Promise<void> {
  const opening = held.get(path);
  held.delete(path);
  await (await opening?.catch(() => undefined))?.close();
}

export async function closeArchives(): Promise<void> {
  await Promise.all([...held.keys()].map(closeArchive));
}
