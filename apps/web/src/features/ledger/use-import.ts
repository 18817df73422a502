/** An import 导入 on the server: it keeps its state there, so one can leave and come back by its address. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { toast } from "../../ui/toast.tsx";

export type ImportRow = {
  readonly row: number;
  readonly title: string;
  readonly field: string;
  readonly label?: string;
  readonly value: string;
  readonly problem: string;
  readonly level: "error" | "confirm" | "fixed";
  readonly fix?: { readonly label: string; readonly value: unknown };
};
export type ImportState = {
  /** `reading`, `map`, `checking`, `check`, `committing`, `done`, `failed`. */
  readonly state: string;
  readonly file?: string;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly total: number;
  readonly good: number;
  readonly bad: number;
  readonly confirm: number;
  readonly done: number;
  readonly rows: readonly ImportRow[];
  readonly problem?: string;
};

const BUSY = new Set(["reading", "checking", "committing"]);
const ASK_AGAIN_MS = 700;

export const stepOf = (state: string): 1 | 2 | 3 | 4 =>
  state === "map" ? 2 : state === "check" || state === "checking" ? 3 : state === "committing" || state === "done" ? 4 : 1;

export function useImport(path: string, id: string | null) {
  const client = useQueryClient();
  const key = ["import", path, id];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<ImportState>(`${path}/import/${id}`, undefined, signal),
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
