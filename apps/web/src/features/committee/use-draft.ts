/** One topic's minutes while they are written: text and marks kept here, saved a moment after the last stroke, one save at a time. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { toast } from "../../ui/toast.tsx";
import { overlapsAny, type Place, shiftMarks, trimmed } from "./marks.ts";
import { meetingQuery, type Page, type SentMark, sentMark, useShown } from "./model.ts";

export type Mark = Place & { readonly id?: string; readonly kind: "task" | "decision" };
type Held = { readonly text: string; readonly marks: readonly Mark[]; readonly setAside: readonly string[] };
const QUIET_MS = 1_200;

function heldOf(page: Page, agendaId: string): Held {
  const agenda = page.agendas.find(({ id }) => id === agendaId);
  return {
    text: agenda?.text ?? "",
    setAside: agenda?.setAside ?? [],
    marks: page.resolutions.filter((each) => each.agenda === agendaId).map(({ id, kind, start, end }) => ({ id, kind, start, end })),
  };
}

export type Draft = Held & {
  readonly saving: boolean;
  readonly dirty: boolean;
  type(text: string): void;
  mark(kind: Mark["kind"], place: Place): void;
  unmark(id: string): void;
  aside(sentence: string): void;
  flush(): Promise<void>;
};

export function useDraft(page: Page, agendaId: string): Draft {
  const client = useQueryClient();
  const show = useShown(page.meeting.id);
  const [held, setHeld] = useState(() => heldOf(page, agendaId));
  const [saving, setSaving] = useState(false);
  const [dirty, setDirty] = useState(false);
  const now = useRef(held);
  const work = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; busy: Promise<void> | null; dirty: boolean }>({
    timer: undefined,
    busy: null,
    dirty: false,
  });
  const keep = useCallback((next: Held, isDirty: boolean) => {
    now.current = next;
    work.current.dirty = isDirty;
    setHeld(next);
    setDirty(isDirty);
  }, []);

  // What others, or the tasks beside, have changed is taken over while nothing is unsaved here.
  useEffect(() => {
    if (!work.current.dirty && !work.current.busy) keep(heldOf(page, agendaId), false);
  }, [page, agendaId, keep]);

  const send = useCallback(async (): Promise<void> => {
    const current = client.getQueryData(meetingQuery(page.meeting.id).queryKey) ?? page;
    const version = current.agendas.find(({ id }) => id === agendaId)?.version ?? 0;
    const sent = now.current;
    setSaving(true);
    try {
      const answer = await api.put("/committee/meetings/{id}/minutes", {
        id: page.meeting.id,
        agenda: agendaId,
        version,
        text: sent.text,
        setAside: [...sent.setAside],
        marks: sent.marks.map(({ id, kind, start, end }): SentMark => ({ ...(id ? { id } : {}), kind, start, end })),
      });
      const later = now.current;
      const saved = shiftMarks(heldOf(answer, agendaId).marks, sent.text, later.text);
      const added = later.marks.filter((mark) => mark.id === undefined && !sent.marks.includes(mark) && !overlapsAny(mark, saved));
      const isDirty = later.text !== sent.text || added.length > 0 || later.setAside !== sent.setAside;
      keep({ ...later, marks: [...saved, ...added] }, isDirty);
      show(answer);
    } catch (error) {
      toast.trouble(error);
    } finally {
      setSaving(false);
    }
  }, [agendaId, client, keep, page, show]);

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(work.current.timer);
    await work.current.busy;
    if (!work.current.dirty) return;
    const busy = send();
    work.current.busy = busy;
    await busy;
    work.current.busy = null;
  }, [send]);

  const soon = useCallback(
    (ms: number) => {
      clearTimeout(work.current.timer);
      work.current.timer = setTimeout(() => void flush(), ms);
    },
    [flush],
  );
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => () => void latest.current(), []);

  const change = (next: Held, ms: number) => {
    keep(next, true);
    soon(ms);
  };
  return {
    ...held,
    saving,
    dirty,
    flush,
    type: (text) => change({ ...now.current, text, marks: shiftMarks(now.current.marks, now.current.text, text) }, QUIET_MS),
    mark(kind, place) {
      const at = trimmed(now.current.text, place);
      if (!at || overlapsAny(at, now.current.marks)) return;
      change({ ...now.current, marks: [...now.current.marks, { ...at, kind }] }, 0);
    },
    unmark: (id) => change({ ...now.current, marks: now.current.marks.filter((mark) => mark.id !== id) }, 0),
    aside: (sentence) => change({ ...now.current, setAside: [...now.current.setAside, sentence] }, 0),
  };
}

/** Changes what one mark says, on the text as it was last saved. */
export async function tellMark(page: Page, resolution: Page["resolutions"][number], told: Partial<SentMark>): Promise<Page> {
  const agenda = page.agendas.find(({ id }) => id === resolution.agenda);
  return api.put("/committee/meetings/{id}/minutes", {
    id: page.meeting.id,
    agenda: resolution.agenda,
    version: agenda?.version ?? 0,
    text: agenda?.text ?? "",
    setAside: [...(agenda?.setAside ?? [])],
    marks: page.resolutions
      .filter((each) => each.agenda === resolution.agenda)
      .map((each) => ({ ...sentMark(each), ...(each.id === resolution.id ? told : {}) })),
  });
}
