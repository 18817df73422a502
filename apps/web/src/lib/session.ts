/** Who is signed in, and the ways in and out. */
import type { Gives, Me, Takes } from "@suiren/api-client";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ApiError, sessionApi } from "./api.ts";
import { setServerTime } from "./clock.ts";
import { dropDrafts } from "./drafts.ts";

export type { Me, MenuItem } from "@suiren/api-client";
/** An entry as the frame shows it; a number beside it where a page has one to tell. */
export type MenuEntry = Me["menus"][number] & { readonly count?: number };
export type UserKind = Me["user"]["kind"];
export type SignedIn = Gives<"POST", "/session">;
export type Credentials = Takes<"POST", "/session">;

/** `null` when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await sessionApi.get("/me");
      setServerTime(me.serverTime);
      return me;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const signIn = (credentials: Credentials): Promise<SignedIn> => sessionApi.post("/session", credentials);
/** Nothing half written stays behind for whoever comes next. */
export async function signOut(): Promise<void> {
  await sessionApi.remove("/session");
  dropDrafts("all");
}

/** The signed-in person; only for screens inside the shell, which exist for nobody else. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error("this screen needs a signed-in person");
  return data;
}

export const matches = (pattern: string, permission: string): boolean =>
  pattern === permission || pattern === "*" || (pattern.endsWith("*") && permission.startsWith(pattern.slice(0, -1)));

export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.some((pattern) => matches(pattern, permission));
}
