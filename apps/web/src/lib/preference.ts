/** How a person likes a screen, kept by the server under his account: it follows him to any desk, and nobody after him at this one finds it. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, sentenceOf } from "./api.ts";

type Preferences = Readonly<Record<string, unknown>>;
const preferencesQuery = queryOptions({
  queryKey: ["preferences"],
  queryFn: async () => (await api.get("/preferences")).preferences,
  staleTime: Number.POSITIVE_INFINITY,
});

/** Stored one after the other: the last wish is the one that stays. */
let storing: Promise<unknown> = Promise.resolve();

/** The value as stored (parse it), and how to change it: seen at once, stored behind. `null` takes it back. */
export function usePreference(name: string): readonly [unknown, (value: unknown) => void] {
  const client = useQueryClient();
  const all = useQuery(preferencesQuery).data;
  const set = (value: unknown) => {
    client.setQueryData<Preferences>(preferencesQuery.queryKey, (before) => ({ ...before, [name]: value }));
    // What is not stored is seen all the same until the page is left: no reason to stop anybody.
    storing = storing.then(() => api.patch("/preferences", { name, value })).catch((error: unknown) => console.warn(sentenceOf(error)));
  };
  return [all?.[name], set];
}
