/** 值守台: queue, the chosen alarm and its surroundings on one screen; everything without scrolling at 1920×1080. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Kind, meaningOf } from "../../lib/alarm-kinds.ts";
import { api, sentenceOf } from "../../lib/api.ts";
import { useCityAreas } from "../../lib/city.ts";
import { time } from "../../lib/format.ts";
import { useGo, usePath, useSearchText } from "../../lib/go.tsx";
import { live, useLink } from "../../lib/live.ts";
import { type LedgerSchema, schemaOf } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { meaningWord } from "../../ui/meaning.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Around, firesOf } from "./around.tsx";
import { Ask, type Given } from "./ask.tsx";
import { Bar } from "./bar.tsx";
import { Contacts, Facts, Head, Story } from "./detail.tsx";
import { useKeys } from "./keys.ts";
import { boardQuery, type Contact, detailQuery, headOf, type QueueRow, useDutyFeed } from "./model.ts";
import { MuteReason, usePresence, useSound } from "./mute.tsx";
import { Queue } from "./queue.tsx";
import { ShiftDialog } from "./shift.tsx";
import { soundFault, soundFire, soundLinkLost } from "./sound.ts";
import { StoringTrouble } from "./storing-trouble.tsx";
import { Tiles } from "./tiles.tsx";
import { type Asked, Verify } from "./verify.tsx";
import { t } from "./words.ts";
import "./seat.css";
import "./bar.css";
import "./tiles.css";
import "./queue.css";
import "./detail.css";
import "./verify.css";
import "./around.css";
import "./shift.css";

const LINK_SOUND_AFTER_MS = 10_000;

export default function DutySeat() {
  const me = useMe();
  const client = useQueryClient();
  const go = useGo();
  const { chosen, leaving } = useChosen();
  const choose = useCallback((id: string) => go(`/duty?alarm=${id}`, { replace: true }), [go]);
  const board = useQuery(boardQuery);
  const detail = useQuery({ ...detailQuery(chosen ?? ""), enabled: chosen !== null });
  const areas = useCityAreas();
  const unitSchema = useQuery(schemaOf("places/unit")).data;
  const alarmSchema = useQuery(schemaOf("remote-monitoring/alarm")).data;
  const unitKind = (kind: string) => choices(unitSchema, "kind")[kind] ?? "";
  const link = useLink();
  const folded = useFolded();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [shiftOpen, setShiftOpen] = useState(false);
  const [flash, setFlash] = useState(false);
  const { sound, setSound, mute } = useSound(board.data?.rows.some((row) => row.kind === "fire" && row.state === "reported") ?? false);

  useEffect(() => live.start(), []);
  const first = board.data?.rows[0]?.id;
  useEffect(() => {
    if (!chosen && !leaving && first) choose(first);
  }, [chosen, leaving, first, choose]);
  const onNewFire = useCallback(() => {
    setFlash(true);
    setTimeout(() => setFlash(false), 4_000);
    if (sound === "on") soundFire();
  }, [sound]);
  const onNewFault = useCallback(() => sound === "on" && soundFault(), [sound]);
  useDutyFeed(onNewFire, onNewFault);
  usePresence(sound, mute);
  useTitle(board.data?.rows.filter((row) => row.kind === "fire").length ?? 0);
  useEffect(() => {
    if (link.state !== "lost") return;
    const timer = setTimeout(() => sound === "on" && soundLinkLost(), LINK_SOUND_AFTER_MS);
    return () => clearTimeout(timer);
  }, [link.state, sound]);

  const move = useMutation({
    mutationFn: ({ id, name, given }: { id: string; name: string; given: Given }) =>
      api.post<unknown>(`remote-monitoring/alarm/${id}/${name}`, given),
    onSuccess: () => setAsked(null),
    onError: (error) => toast.trouble(error),
    onSettled: () => client.invalidateQueries({ queryKey: ["duty"] }),
  });
  const act = (name: string, given: Given = {}) => {
    const row = detail.data?.head;
    if (!row) return;
    if (name === "phoned119") phoned.mutate({ id: row.id, who: String(given.who) });
    else move.mutate({ id: row.id, name, given: { ...given, version: row.version } });
  };
  const accept = useStable((row: QueueRow) => {
    choose(row.id);
    move.mutate({ id: row.id, name: "accept", given: { version: row.version } });
  });
  const chooseOpen = useStable((id: string) => {
    if (board.data?.rows.some((row) => row.id === id)) choose(id);
  });
  const fires = useFires(board.data?.rows);
  const next = headOf(board.data?.rows);
  const phoned = useMutation({
    mutationFn: ({ id, who }: { id: string; who: string }) => api.post("/duty/alarms/{id}/phoned-119", { id, who }),
    onSuccess: () => setAsked(null),
    onError: (error) => toast.trouble(error),
    onSettled: () => client.invalidateQueries({ queryKey: ["duty"] }),
  });
  const call = useCallback(
    async (contact: Contact) => {
      if (!chosen) return;
      try {
        const { tel } = await api.post("/duty/dial", { alarm: chosen, dial: contact.dial });
        window.location.href = tel;
        setAsked("call");
      } catch (error) {
        toast.trouble(error);
      }
    },
    [chosen],
  );

  useKeys({
    accept: () => next && accept(next),
    ask: (which) => detail.data && can(detail.data.next.can, which === "call" ? "verify" : which) && setAsked(which),
    call: () => detail.data && can(detail.data.next.can, "verify") && setAsked("call"),
    mute: () => setSound(sound === "on" ? "off" : "on"),
    search: () => go("/search"),
    step: (by) => stepRow(by, choose),
  });

  return (
    <main className="seat">
      <Bar board={board.data} sound={sound} onSound={() => setSound(sound === "on" ? "off" : "on")} onShift={() => setShiftOpen(true)} />
      <div>
        {board.data && (
          <Tiles
            board={board.data}
            kindLabel={kindLabel}
            linked={link.state === "open"}
            flash={flash}
            onKind={(kind) => go(`/remote-monitoring/alarm?view=open&where=${encodeURIComponent(JSON.stringify({ kind }))}`)}
          />
        )}
        {link.state === "lost" && (
          <p className="seat-alert" role="status">
            <Icon name="offline" />
            {t("linkLost", { at: time(link.heardAt || Date.now()), n: link.tries })}
            <button type="button" className="link" onClick={() => live.retryNow()}>
              {t("retry")}
            </button>
          </p>
        )}
        <StoringTrouble board={board.data} isUnreadable={board.isError} />
      </div>
      {board.isError ? (
        <Trouble error={board.error} what={t("pending")} onRetry={() => void board.refetch()} />
      ) : !board.data ? (
        <Loading what={t("pending")} />
      ) : (
        <div className="seat-body">
          <Queue
            board={board.data}
            chosen={chosen}
            head={next?.id ?? null}
            me={me.user.id}
            kindLabel={kindLabel}
            busy={move.isPending ? (move.variables?.id ?? null) : null}
            onChoose={choose}
            onAccept={accept}
            onLog={() => go("/remote-monitoring/shift")}
          />
          {detail.data ? (
            <div className="seat-main">
              <Head detail={detail.data} kindLabel={kindLabel} unitKind={unitKind} />
              <Verify
                detail={detail.data}
                isHead={detail.data.head.id === next?.id}
                busy={move.isPending}
                hasPhone={detail.data.contacts.length > 0}
                onMove={act}
                onAsk={setAsked}
              />
              <div className="seat-lower">
                <Contacts detail={detail.data} onCall={(contact) => void call(contact)} />
                <Story detail={detail.data} />
              </div>
              <Facts detail={detail.data} />
            </div>
          ) : (
            <div className="seat-main-empty">
              {detail.isError ? sentenceOf(detail.error) : chosen ? <Loading what={t("pending")} /> : t("none")}
            </div>
          )}
          <Around detail={detail.data} areas={areas} alarms={fires} folded={folded} onChoose={chooseOpen} />
        </div>
      )}
      {asked && detail.data && (
        <Ask
          asked={asked}
          detail={detail.data}
          causes={choices(alarmSchema, "cause")}
          officers={(board.data?.seats ?? [])
            .filter((each) => each.userId !== me.user.id)
            .map(({ userId, name }) => ({ id: userId, name }))}
          busy={move.isPending || phoned.isPending}
          onDo={act}
          onClose={() => setAsked(null)}
        />
      )}
      {mute.wantsReason && !asked && !shiftOpen && <MuteReason onReason={mute.giveReason} onUnmute={() => setSound("on")} />}
      {shiftOpen && <ShiftDialog running={board.data?.shift ?? null} onClose={() => setShiftOpen(false)} />}
      <p className="sr-only" aria-live="assertive">
        {board.data?.rows
          .filter((row) => row.kind === "fire" && row.state === "reported")
          .map((row) => `${kindLabel("fire")} ${row.unitName} ${row.placeWords}`)
          .join("；")}
      </p>
    </main>
  );
}

/** The alarm in the address. While another page is on its way the address is that page's already: the seat stays as it was and lets it go. */
function useChosen(): { readonly chosen: string | null; readonly leaving: boolean } {
  const [leaving, inAddress] = [usePath() !== "/duty", new URLSearchParams(useSearchText()).get("alarm")];
  const last = useRef(inAddress);
  if (!leaving) last.current = inAddress;
  return { chosen: last.current, leaving };
}

const kindLabel = (kind: Kind): string => meaningWord(meaningOf[kind]);

/** The fires on the map; the same list as before while none came, went or moved, so that nothing is drawn anew for a fault. */
function useFires(rows: readonly QueueRow[] | undefined): ReturnType<typeof firesOf> {
  const last = useRef<ReturnType<typeof firesOf>>([]);
  const now = firesOf(rows ?? []);
  if (JSON.stringify(now) !== JSON.stringify(last.current)) last.current = now;
  return last.current;
}

/** One function for the life of the screen that always does what the last rendering meant. */
function useStable<A extends readonly unknown[]>(act: (...given: A) => void): (...given: A) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...given: A) => latest.current(...given), []);
}

/** The next row in sight below or above the chosen one, in the order of the queue, and the focus with it. */
function stepRow(by: 1 | -1, choose: (id: string) => void): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".seat-rows [data-alarm]")];
  const at = rows.findIndex((row) => row.querySelector("[aria-current]"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  if (!next?.dataset.alarm) return;
  choose(next.dataset.alarm);
  next.querySelector<HTMLElement>(".seat-row-main")?.focus();
  next.scrollIntoView({ block: "nearest" });
}

const can = (moves: readonly { readonly move: string }[], name: string): boolean => moves.some((each) => each.move === name);

const choices = (schema: LedgerSchema | undefined, key: string): Readonly<Record<string, string>> =>
  schema?.fields.find((field) => field.key === key)?.choices ?? {};

/** Below 1600×900 plan and map share one panel. */
function useFolded(): boolean {
  const [folded, setFolded] = useState(() => window.innerWidth < 1600 || window.innerHeight < 900);
  useEffect(() => {
    const onResize = () => setFolded(window.innerWidth < 1600 || window.innerHeight < 900);
    window.addEventListener("resize", onResize);
    return () => window.removeEventListener("resize", onResize);
  }, []);
  return folded;
}

function useTitle(fires: number): void {
  useEffect(() => {
    document.title = fires > 0 ? `(${fires}) ${t("seat")}` : t("seat");
  }, [fires]);
}
