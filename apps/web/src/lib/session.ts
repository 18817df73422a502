/** Who is signed in, and the ways in and out. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { ApiError, request } from "./api.ts";
import { setServerTime } from "./clock.ts";

export type MenuItem = { readonly key: string; readonly label: string; readonly path: string; readonly count?: number };
export type MenuEntry = MenuItem & { readonly icon: string; readonly children: readonly MenuItem[] };
export type UserKind = "official" | "unit" | "system-admin" | "security-admin" | "audit-admin";
export type Me = {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly account: string;
    readonly post: string | null;
    readonly organ: string | null;
    readonly areaName: string;
    readonly kind: UserKind;
    readonly unitId?: string | null;
    readonly hasTotp?: boolean;
  };
  readonly posts?: readonly {
    readonly id: string;
    readonly role: string;
    readonly roleLabel: string;
    readonly organ: string | null;
    readonly areaName: string;
    readonly active: boolean;
  }[];
  readonly permissions: readonly string[];
  readonly landing: string;
  readonly menus: readonly MenuEntry[];
  readonly demo: boolean;
  readonly city: { readonly code: string | number; readonly name: string };
  readonly serverTime: string;
  readonly theme?: string;
  readonly locale?: string;
  readonly mustChangePassword?: boolean;
  readonly mustEnrolTotp?: boolean;
};
export type SignedIn = { readonly mustChangePassword?: boolean; readonly mustEnrolTotp?: boolean };
export type Credentials = { readonly account: string; readonly password: string; readonly code?: string };

/** `null` when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await request<Me>("GET", "me", { aboutSession: true });
      setServerTime(me.serverTime);
      return me;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export const signIn = (credentials: Credentials): Promise<SignedIn> =>
  request<SignedIn>("POST", "session", { body: credentials, aboutSession: true });
export const signOut = (): Promise<unknown> => request("DELETE", "session", { aboutSession: true });

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
