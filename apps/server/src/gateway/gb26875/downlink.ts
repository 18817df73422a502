/** Commands down 下行命令: one exchange per device, and the time for devices that ask for it. Who asked and what came of it is the module's to keep. */
import type { Frame } from "@suiren/gb26875";
import type { CommandOutcome } from "#modules/sensing/remote-monitoring/index.ts";
import type { DownCommand } from "./commands.ts";
import { type Correspondent, Exchange, type ExchangeTimes, standardTimes } from "./exchange.ts";

const IDLE_EXCHANGE_MS = 10 * 60_000;
const CLOCK_AT_MOST_EVERY_MS = 10_000;

export type DownlinkOptions = {
  readonly times?: ExchangeTimes;
  now(): Date;
  wayTo(address: string): Correspondent | null;
};

export class Downlink {
  readonly #options: DownlinkOptions;
  readonly #exchanges = new Map<string, Exchange>();
  readonly #clockToldAt = new Map<string, number>();
  readonly counts: Record<CommandOutcome["state"], number> = { answered: 0, denied: 0, timeout: 0, "not-connected": 0 };

  constructor(options: DownlinkOptions) {
    this.#options = options;
  }

  /** Sends a command and waits for its end: the answer, a denial, three unanswered tries, or a device that is not there. */
  async send(address: string, command: DownCommand): Promise<CommandOutcome> {
    const outcome: CommandOutcome = this.#options.wayTo(address) ? await this.#exchange(address).ask(command) : { state: "not-connected" };
    this.counts[outcome.state] += 1;
    return outcome;
  }

  /** A frame with command 3, 5 or 6 that was stored as `messageId`; null for one that repeats an earlier one byte for byte. */
  answered(address: string, frame: Frame, messageId: string | null): void {
    this.#exchanges.get(address)?.answered(frame, messageId);
  }

  /** Answers a device that asks for the time 请求校时 with type 90; a device that asks all the time is told every ten seconds. */
  tellTime(address: string): void {
    const now = this.#options.now().getTime();
    if (now - (this.#clockToldAt.get(address) ?? 0) < CLOCK_AT_MOST_EVERY_MS) return;
    this.#clockToldAt.set(address, now);
    this.#exchange(address).tell({ kind: "synchronise-clock" });
  }

  sweep(now: number): void {
    for (const [address, exchange] of this.#exchanges)
      if (exchange.isIdle && now - exchange.lastUsed > IDLE_EXCHANGE_MS) this.#exchanges.delete(address);
    for (const [address, at] of this.#clockToldAt) if (now - at > CLOCK_AT_MOST_EVERY_MS) this.#clockToldAt.delete(address);
  }

  stop(): void {
    for (const exchange of this.#exchanges.values()) exchange.stop();
  }

  #exchange(address: string): Exchange {
    let exchange = this.#exchanges.get(address);
    if (!exchange) {
      exchange = new Exchange(() => this.#options.wayTo(address), this.#options.now, this.#options.times ?? standardTimes);
      this.#exchanges.set(address, exchange);
    }
    return exchange;
  }
}
