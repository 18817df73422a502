import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type { Role } from "@suiren/api-client";

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: async () => (await api.get("/identity/roles")).roles,
});
