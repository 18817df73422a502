/** One simulated transmitter 用户信息传输装置: sends within its window, sends again after 10 s, connects again, answers commands. */
import { acknowledge, answerType, deny, encodeFrame, type Frame, type ObjectInput } from "@suiren/gb26875";
import { instance, sequenceOf, type WireClock } from "./frames.ts";
import { dutyAnswer, type Upload } from "./scenarios.ts";

const RETRANSMIT_MS = 10_000;
const DUTY_ANSWER_MS = 3_000;
const QUERY = 4;
const CONTROL = 1;
const CHECK_DUTY = 91;

/** The way to the centre: a TCP connection or the shared UDP socket. */
export type Wire = {
  readonly isUp: boolean;
  write(bytes: Uint8Array): void;
  /** What is written inside leaves as one. */
  together(writes: () => void): void;
};

export type Watch = {
  acknowledged(transmitter: Transmitter, component: number | null, waitedMs: number): void;
  denied(transmitter: Transmitter): void;
  retransmitted(transmitter: Transmitter): void;
  /** An acknowledgement of nothing outstanding: of a retransmission, mostly. */
  unexpected(transmitter: Transmitter): void;
};

type Outstanding = { readonly bytes: Uint8Array; readonly component: number | null; readonly firstAt: number; sentAt: number };

export class Transmitter {
  readonly index: number;
  readonly address: string;
  readonly #source: Uint8Array;
  readonly #window: number;
  readonly #watch: Watch;
  readonly #clock: WireClock;
  readonly #outstanding = new Map<number, Outstanding>();
  #sequence = 0;
  wire: Wire | null = null;
  sent = 0;

  constructor(options: {
    readonly index: number;
    readonly address: string;
    readonly window: number;
    readonly watch: Watch;
    readonly clock: WireClock;
  }) {
    this.index = options.index;
    this.address = options.address;
    this.#source = Uint8Array.from(Buffer.from(options.address, "hex"));
    this.#window = options.window;
    this.#watch = options.watch;
    this.#clock = options.clock;
  }

  get canSend(): boolean {
    return this.wire?.isUp === true && this.#outstanding.size < this.#window;
  }

  get outstanding(): number {
    return this.#outstanding.size;
  }

  send({ template, component, silent }: Upload, now: number, wallClock: number): void {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xffff;
    const bytes = instance(template, this.#source, sequence, this.#clock.at(wallClock), component);
    if (!silent) this.#outstanding.set(sequenceOf(bytes), { bytes, component, firstAt: now, sentAt: now });
    this.sent += 1;
    this.wire?.write(bytes);
  }

  /** Sends up to `most` uploads as one, as far as the window allows. @returns how many */
  sendBurst(most: number, choose: () => Upload, now: number, wallClock: number): number {
    const count = Math.min(most, this.#window - this.#outstanding.size);
    if (count === 1) this.send(choose(), now, wallClock);
    else
      this.wire?.together(() => {
        for (let n = 0; n < count; n++) this.send(choose(), now, wallClock);
      });
    return count;
  }

  /** Sends again what waited ten seconds; on a new connection everything at once. */
  resend(now: number, everything: boolean): void {
    for (const each of this.#outstanding.values()) {
      if (!everything && now - each.sentAt < RETRANSMIT_MS) continue;
      if (!this.wire?.isUp) return;
      each.sentAt = now;
      this.#watch.retransmitted(this);
      this.wire.write(each.bytes);
    }
  }

  heard(frame: Frame, now: number): void {
    switch (frame.command) {
      case 3:
        this.#settle(frame, now);
        break;
      case 6:
        this.#outstanding.delete(frame.sequence);
        this.#watch.denied(this);
        break;
      case QUERY:
      case CONTROL:
        this.#obey(frame);
        break;
      default:
        break;
    }
  }

  #settle(frame: Frame, now: number): void {
    const waiting = this.#outstanding.get(frame.sequence);
    if (!waiting || frame.destination.hex !== this.address) {
      this.#watch.unexpected(this);
      return;
    }
    this.#outstanding.delete(frame.sequence);
    this.#watch.acknowledged(this, waiting.component, now - waiting.firstAt);
  }

  /** Answers as a device does: queries with their upload type, control commands with an acknowledgement, a duty check by hand later. */
  #obey(frame: Frame): void {
    const now = new Date();
    const type = frame.adu?.type ?? -1;
    const objects = frame.command === QUERY ? answerObjects(frame, now) : null;
    if (frame.command === CONTROL) this.wire?.write(encodeFrame(acknowledge(frame, now)));
    else if (objects === null) this.wire?.write(encodeFrame(deny(frame, now)));
    else this.wire?.write(encodeFrame({ ...acknowledge(frame, now), command: 5, adu: { type: answerType(type) ?? 0, objects } }));
    if (frame.command === CONTROL && type === CHECK_DUTY)
      setTimeout(() => this.send({ template: dutyAnswer, component: null }, performance.now(), Date.now()), DUTY_ANSWER_MS).unref();
  }
}

const chinaTime = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

function answerObjects({ adu }: Frame, now: Date): readonly ObjectInput[] | null {
  const time = chinaTime(now);
  if (adu === null) return null;
  switch (adu.type) {
    case 61:
      return adu.objects.map((asked) => ({ ...asked, status: 1, occurredAt: time }));
    case 62:
      return adu.objects.map((asked) => ({ ...asked, componentType: 40, status: 1, description: "感烟", occurredAt: time }));
    case 68:
      return adu.objects.map((asked) => ({ ...asked, time }));
    case 81:
      return [{ status: 1, occurredAt: time }];
    case 85:
      return [{ majorVersion: 2, minorVersion: 6 }];
    case 86:
      return [{ description: "模拟装置" }];
    case 88:
      return [{ time }];
    default:
      return null;
  }
}
