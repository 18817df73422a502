/** An import 导入 on the server: it keeps its state there, so one can leave and come back by its address. */
import type { ImportState } from "@suiren/api-client";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { toast } from "../../ui/toast.tsx";

export type { ImportRow, ImportState } from "@suiren/api-client";
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
  const act = async (verb: "map" | "fix" | "commit", body: Readonly<Record<string, unknown>>) => {
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
