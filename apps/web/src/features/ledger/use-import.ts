/** An import 导入 on the server: it keeps its state there, so one can leave and come back by its address. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { toast } from "../../ui/toast.tsx";

export type ImportRow = {
  readonly row: number;
  readonly title: string;
  readonly field: string | null;
  readonly label: string;
  readonly value: string;
  readonly problem: string;
  readonly level: "good" | "same" | "saved" | "error" | "confirm" | "fixed";
  readonly fix?: { readonly label: string; readonly value: string };
};
export type ImportState = {
  readonly state: "reading" | "mapping" | "checking" | "checked" | "saving" | "done" | "failed";
  readonly fileName: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  /** What a column may be matched to. */
  readonly fields: readonly { readonly field: string; readonly label: string }[];
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly confirm: number;
  /** Rows stored exactly so already. */
  readonly same: number;
  readonly done: number;
  readonly rows: readonly ImportRow[];
  readonly next: number | null;
};
export type Shown = "problems" | "all";

const BUSY = new Set(["reading", "checking", "saving"]);
const ASK_AGAIN_MS = 700;
const PAGE = 200;

const steps = { reading: 1, failed: 1, mapping: 2, checking: 3, checked: 3, saving: 4, done: 4 } as const;
export const stepOf = (state: ImportState["state"]): 1 | 2 | 3 | 4 => steps[state];

/** @param after the row number the page begins behind */
export function useImport(path: string, id: string | null, level: Shown, after: number) {
  const client = useQueryClient();
  const key = ["import", path, id];
  const query = useQuery({
    queryKey: [...key, level, after],
    queryFn: ({ signal }) => api.get<ImportState>(`${path}/import/${id}`, { level, after, limit: PAGE }, signal),
    placeholderData: keepPreviousData,
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && BUSY.has(state.data.state) ? ASK_AGAIN_MS : false),
  });
  const act = async (verb: "map" | "fix" | "commit", body: unknown) => {
    try {
      await api.post(`${path}/import/${id}/${verb}`, body);
      await client.invalidateQueries({ queryKey: key });
      if (verb === "commit") await client.invalidateQueries({ queryKey: ["ledger", path] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return { ...query, act };
}

export async function sendFile(path: string, file: File): Promise<string> {
  const form = new FormData();
  form.append("file", file);
  return (await api.post<{ importId: string }>(`${path}/import`, form)).importId;
}
