/**
 * A self-check on this device: kept after every answer with its photos, sent when it is whole. Without a signal it waits here and goes by itself;
 * its id is made here, so that sending twice is sending once.
 */
import type { SelfCheckList } from "@suiren/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { kept } from "../../lib/kept.ts";
import { sendPhoto } from "../../lib/photo.ts";
import { uuidv7 } from "../../lib/uuid.ts";

export type Said = "pass" | "fail" | "none";
/** A photo as taken, with a key of its own here; with the server's id once it is there. */
export type Taken = { readonly key: string; readonly blob: Blob; readonly id?: string };
export type Answer = { readonly answer: Said; readonly note: string; readonly place: string; readonly photos: readonly Taken[] };
export type Draft = {
  readonly id: string;
  readonly checklist: string;
  readonly version: number;
  readonly startedAt: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** Finished, and waiting for a line. */
  readonly waits: boolean;
};
export type Item = SelfCheckList["items"][number];

const RETRY_MS = 10_000;
export const fresh = (list: Pick<SelfCheckList, "id" | "version">, now: number): Draft => ({
  id: uuidv7(now),
  checklist: list.id,
  version: list.version,
  startedAt: new Date(now).toISOString(),
  answers: {},
  waits: false,
});
export const emptyAnswer: Answer = { answer: "pass", note: "", place: "", photos: [] };

/** What still stands in the way of sending, item by item. Pure. */
export function openItems(
  items: readonly Item[],
  answers: Draft["answers"],
): readonly { readonly item: Item; readonly why: "unanswered" | "photo" }[] {
  return items.flatMap((item): readonly { readonly item: Item; readonly why: "unanswered" | "photo" }[] => {
    const given = answers[item.id];
    if (!given) return [{ item, why: "unanswered" }];
    const needs = item.photo === "always" || (item.photo === "onFail" && given.answer === "fail");
    return needs && given.photos.length === 0 ? [{ item, why: "photo" }] : [];
  });
}

/** Minutes left at half a minute an item, at least one. Pure. */
export const minutesFor = (items: number): number => Math.max(1, Math.round(items * 0.7));

/** Sends photos that are not there yet, then the check; what arrived is kept at once, so a broken line costs nothing. */
export async function sendDraft(
  draft: Draft,
  keep: (draft: Draft) => Promise<unknown>,
): Promise<{ readonly failed: number; readonly hazards: readonly string[] }> {
  let current = draft;
  for (const [item, answer] of Object.entries(draft.answers)) {
    const photos: Taken[] = [];
    for (const photo of answer.photos) photos.push(photo.id ? photo : { ...photo, id: await sendPhoto(photo.blob) });
    current = { ...current, answers: { ...current.answers, [item]: { ...answer, photos } } };
    if (photos.length > 0) await keep(current);
  }
  const started = Date.parse(current.startedAt);
  return api.post("/unit/self-checks", {
    id: current.id,
    checklist: current.checklist,
    version: current.version,
    checkedOn: dayKey(current.startedAt),
    minutes: Math.min(1_440, Math.max(1, Math.round((serverNow() - started) / 60_000))),
    answers: Object.entries(current.answers).map(([item, { answer, note, place, photos }]) => ({
      item,
      answer,
      note,
      place,
      photos: photos.flatMap(({ id }) => (id ? [id] : [])),
    })),
  });
}

/** The draft of this unit on this device. `undefined` until read, `null` when there is none. */
export function useDraft(unit: string | undefined) {
  const client = useQueryClient();
  const key = `self-check/${unit ?? ""}`;
  const [draft, setDraft] = useState<Draft | null>();
  const [sent, setSent] = useState<{ readonly failed: number }>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (unit)
      void kept.get<Draft>(key).then(
        (found) => setDraft(found ?? null),
        () => setDraft(null),
      );
  }, [key, unit]);
  const keep = useCallback(
    async (next: Draft) => {
      setDraft(next);
      await kept.set(key, next);
    },
    [key],
  );
  const drop = useCallback(async () => {
    setDraft(null);
    await kept.drop(key);
  }, [key]);
  const send = useCallback(
    async (whole: Draft) => {
      setBusy(true);
      try {
        const answer = await sendDraft(whole, keep);
        await drop();
        setSent(answer);
        await client.invalidateQueries({ queryKey: ["unit"] });
      } catch (error) {
        if (!(error instanceof ApiError && error.code === "network.away")) throw error;
        await keep({ ...whole, waits: true });
      } finally {
        setBusy(false);
      }
    },
    [client, drop, keep],
  );
  useEffect(() => {
    if (!draft?.waits || busy) return;
    const again = () => void send(draft).catch(() => keep({ ...draft, waits: false }));
    const timer = setTimeout(again, RETRY_MS);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [draft, busy, send, keep]);
  const forgetSent = useCallback(() => setSent(undefined), []);
  return { draft, keep, drop, send, busy, sent, forgetSent };
}
