/** A draw as the screen reads it. */
import type { DrawShown } from "@suiren/api-client";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Draw = DrawShown;
export type Pick = {
  readonly id: string;
  readonly ord: number;
  readonly unit: string;
  readonly unitName: string;
  readonly risk: Draw["classes"][number]["risk"];
  readonly weight: number;
  readonly leadName: string | null;
  readonly secondName: string | null;
  readonly others: string | null;
  readonly avoided: number | null;
  readonly samePairAgain: boolean | null;
  readonly planOn: string | null;
  readonly task: string | null;
};

export const drawQuery = (id: string) =>
  queryOptions({ queryKey: ["draws", "one", id], queryFn: () => api.get("/inspection/draws/{id}", { id }) });

export const verificationQuery = (id: string, drawn: boolean) =>
  queryOptions({
    queryKey: ["draws", "verified", id],
    queryFn: () => api.get("/inspection/draws/{id}/verification", { id }),
    enabled: drawn,
    staleTime: 60_000,
  });

const MOST = 500;
/** The picks in the order drawn; the screen pages over them itself. */
export const picksQuery = (id: string, drawn: boolean) =>
  queryOptions({
    queryKey: ["draws", "picks", id],
    enabled: drawn,
    queryFn: async () => {
      const rows: Pick[] = [];
      for (let after: string | null = null; ; ) {
        const page: { rows: Pick[]; next: string | null } = (await api.get("/inspection/draw-pick", {
          where: JSON.stringify({ draw: id }),
          sort: "ord",
          limit: MOST,
          ...(after ? { after } : {}),
        })) as never;
        rows.push(...page.rows);
        if (page.next === null) return rows;
        after = page.next;
      }
    },
  });

export const gradeOf = { red: 4, orange: 3, yellow: 2, blue: 1 } as const;

/** a71f 40c9 5e2d 881b … 03be c6d4: enough to compare by eye. */
export const shortHash = (hash: string): string => {
  const parts = hash.match(/.{4}/g) ?? [];
  return [...parts.slice(0, 4), "…", ...parts.slice(-2)].join(" ");
};

/** Numbers in a row are shown as balls; the last one of seven is the blue one. Anything else stays text. */
export const ballsOf = (text: string): readonly string[] => (/^\d{1,2}( \d{1,2}){3,9}$/.test(text) ? text.split(" ") : []);

/** Visits of each inspector, most first. */
export function loadsOf(picks: readonly Pick[]): readonly { readonly name: string; readonly units: readonly Pick[] }[] {
  const loads = new Map<string, Pick[]>();
  for (const pick of picks)
    for (const name of [pick.leadName, pick.secondName]) if (name) loads.set(name, [...(loads.get(name) ?? []), pick]);
  return [...loads]
    .map(([name, units]) => ({ name, units }))
    .sort((a, b) => b.units.length - a.units.length || a.name.localeCompare(b.name, "zh"));
}
