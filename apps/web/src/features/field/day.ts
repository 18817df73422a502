/** The day's download: fetched when there is a network, kept, used without one. Unchanged it is not sent again. */
import type { FieldDay } from "@suiren/api-client";
import { address } from "../../lib/api.ts";
import { getLanguage } from "../../lib/i18n.ts";
import { presenceHeaders } from "../../lib/presence.ts";
import { useStored } from "./live-query.ts";
import { personNow } from "./person.ts";
import type { DayRow } from "./store.ts";

/** Quietly: without a network the old one stays, and says its age. */
export async function loadDay(): Promise<void> {
  const { store, standing } = personNow();
  if (!store || standing !== "known") return;
  const known = await store.day.get("day");
  const headers = {
    accept: "application/json",
    "accept-language": getLanguage(),
    "x-suiren": "1",
    ...presenceHeaders(),
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
  };
  const answer = await ask(headers);
  if (!answer) return;
  const at = new Date().toISOString();
  if (answer.status === 304) {
    if (known) await store.day.put({ ...known, at });
  } else if (answer.ok) await store.day.put({ key: "day", etag: answer.headers.get("etag"), at, body: (await answer.json()) as FieldDay });
}

async function ask(headers: Readonly<Record<string, string>>): Promise<Response | null> {
  try {
    return await fetch(address("/inspection/field/day"), { headers, credentials: "same-origin", cache: "no-store" });
  } catch (error) {
    if (error instanceof TypeError) return null; // nobody answered
    throw error;
  }
}

export const useDay = (): DayRow | null | undefined => useStored(async (store) => (await store.day.get("day")) ?? null);
