/** Verification left of conclusion: how it was looked into, what it is, a note. Real fire is held for 0.8 s; the rest ask what they need. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "../../lib/class.ts";
import { clock } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { isFree } from "./keys.ts";
import type { Detail, Forward } from "./model.ts";
import { verificationOf } from "./steps.ts";
import { t } from "./words.ts";

/** A move with what it asks; the form opens for those that ask something. */
export type Asked =
  | "phoned119"
  | "falseAlarm"
  | "test"
  | "operation"
  | "settle"
  | "repair"
  | "handle"
  | "close"
  | "handOver"
  | "takeOver"
  | "call"
  | "site";
export type VerifyProps = {
  readonly detail: Detail;
  /** Space accepts the head of the queue and no other: the key stands only where it does what it says. */
  readonly isHead: boolean;
  readonly busy: boolean;
  readonly hasPhone: boolean;
  readonly onMove: (move: string, given?: Readonly<Record<string, unknown>>) => void;
  readonly onAsk: (asked: Asked) => void;
};

export const HOLD_MS = 800;

export function Verify({ detail, isHead, busy, hasPhone, onMove, onAsk }: VerifyProps) {
  const { head: row } = detail;
  const { can, cannot } = detail.next;
  const done = verificationOf(detail.timeline);
  const may = (move: string) => can.some((each) => each.move === move);
  const why = (move: string) => cannot.find((each) => each.move === move)?.message ?? "";
  if (row.closedAt !== null) return null;
  const heldByOther = row.holderPerson !== null && !may("handOver") && row.state !== "reported";
  const fire = row.kind === "fire" || row.kind === "test" || row.kind === "linkage";
  return (
    <section className="seat-verify" aria-label={t("conclude")}>
      {heldByOther ? (
        <>
          <span className="t2">{t("conclude")}</span>
          <div className="row">
            <span className="grow">{t("claimed", { name: row.holderName ?? "" })}</span>
            {may("askFor") && <Button onClick={() => onMove("askFor")}>{t("askFor")}</Button>}
            {may("takeOver") && <Button onClick={() => onAsk("takeOver")}>{t("takeOver")}</Button>}
          </div>
        </>
      ) : row.state === "reported" ? (
        <>
          <span className="t2">{t("accept")}</span>
          <div className="seat-acts">
            <Act
              kind={row.kind === "fire" ? "fire" : "plain"}
              title={t("accept")}
              hint=""
              {...(isHead ? { keys: t("space") } : {})}
              off={may("accept") ? "" : why("accept")}
              onClick={() => onMove("accept")}
            />
          </div>
        </>
      ) : (
        <>
          {["accepted", "verifying"].includes(row.state) && (
            <>
              <span className="t2">{t("verify")}</span>
              <div className="seat-acts">
                <Act
                  icon="phone"
                  title={t("callRoom")}
                  hint={done.call ?? t("notYet")}
                  keys="C"
                  off={hasPhone ? "" : t("noContacts")}
                  onClick={() => onAsk("call")}
                />
                <Act icon="video" title={t("watchVideo")} hint={t("noVideo")} off={t("noVideo")} />
                <Act icon="walk" title={t("sendSomebody")} hint={done.site ?? t("notYet")} onClick={() => onAsk("site")} />
              </div>
            </>
          )}
          <span className="t2">{t("conclude")}</span>
          <div className="seat-acts">
            {may("confirm") && <HoldToConfirm busy={busy} onHeld={() => onMove("confirm")} />}
            {fire && may("falseAlarm") && (
              <Act title={t("falseAlarm")} hint={t("falseNext")} keys="2" onClick={() => onAsk("falseAlarm")} />
            )}
            {fire && may("test") && <Act title={t("test")} hint={t("testNext")} keys="3" onClick={() => onAsk("test")} />}
            {fire && may("operation") && (
              <Act title={t("operation")} hint={t("operationNext")} keys="4" onClick={() => onAsk("operation")} />
            )}
            {!fire && may("repair") && (
              <Act icon="gear" title={t("repair")} hint={row.repairBy ?? t("repairNext")} onClick={() => onAsk("repair")} />
            )}
            {row.kind !== "fire" && may("settle") && (
              <Act icon="check" title={t("settle")} hint={t("settleNext")} onClick={() => onAsk("settle")} />
            )}
            {may("handle") && <Act icon="flag" title={t("handle")} hint={t("handleNext")} onClick={() => onAsk("handle")} />}
            {may("close") && <Act icon="check" title={t("close")} hint={t("closeNext")} onClick={() => onAsk("close")} />}
          </div>
          {detail.forward && <ForwardLine forward={detail.forward} onRecord={() => onAsk("phoned119")} />}
          <span className="t2">{t("note")}</span>
          <NoteLine onKeep={(note) => onMove("note", { note })} busy={busy}>
            <Button onClick={() => onAsk("handOver")}>{t("transfer")}</Button>
          </NoteLine>
        </>
      )}
    </section>
  );
}

type ActProps = {
  readonly icon?: string;
  readonly title: string;
  readonly hint: string;
  readonly keys?: string;
  readonly off?: string;
  readonly kind?: "plain" | "fire";
  readonly onClick?: () => void;
};

function Act({ icon, title, hint, keys, off = "", kind = "plain", onClick }: ActProps) {
  return (
    <button
      type="button"
      className={cx("seat-act", kind === "fire" && "seat-act-fire")}
      aria-disabled={off !== "" || undefined}
      title={off || undefined}
      onClick={() => off === "" && onClick?.()}
    >
      <strong>
        {icon && <Icon name={icon} size={18} />}
        {title}
        {keys && <kbd>{keys}</kbd>}
      </strong>
      {hint && <small className="truncate">{hint}</small>}
    </button>
  );
}

/** 真实火警 calls engines out: one touch is not enough, 0.8 s is. The keyboard holds the same way: Enter or Space here, `1` from anywhere. */
function HoldToConfirm({ busy, onHeld }: { readonly busy: boolean; readonly onHeld: () => void }) {
  const [hold, setHold] = useState<"no" | "holding" | "tooShort">("no");
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const start = () => {
    if (busy || timer.current) return;
    setHold("holding");
    timer.current = setTimeout(() => {
      timer.current = null;
      setHold("no");
      onHeld();
    }, HOLD_MS);
  };
  const stop = () => {
    if (!timer.current) return;
    clearTimeout(timer.current);
    timer.current = null;
    setHold("tooShort");
  };
  const latest = useRef({ start, stop });
  latest.current = { start, stop };
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.key !== "1" || !isFree(event)) return;
      button.current?.focus();
      latest.current.start();
    };
    const up = (event: KeyboardEvent) => event.key === "1" && latest.current.stop();
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
      if (timer.current) clearTimeout(timer.current);
    };
  }, []);
  return (
    <button
      ref={button}
      type="button"
      className={cx("seat-act seat-act-fire", hold === "holding" && "seat-holding")}
      aria-busy={busy}
      data-hold="confirm"
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && !event.repeat && start()}
      onKeyUp={(event) => (event.key === "Enter" || event.key === " ") && stop()}
      onBlur={stop}
    >
      <span className="seat-hold" />
      <strong>
        <Icon name="flame" size={18} solid />
        {t("real")}
        <kbd>1</kbd>
      </strong>
      <small aria-live="polite">{t(hold === "holding" ? "holding" : hold === "tooShort" ? "holdLonger" : "realNext")}</small>
    </button>
  );
}

function ForwardLine({ forward, onRecord }: { readonly forward: Forward; readonly onRecord: () => void }) {
  const { state, attempts, deliveredAt, byPhone, trouble } = forward;
  const delivered = state === "delivered";
  const words = delivered
    ? t("sent", { at: deliveredAt ? clock(deliveredAt) : "" })
    : byPhone
      ? t("phoned", { who: byPhone })
      : state === "not-connected"
        ? t("notConnected")
        : t(trouble ? "unsent" : "sending", { n: attempts });
  return (
    <>
      <span className="t2">119</span>
      <div className="row">
        <span className={cx("grow", delivered || byPhone ? "ink-met" : trouble || state === "not-connected" ? "ink-soon" : "t2")}>
          {words}
        </span>
        {!delivered && !byPhone && <Button onClick={onRecord}>{t("recordCall")}</Button>}
      </div>
    </>
  );
}

function NoteLine({
  onKeep,
  busy,
  children,
}: {
  readonly onKeep: (note: string) => void;
  readonly busy: boolean;
  readonly children: ReactNode;
}) {
  const [text, setText] = useState("");
  return (
    <form
      className="seat-note"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        onKeep(text.trim());
        setText("");
      }}
    >
      <Input
        aria-label={t("note")}
        placeholder={t("notePlaceholder")}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== "" && (
        <Button type="submit" busy={busy}>
          {t("keep")}
        </Button>
      )}
      {children}
    </form>
  );
}
