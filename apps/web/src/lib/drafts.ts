/** Where drafts lie on this device, and when they go: with whoever signs out, and after a day. */
export const DRAFTS = "suiren.draft.";
const DAY_MS = 86_400_000;

export const isFresh = (at: string, now: number): boolean => now - Date.parse(at) < DAY_MS;

type Kept = Pick<Storage, "getItem" | "removeItem" | "key" | "length">;

export function dropDrafts(which: "all" | "old", kept: Kept = localStorage, now = Date.now()): void {
  const keys = Array.from({ length: kept.length }, (_, n) => kept.key(n)).filter((key) => key?.startsWith(DRAFTS));
  for (const key of keys) if (key && (which === "all" || !isFresh(keptAt(kept.getItem(key)), now))) kept.removeItem(key);
}

/** Text that is no draft is as old as can be. */
function keptAt(text: string | null): string {
  try {
    const { at }: { at?: unknown } = JSON.parse(text ?? "{}");
    return String(at);
  } catch {
    return "";
  }
}
