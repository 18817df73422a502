/** What a field would touch: rows it appears on, those filled in already, what stands against its name or condition. */
import type { CustomFieldEffect } from "@suiren/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { isEmpty } from "../../lib/condition.ts";
import type { Draft } from "./own-field.ts";

export type { CustomFieldEffect as Effect } from "@suiren/api-client";

export function useEffectOf(path: string, draft: Draft | null): CustomFieldEffect | undefined {
  const key = draft && /^[a-z][a-z0-9_]*$/.test(draft.key) ? draft.key : "new_field";
  const appears = draft && !isEmpty(draft.appears) ? JSON.stringify(draft.appears) : undefined;
  return useQuery({
    queryKey: ["fields", path, "effect", key, draft?.label, appears],
    queryFn: () => api.get("/fields/effect", { ledger: path.replace("/", "."), key, label: draft?.label.trim() || undefined, appears }),
    placeholderData: keepPreviousData,
  }).data;
}
