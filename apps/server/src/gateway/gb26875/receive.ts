/** From codec items to arrivals 收报: what a frame is worth, whether it wants an answer, and what is kept of bytes nobody can read. */
import { deny, encodeFrame, type Frame, profiles, purposeOf, type StreamItem } from "@suiren/gb26875";
import { type Arrival, FIRE, type Lane, LIFE, type Line, NEWS } from "./arrival.ts";
import type { Unreadable } from "./notes.ts";

export const UPLOAD = 2;
export const ACKNOWLEDGE = 3;
export const ANSWER = 5;
export const DENY = 6;

/** 火警优先: fires of components, systems and transmitters go before everything else (GB 26875.1 4.1.2.3). */
export function laneOf(frame: Frame): Lane {
  const { adu } = frame;
  if (adu === null) return LIFE;
  switch (adu.kind) {
    case "component-status":
    case "component-status-brief":
    case "system-status":
    case "device-status":
    case "device-status-untimed":
      return !adu.restored && adu.objects.some((object) => object.flags.fire) ? FIRE : NEWS;
    case "heartbeat-byte":
      return LIFE;
    default:
      return NEWS;
  }
}

/**
 * Every upload gets its 确认, odd or not; so does a command nobody knows, because a denial makes many devices resend for ever (protocol
 * notes §9). A dialect's command is answered as its profile says. Answers and the centre's own commands are not answered.
 */
export function wantsAnswer(frame: Frame): boolean {
  if (frame.command === UPLOAD) return true;
  const declared = profiles.get(frame.profile ?? "")?.commands?.[frame.command];
  if (declared) return declared.answers.includes(ACKNOWLEDGE);
  return frame.command === 0 || frame.command > DENY;
}

export const isAnswer = (frame: Frame): boolean => frame.command === ACKNOWLEDGE || frame.command === ANSWER || frame.command === DENY;

/** Whether the device asks for the time 请求校时. */
export const asksForTime = (frame: Frame): boolean => purposeOf(frame) === "time-request";

export type Receiver = {
  arrived(arrival: Arrival): void;
  unreadable(found: Unreadable): void;
};

type Origin = { readonly line: Line; readonly host: string; readonly baseOffset: number; readonly receivedAt: number };

/** Hands over one item of a stream. @returns the frame's address, or null where there was no frame. */
export function receiveItem(item: StreamItem, from: Origin, receiver: Receiver, isFirst: (address: string) => boolean): string | null {
  const { line, host, baseOffset, receivedAt } = from;
  const whence = { peer: line.peer, host, transport: line.transport, byteOffset: baseOffset + item.offset };
  switch (item.kind) {
    case "frame": {
      const { frame, bytes } = item;
      const address = frame.source.hex;
      const lane = purposeOf(frame) === "heartbeat" ? LIFE : laneOf(frame);
      receiver.arrived({ frame, bytes, address, receivedAt, lane, wantsAnswer: wantsAnswer(frame), isFirst: isFirst(address), line });
      return address;
    }
    case "bad":
      line.send(encodeFrame(deny(item.header, new Date(receivedAt))));
      line.flush();
      receiver.unreadable({
        ...whence,
        address: item.header.source.hex,
        reason: item.error.code,
        bytes: item.bytes,
        byteCount: item.bytes.length,
        pieces: 1,
      });
      return null;
    case "skipped":
      receiver.unreadable({
        ...whence,
        address: null,
        reason: item.reason,
        bytes: item.bytes,
        byteCount: item.count,
        pieces: Math.max(1, item.beginnings),
      });
      return null;
  }
}
