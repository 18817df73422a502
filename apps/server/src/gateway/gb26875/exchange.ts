/** One exchange after another with a device 交互: sends, waits 10 s, sends again, three times in all (GB/T 26875.3 6.5.4, 6.5.5). */
import { encodeFrame, type Frame, type FrameAddress } from "@suiren/gb26875";
import type { CommandOutcome } from "#modules/sensing/remote-monitoring/index.ts";
import type { Line } from "./arrival.ts";
import { answerTypeOf, commandFrame, type DownCommand } from "./commands.ts";
import { ACKNOWLEDGE, ANSWER, DENY } from "./receive.ts";

const ANSWER_WITHIN_MS = 10_000;
const MOST_TRIES = 3;
const MOST_QUEUED = 20;

/** What is known of the way to a device: its line, and how it speaks. */
export type Correspondent = {
  readonly line: Line;
  readonly source: FrameAddress;
  readonly destination: FrameAddress;
  readonly version: Frame["version"];
  readonly profile?: string;
};

export type ExchangeTimes = { readonly answerWithinMs: number; readonly mostTries: number };
export const standardTimes: ExchangeTimes = { answerWithinMs: ANSWER_WITHIN_MS, mostTries: MOST_TRIES };

type Ask = {
  readonly command: DownCommand;
  readonly settle: (outcome: CommandOutcome) => void;
  sequence: number;
  tries: number;
  timer: NodeJS.Timeout | null;
};

/** The queue of one device. `way` says how to reach it now, or null while it is offline. */
export class Exchange {
  readonly #way: () => Correspondent | null;
  readonly #now: () => Date;
  readonly #times: ExchangeTimes;
  readonly #queue: Ask[] = [];
  #nextSequence = 0;
  #lastUsed = 0;

  constructor(way: () => Correspondent | null, now: () => Date, times: ExchangeTimes = standardTimes) {
    this.#way = way;
    this.#now = now;
    this.#times = times;
  }

  get isIdle(): boolean {
    return this.#queue.length === 0;
  }

  get lastUsed(): number {
    return this.#lastUsed;
  }

  /** Queues a command. A device that does not answer has twenty waiting at most; the next one times out at once. */
  ask(command: DownCommand): Promise<CommandOutcome> {
    if (this.#queue.length >= MOST_QUEUED) return Promise.resolve({ state: "timeout" });
    return new Promise((settle) => {
      this.#queue.push({ command, settle, sequence: -1, tries: 0, timer: null });
      if (this.#queue.length === 1) this.#send();
    });
  }

  /** Sends without waiting for what the device makes of it. */
  tell(command: DownCommand): void {
    const way = this.#way();
    if (way) this.#write(way, command, this.#takeSequence());
  }

  /** A frame with command 3, 5 or 6 from the device, and the message it is kept as. @returns whether it answered what is being asked. */
  answered(frame: Frame, messageId: string | null): boolean {
    const ask = this.#queue[0];
    if (!ask || ask.sequence !== frame.sequence) return false;
    const expected = answerTypeOf(ask.command);
    const isMatch = expected === null ? frame.command === ACKNOWLEDGE : frame.command === ANSWER && frame.adu?.type === expected;
    if (frame.command !== DENY && !isMatch) return false;
    this.#end(isMatch ? { state: "answered", ...(messageId === null ? {} : { messageId }) } : { state: "denied" });
    return true;
  }

  stop(): void {
    for (const ask of this.#queue.splice(0)) {
      if (ask.timer) clearTimeout(ask.timer);
      ask.settle({ state: "timeout" });
    }
  }

  #send(): void {
    const ask = this.#queue[0];
    if (!ask) return;
    const way = this.#way();
    if (!way) {
      this.#end({ state: ask.tries === 0 ? "not-connected" : "timeout" });
      return;
    }
    if (ask.tries === 0) ask.sequence = this.#takeSequence();
    ask.tries += 1;
    ask.timer = setTimeout(() => {
      if (ask.tries < this.#times.mostTries) this.#send();
      else this.#end({ state: "timeout" });
    }, this.#times.answerWithinMs);
    this.#write(way, ask.command, ask.sequence);
  }

  #end(outcome: CommandOutcome): void {
    const ask = this.#queue.shift();
    if (ask?.timer) clearTimeout(ask.timer);
    ask?.settle(outcome);
    this.#send();
  }

  #takeSequence(): number {
    const sequence = this.#nextSequence;
    this.#nextSequence = (sequence + 1) & 0xffff;
    return sequence;
  }

  #write({ line, source, destination, version, profile }: Correspondent, command: DownCommand, sequence: number): void {
    const now = this.#now();
    this.#lastUsed = now.getTime();
    // the centre answers from the address the device itself writes to
    const out = { sequence, source: destination, destination: source, version, now, ...(profile === undefined ? {} : { profile }) };
    line.send(encodeFrame(commandFrame(command, out)));
    line.flush();
  }
}
