/** 原始报文: one message of the chosen device, field by field, and what became of it. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { cx } from "../../lib/class.ts";
import { clock, exact, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Button, IconButton, Segments } from "../../ui/button.tsx";
import { bytesOf, type HexField, HexFrame, type HexTone } from "../../ui/hex-frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { DevicesAddress } from "./address.ts";
import {
  deviceQuery,
  type HeardPoint,
  type MadeCase,
  type Message,
  type MessageField,
  type MessageHead,
  messageQuery,
  messagesQuery,
  placeQuery,
  type WholeMessage,
} from "./model.ts";
import { t } from "./words.ts";

type Look = "decoded" | "raw" | "context";
export type FramePanelProps = {
  readonly device: string;
  readonly message: string;
  readonly onOpen: (next: Partial<DevicesAddress>) => void;
};

export function FramePanel({ device, message: asked, onOpen }: FramePanelProps) {
  const [look, setLook] = useState<Look>("decoded");
  const list = useInfiniteQuery(messagesQuery(device));
  const heads = list.data?.pages.flatMap((page) => page.messages) ?? [];
  const id = asked || heads[0]?.id || "";
  const { data, error, refetch, isPlaceholderData } = useQuery(messageQuery(id));
  const registered = useQuery(deviceQuery(device)).data !== undefined;
  const at = heads.findIndex((head) => head.id === id);
  const newer = at > 0 ? heads[at - 1] : undefined;
  const older = at >= 0 ? heads[at + 1] : undefined;
  const show = (head: MessageHead | undefined) => head && onOpen({ device, message: head.id });
  const showOlder = () => (older ? show(older) : void list.fetchNextPage());
  if (!device && !asked)
    return (
      <Panel title={t("rawFrame")}>
        <StateBlock kind="empty" title={t("pickMessage")} />
      </Panel>
    );
  if (error)
    return (
      <Panel title={t("rawFrame")}>
        <Trouble error={error} what={t("rawFrame")} onRetry={() => void refetch()} />
      </Panel>
    );
  if (!data)
    return (
      <Panel title={t("rawFrame")}>
        {list.isPending || id ? (
          <Loading what={t("rawFrame")} />
        ) : (
          <StateBlock kind="empty" title={t("noMessage")}>
            {t("noMessageHint")}
          </StateBlock>
        )}
      </Panel>
    );
  const { message } = data;
  return (
    <Panel
      className={cx("frame-panel", isPlaceholderData && "frame-panel-old")}
      title={t("rawFrame")}
      aside={
        <span className="num">
          {t("receivedBytes", { at: `${exact(message.receivedAt)}.${message.receivedAt.slice(20, 23)}`, n: message.bytes })}
        </span>
      }
      end={
        <>
          <Acknowledged message={message} />
          <Segments
            solid
            label={t("view")}
            value={look}
            onChange={setLook}
            items={(["decoded", "raw", "context"] as const).map((key) => ({ key, label: t(key) }))}
          />
          <IconButton icon="left" label={t("older")} disabled={!older && !list.hasNextPage} onClick={showOlder} />
          <IconButton icon="right" label={t("newer")} disabled={!newer} onClick={() => show(newer)} />
        </>
      }
      foot={<Outcome whole={data} registered={registered} onCopy={() => void copy(message.hex)} />}
      flush
      scroll
    >
      {look === "decoded" && <Decoded whole={data} />}
      {look === "raw" && <pre className="frame-raw num">{rowsOf(message.hex).join("\n")}</pre>}
      {look === "context" && (
        <Around heads={heads} id={message.id} onShow={show} onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined} />
      )}
    </Panel>
  );
}

async function copy(hex: string): Promise<void> {
  await navigator.clipboard.writeText(bytesOf(hex).join(" "));
  toast.done(t("copied", { n: hex.length / 2 }));
}

const PER_ROW = 16;
/** Offset, then sixteen bytes a line. Pure. */
const rowsOf = (hex: string): readonly string[] =>
  Array.from({ length: Math.ceil(hex.length / 2 / PER_ROW) }, (_, row) => {
    const bytes = bytesOf(hex).slice(row * PER_ROW, (row + 1) * PER_ROW);
    return `${String(row * PER_ROW).padStart(4, "0")}   ${bytes.slice(0, 8).join(" ")}   ${bytes.slice(8).join(" ")}`;
  });

function Acknowledged({ message }: { readonly message: Message }) {
  if (message.trouble)
    return (
      <span className="ink-soon truncate" title={message.trouble}>
        {message.trouble}
      </span>
    );
  if (!message.acknowledgedAt) return <span>{t("noAck")}</span>;
  const ms = Date.parse(message.acknowledgedAt) - Date.parse(message.receivedAt);
  return (
    <span className="ink-ok row frame-ack">
      <Icon name="check" size={14} />
      {ms > 0 ? t("acknowledgedIn", { n: number(ms) }) : t("acknowledged")}
    </span>
  );
}

const tones: Readonly<Record<string, HexTone>> = {
  framing: "frame",
  header: "head",
  time: "head",
  adu: "object",
  checksum: "check",
  padding: "frame",
};
const QUIET = new Set(["version", "destination"]);

/** Only the field that raised a fire may be red; who sent it is of one colour with what he sent. */
function toneOf({ key, group }: MessageField, raisedFire: boolean): HexTone {
  if (group === "deciding") return raisedFire ? "decides" : "object";
  if (key === "source") return "address";
  return QUIET.has(key) ? "frame" : (tones[group] ?? "frame");
}

function Decoded({ whole: { message, cases, point } }: { readonly whole: WholeMessage }) {
  const raisedFire = cases.some((each) => each.kind === "fire");
  const fields = message.fields
    .filter((field) => field.length > 0)
    .map(
      (field): HexField => ({
        from: field.offset,
        to: field.offset + field.length - 1,
        label: field.label,
        value: wordsOf(field),
        tone: toneOf(field, raisedFire),
      }),
    );
  return (
    <>
      <HexFrame hex={message.hex} fields={fields} />
      {point && <PointLine address={message.address} point={point} alone={fields.length % 2 === 0} />}
    </>
  );
}

type PointLineProps = { readonly address: string; readonly point: HeardPoint; readonly alone: boolean };
/** What the point table makes of the component; stands in the empty last cell of the fields, or below them. */
function PointLine({ address, point, alone }: PointLineProps) {
  const { data } = useQuery(placeQuery(address, point));
  if (!data) return null;
  const [found] = data;
  return (
    <p className={cx("frame-point", alone && "frame-point-alone", !found && "ink-soon")}>
      <Icon name={found ? "link" : "fault"} size={15} />
      {found ? t("matched", { words: found.placeWords || found.name || t("unknown") }) : t("notMatched", { type: point.typeName })}
    </p>
  );
}

const ADDRESSES = new Set(["source", "destination"]);
/** Addresses as the device register writes them: bytes in their order. */
function wordsOf({ key, words }: MessageField): ReactNode {
  return ADDRESSES.has(key) && /^[0-9a-fA-F]{12}$/.test(words) ? <span className="num">{bytesOf(words).join(" ")}</span> : words;
}

type AroundProps = {
  readonly heads: readonly MessageHead[];
  readonly id: string;
  readonly onShow: (head: MessageHead) => void;
  readonly onMore: (() => void) | undefined;
};
function Around({ heads, id, onShow, onMore }: AroundProps) {
  return (
    <div className="frame-around">
      {heads.map((head) => (
        <button
          key={head.id}
          type="button"
          aria-pressed={head.id === id}
          className={cx(head.id === id && "frame-here")}
          onClick={() => onShow(head)}
        >
          <span className="num">{clock(head.receivedAt)}</span>
          <span className="num t3">{exact(head.receivedAt).slice(0, 10)}</span>
          <span className="grow truncate">{head.summary}</span>
          <span className="num t2">{head.bytes}</span>
        </button>
      ))}
      {onMore && (
        <Button kind="text" onClick={onMore}>
          {t("loadMore")}
        </Button>
      )}
    </div>
  );
}

const KINDS = ["fire", "supervision", "linkage", "fault", "shield", "offline", "test"] as const;
const kindWord = (kind: string): string => {
  const known = KINDS.find((each) => each === kind);
  return known ? t(known) : kind;
};

type OutcomeProps = { readonly whole: WholeMessage; readonly registered: boolean; readonly onCopy: () => void };
function Outcome({ whole: { message, cases }, registered, onCopy }: OutcomeProps) {
  const first = cases.find((each) => each.kind === "fire") ?? cases[0];
  return (
    <>
      <span className="truncate">{first ? madeOf(first) : t(registered ? "nothingMade" : "unregisteredSource")}</span>
      <span className="frame-links">
        {first && (
          <Go className="link" href={`/duty?alarm=${first.id}`}>
            {t("openAlarm", { kind: kindWord(first.kind) })}
          </Go>
        )}
        <button type="button" className="link" onClick={onCopy}>
          {t("copyHex")}
        </button>
        <button type="button" className="link" onClick={() => saveBytes(message)}>
          {t("downloadBin")}
        </button>
        {registered && (
          <Go className="link" href={listHref("facilities/component", { address: message.address })}>
            {t("wrongPoint")}
          </Go>
        )}
      </span>
    </>
  );
}

const madeOf = (made: MadeCase): string =>
  [
    t("made", { kind: kindWord(made.kind), number: made.number }),
    made.repeats > 1 ? ` ${t("repeats", { n: made.repeats })}` : "",
    made.grade === "raised" ? `${t("comma")}${t("raised")}` : "",
  ].join("");

/** The bytes exactly as they came, named by address and instant. */
function saveBytes({ hex, address, receivedAt }: Message): void {
  const bytes = Uint8Array.from(bytesOf(hex), (byte) => Number.parseInt(byte, 16));
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = `${address}-${receivedAt.replace(/[^0-9]/g, "").slice(0, 14)}.bin`;
  link.click();
  URL.revokeObjectURL(href);
}
