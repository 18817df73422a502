/** The seat's sound: on, off or kept off by the browser. Muted longer than a minute it wants a reason, which the server keeps. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { allowSound, type SoundState, soundAllowed, soundFire, watchSound } from "./sound.ts";
import { t } from "./words.ts";

const REPEAT_MS = 4_000;
const PRESENCE_MS = 15_000;
/** The server wants a reason from 60 s on (screens.md §10); a little earlier here, so that it is there when asked for. */
const FREE_MS = 55_000;

export type Mute = {
  /** Since when, by this browser's clock; null while it may sound. */
  readonly since: number | null;
  readonly reason: string | null;
  readonly wantsReason: boolean;
  readonly giveReason: (reason: string) => void;
};

/** Sound state of the seat; while an unaccepted fire waits, its tones repeat. */
export function useSound(burning: boolean) {
  const allowed = useSyncExternalStore(watchSound, soundAllowed);
  const [since, setSince] = useState<number | null>(null);
  const [reason, giveReason] = useState<string | null>(null);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (allowed) return;
    // A page may sound once it was touched anywhere, and again after the browser took that back: each touch of the seat is taken for it, when it has
    // ended. Nothing moves under a finger.
    const onTouch = () => void allowSound();
    window.addEventListener("click", onTouch);
    window.addEventListener("keydown", onTouch);
    return () => {
      window.removeEventListener("click", onTouch);
      window.removeEventListener("keydown", onTouch);
    };
  }, [allowed]);
  useEffect(() => {
    setLate(false);
    if (since === null) return;
    const timer = setTimeout(() => setLate(true), FREE_MS);
    return () => clearTimeout(timer);
  }, [since]);
  const sound: SoundState = since !== null ? "off" : allowed ? "on" : "blocked";
  const last = useRef(sound);
  last.current = sound;
  useEffect(() => {
    if (!burning) return;
    const timer = setInterval(() => last.current === "on" && soundFire(), REPEAT_MS);
    return () => clearInterval(timer);
  }, [burning]);
  const setSound = (next: "on" | "off") => {
    void allowSound();
    setSince(next === "off" ? Date.now() : null);
    giveReason(null);
  };
  const mute: Mute = { since, reason, wantsReason: late && reason === null, giveReason };
  return { sound, setSound, mute };
}

/** Tells the others that this seat is manned and whether it sounds, and the server why not. */
export function usePresence(sound: SoundState, { since, reason }: Mute): void {
  useEffect(() => {
    const tell = () => {
      const mutedSeconds = since === null ? 0 : Math.round((Date.now() - since) / 1000);
      const muted = sound === "off" ? { mutedSeconds, ...(reason === null ? {} : { mutedWhy: reason }) } : {};
      void api.post("/duty/presence", { sound, ...muted }).catch(() => undefined);
    };
    tell();
    const timer = setInterval(tell, PRESENCE_MS);
    return () => clearInterval(timer);
  }, [sound, since, reason]);
}

/** Closing it without a reason brings the sound back: a silent seat nobody answers for is not offered. */
export function MuteReason({ onReason, onUnmute }: { readonly onReason: (reason: string) => void; readonly onUnmute: () => void }) {
  const [reason, setReason] = useState("");
  return (
    <Dialog
      title={t("muteTitle")}
      onClose={onUnmute}
      foot={
        <>
          <Button onClick={onUnmute}>{t("muteEnd")}</Button>
          <Button kind="primary" reason={reason.trim() === "" ? t("muteWhy") : undefined} onClick={() => onReason(reason.trim())}>
            {t("muteKeep")}
          </Button>
        </>
      }
    >
      <Field label={t("muteWhy")}>
        {(ids) => <Input {...ids} value={reason} maxLength={100} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
