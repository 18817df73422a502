/** Which transmitter speaks which dialect 协议方言, as the register says: read at the start and after changes, asked for every frame. */
import { profiles } from "@suiren/gb26875";
import { sql } from "kysely";
import type { Services } from "#platform/services.ts";

const LOOK_EVERY_MS = 30_000;
const SETTLE_MS = 1_000;

export class ProfileBook {
  readonly #services: Services;
  readonly #timer: NodeJS.Timeout;
  #book: ReadonlyMap<string, string> = new Map();
  #soon: NodeJS.Timeout | null = null;
  #reading: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(services: Services) {
    this.#services = services;
    this.#timer = setInterval(() => this.#readSoon(), LOOK_EVERY_MS);
    services.live.onEvent(() => {
      if (!this.#stopped) this.#soon ??= setTimeout(() => this.#readSoon(), SETTLE_MS);
    });
  }

  /** Undefined is the standard. */
  of(address: string): string | undefined {
    return this.#book.get(address);
  }

  async read(): Promise<void> {
    const { rows } = await sql<{ address: string; profile: string }>`select address, profile from facilities.v_device
      where profile is not null and in_use`.execute(this.#services.db);
    this.#book = new Map(rows.filter(({ profile }) => profiles.has(profile)).map(({ address, profile }) => [address, profile]));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    if (this.#soon) clearTimeout(this.#soon);
    await this.#reading;
  }

  #readSoon(): void {
    this.#soon = null;
    this.#reading = this.read().catch((error: unknown) => this.#services.log.warn({ err: error }, "dialects of transmitters"));
  }
}
