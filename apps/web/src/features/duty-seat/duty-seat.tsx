/** 值守台: queue, the chosen alarm and its surroundings on one screen; everything without scrolling at 1920×1080. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Kind, meaningOf } from "../../lib/alarm-kinds.ts";
import { api, sentenceOf } from "../../lib/api.ts";
import { useCityAreas } from "../../lib/city.ts";
import { time } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
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
import { boardQuery, type Contact, detailQuery, type QueueRow, useDutyFeed } from "./model.ts";
import { Queue } from "./queue.tsx";
import { ShiftDialog } from "./shift.tsx";
import { allowSound, type SoundState, soundAllowed, soundFault, soundFire, soundLinkLost } from "./sound.ts";
import { Tiles } from "./tiles.tsx";
import { type Asked, Verify } from "./verify.tsx";
import { t } from "./words.ts";
import "./duty-seat.css";

const REPEAT_MS = 4_000;
const LINK_SOUND_AFTER_MS = 10_000;

export default function DutySeat() {
  const me = useMe();
  const client = useQueryClient();
  const go = useGo();
  const chosen = new URLSearchParams(useSearchText()).get("alarm");
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
  const [sound, setSound] = useSound(board.data?.rows.some((row) => row.kind === "fire" && row.state === "reported") ?? false);

  useEffect(() => live.start(), []);
  const first = board.data?.rows[0]?.id;
  useEffect(() => {
    if (!chosen && first) choose(first);
  }, [chosen, first, choose]);
  const onNewFire = useCallback(
    (row: QueueRow) => {
      setFlash(true);
      setTimeout(() => setFlash(false), 4_000);
      if (sound === "on") soundFire();
      if (!chosen) choose(row.id);
    },
    [sound, chosen, choose],
  );
  const onNewFault = useCallback(() => sound === "on" && soundFault(), [sound]);
  useDutyFeed(onNewFire, onNewFault);
  usePresence(sound);
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
  const accept = (row: QueueRow) => {
    choose(row.id);
    move.mutate({ id: row.id, name: "accept", given: { version: row.version } });
  };
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
    accept: () => {
      const first = board.data?.rows.find((row) => row.state === "reported");
      if (first) accept(first);
    },
    ask: (which) => detail.data && can(detail.data.next.can, which === "call" ? "verify" : which) && setAsked(which),
    call: () => detail.data && can(detail.data.next.can, "verify") && setAsked("call"),
    mute: () => setSound(sound === "on" ? "off" : "on"),
    busy: asked !== null || shiftOpen,
  });

  const kindLabel = (kind: Kind) => meaningWord(meaningOf[kind]);
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
        {board.data?.gateway.storing === false && (
          <p className="seat-alert" role="alert">
            <Icon name="fault" />
            {t("notStoring")}
          </p>
        )}
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
              <Verify detail={detail.data} busy={move.isPending} hasPhone={detail.data.contacts.length > 0} onMove={act} onAsk={setAsked} />
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
          <Around
            detail={detail.data}
            areas={areas}
            alarms={firesOf(board.data.rows)}
            folded={folded}
            onChoose={(id) => board.data?.rows.some((row) => row.id === id) && choose(id)}
          />
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

/** Sound state of the seat; while an unaccepted fire waits, its tones repeat. */
function useSound(burning: boolean): readonly [SoundState, (wanted: "on" | "off") => void] {
  const [wanted, setWanted] = useState<"on" | "off">("on");
  const [allowed, setAllowed] = useState(soundAllowed());
  useEffect(() => {
    // A page may sound once it was touched anywhere: the first touch of the seat is taken for that.
    const onTouch = () => void allowSound().then(setAllowed);
    window.addEventListener("pointerdown", onTouch, { once: true });
    window.addEventListener("keydown", onTouch, { once: true });
    return () => {
      window.removeEventListener("pointerdown", onTouch);
      window.removeEventListener("keydown", onTouch);
    };
  }, []);
  const state: SoundState = wanted === "off" ? "off" : allowed ? "on" : "blocked";
  const last = useRef(state);
  last.current = state;
  useEffect(() => {
    if (!burning) return;
    const timer = setInterval(() => last.current === "on" && soundFire(), REPEAT_MS);
    return () => clearInterval(timer);
  }, [burning]);
  const set = (next: "on" | "off") => {
    void allowSound().then(setAllowed);
    setWanted(next);
  };
  return [state, set];
}

/** Tells the others that this seat is manned and whether it sounds. */
function usePresence(sound: SoundState): void {
  useEffect(() => {
    const tell = () =>
      void api
        .post("duty/presence", { sound: sound === "off" ? "off" : sound, ...(sound === "off" ? { mutedSeconds: 0 } : {}) })
        .catch(() => undefined);
    tell();
    const timer = setInterval(tell, 15_000);
    return () => clearInterval(timer);
  }, [sound]);
}

function useTitle(fires: number): void {
  useEffect(() => {
    document.title = fires > 0 ? `（${fires}）${t("seat")}` : t("seat");
  }, [fires]);
}
