/** How the embedded page asks: its own token, in memory alone. No cookie goes along, so a page that frames us cannot ride on a session of the console. */
import type { Gives } from "@suiren/api-client";
import { getLanguage } from "../../lib/i18n.ts";

export type Home = Gives<"GET", "/embedded/home">;
export type Session = Gives<"POST", "/embedded/session">;

export class EmbeddedError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = "EmbeddedError";
    this.status = status;
  }
}

async function ask<T>(method: string, path: string, token: string | null, body?: object): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    credentials: "omit",
    headers: {
      accept: "application/json",
      "accept-language": getLanguage(),
      "x-suiren": "1",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const given = (await response.json()) as T & { readonly message?: string };
  if (!response.ok) throw new EmbeddedError(response.status, given.message ?? `HTTP ${response.status}`);
  return given;
}

export const exchange = (key: string, ticket: string): Promise<Session> => ask("POST", "/embedded/session", null, { key, ticket });
export const readHome = (token: string): Promise<Home> => ask("GET", "/embedded/home", token);
export const send = (token: string, path: string, body: object): Promise<unknown> => ask("POST", path, token, body);

/** The ticket of the address, taken out of it at once: it is good for one time, and nobody should copy it. */
export function takeTicket(): string | null {
  const ticket = new URLSearchParams(location.hash.slice(1)).get("ticket");
  if (ticket) history.replaceState(null, "", location.pathname);
  return ticket;
}
