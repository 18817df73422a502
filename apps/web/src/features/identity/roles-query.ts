import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Role = {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  readonly builtIn: boolean;
  /** `null`: as delivered. */
  readonly patterns: readonly string[] | null;
  readonly permissions: readonly string[];
};

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: async () => (await api.get<{ roles: readonly Role[] }>("identity/roles")).roles,
});
