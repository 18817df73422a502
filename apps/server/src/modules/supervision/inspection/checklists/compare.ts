/** Two versions of a list side by side: what came, what went, what is worded or weighed anew. */
import type { CheckItem } from "./checklist.ts";

const FIELDS = ["section", "text", "ground", "grade", "penalty", "photo", "remedy"] as const;

export type ItemChange = {
  readonly id: string;
  readonly text: string;
  readonly fields: readonly (typeof FIELDS)[number][];
  readonly before: CheckItem;
  readonly after: CheckItem;
};
export type Comparison = {
  readonly added: readonly CheckItem[];
  readonly removed: readonly CheckItem[];
  readonly changed: readonly ItemChange[];
  readonly same: number;
};

export function compareItems(before: readonly CheckItem[], after: readonly CheckItem[]): Comparison {
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((item): ItemChange[] => {
    const was = old.get(item.id);
    const fields = was ? FIELDS.filter((key) => was[key] !== item[key]) : [];
    return was && fields.length > 0 ? [{ id: item.id, text: item.text, fields, before: was, after: item }] : [];
  });
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed,
    same: after.filter(({ id }) => old.has(id)).length - changed.length,
  };
}
