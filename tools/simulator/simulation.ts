/** Simulated transmitters over real sockets: keeps a rate, checks that every upload is acknowledged, reports what it saw. */
import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { FrameStream } from "@suiren/gb26875";
import { WireClock } from "./frames.ts";
import { Latencies, type Percentiles } from "./latency.ts";
import { chooser, counting, type FirePoints, fireStory, type ScenarioName, type Upload, usualPoints } from "./scenarios.ts";
import { Transmitter, type Watch, type Wire } from "./transmitter.ts";

export type SimulationOptions = {
  readonly transmitters: number;
  /** Uploads per second of all together. */
  readonly rate: number;
  readonly scenario: ScenarioName;
  readonly host?: string;
  readonly port: number;
  readonly seconds: number;
  readonly udp?: boolean;
  readonly seed?: number;
  /** Uploads a transmitter sends before the first is acknowledged. */
  readonly window?: number;
  /** Uploads a transmitter sends at once, in one segment. */
  readonly burst?: number;
  /** Addresses to speak as, first ones first; made up beyond them. */
  readonly addresses?: readonly string[];
  /** Points of the first address for the story of a fire. */
  readonly points?: FirePoints;
  /** Every upload carries its own number, and `onAcknowledged` hears it. */
  readonly counting?: boolean;
  /** How long to wait for the last acknowledgements. */
  readonly settleSeconds?: number;
  readonly connectionsPerSecond?: number;
  readonly signal?: AbortSignal;
  readonly onAcknowledged?: (address: string, component: number | null) => void;
  /** All transmitters are connected; sending begins. */
  readonly onReady?: (connected: number) => void;
  readonly onSecond?: (so: { readonly sent: number; readonly acknowledged: number }) => void;
};

export type SimulationReport = {
  readonly scenario: ScenarioName;
  readonly seed: number;
  readonly transmitters: number;
  readonly connected: number;
  readonly seconds: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly acknowledgedPerSecond: number;
  /** Never acknowledged, whatever was tried. */
  readonly lost: number;
  readonly denied: number;
  readonly retransmitted: number;
  readonly reconnects: number;
  readonly unexpected: number;
  readonly latencyMs: Percentiles;
};

const TICK_MS = 4;
const RESEND_EVERY_MS = 1_000;
const RECONNECT_MS = 500;
const DEFAULT_WINDOW = 4;

export const isLoopbackHost = (host: string): boolean => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

/** @throws RangeError for a host that is not this machine: simulated alarms must never reach a centre somebody relies on. */
export async function runSimulation(options: SimulationOptions): Promise<SimulationReport> {
  const { host = "127.0.0.1" } = options;
  if (!isLoopbackHost(host)) throw new RangeError(`simulated alarms go to this machine only, not to ${host}`);
  const simulation = new Simulation({ ...options, host });
  try {
    return await simulation.run();
  } finally {
    simulation.close();
  }
}

/** Made-up addresses begin with EE, which no register hands out. */
export const madeUpAddress = (index: number): string => `ee${index.toString(16).padStart(10, "0")}`;

class Simulation implements Watch {
  readonly #options: SimulationOptions & { readonly host: string };
  readonly #seed: number;
  readonly #transmitters: Transmitter[];
  readonly #choosers: (() => Upload)[];
  readonly #latencies = new Latencies();
  readonly #lines: Line[] = [];
  #udp: UdpSide | null = null;
  #next = 0;
  #sent = 0;
  #acknowledged = 0;
  #denied = 0;
  #retransmitted = 0;
  #unexpected = 0;
  #closed = false;

  constructor(options: SimulationOptions & { readonly host: string }) {
    this.#options = options;
    this.#seed = options.seed ?? 1;
    const clock = new WireClock();
    const window = options.window ?? DEFAULT_WINDOW;
    this.#transmitters = Array.from({ length: options.transmitters }, (_, index) => {
      const address = options.addresses?.[index] ?? madeUpAddress(index);
      return new Transmitter({ index, address, window, watch: this, clock });
    });
    this.#choosers = this.#transmitters.map(({ index }) => (options.counting ? counting() : chooser(options.scenario, this.#seed, index)));
  }

  acknowledged(transmitter: Transmitter, component: number | null, waitedMs: number): void {
    this.#acknowledged += 1;
    this.#latencies.note(waitedMs);
    this.#options.onAcknowledged?.(transmitter.address, component);
  }

  denied(): void {
    this.#denied += 1;
  }

  retransmitted(): void {
    this.#retransmitted += 1;
  }

  unexpected(): void {
    this.#unexpected += 1;
  }

  async run(): Promise<SimulationReport> {
    await this.#connectAll();
    const connected = this.#transmitters.filter(({ wire }) => wire?.isUp).length;
    this.#options.onReady?.(connected);
    const began = performance.now();
    await Promise.all([this.#keepRate(began), this.#options.scenario === "fire" ? this.#tellStory() : undefined]);
    const seconds = (performance.now() - began) / 1000;
    const acknowledgedInTime = this.#acknowledged;
    await this.#settle();
    return {
      scenario: this.#options.scenario,
      seed: this.#seed,
      transmitters: this.#transmitters.length,
      connected,
      seconds: Math.round(seconds * 10) / 10,
      sent: this.#sent,
      acknowledged: this.#acknowledged,
      acknowledgedPerSecond: Math.round(acknowledgedInTime / seconds),
      lost: this.#outstanding(),
      denied: this.#denied,
      retransmitted: this.#retransmitted,
      reconnects: this.#lines.reduce((sum, line) => sum + line.reconnects, 0),
      unexpected: this.#unexpected,
      latencyMs: this.#latencies.percentiles(),
    };
  }

  close(): void {
    this.#closed = true;
    for (const line of this.#lines) line.close();
    this.#udp?.close();
  }

  async #connectAll(): Promise<void> {
    const { host, port, udp, connectionsPerSecond = 2_000 } = this.#options;
    if (udp) {
      this.#udp = new UdpSide(host, port, this.#transmitters);
      return;
    }
    const perTick = Math.max(1, Math.round(connectionsPerSecond / 50));
    for (const transmitter of this.#transmitters) {
      this.#lines.push(new Line(host, port, transmitter));
      if (this.#lines.length % perTick === 0) await sleep(20);
    }
    for (let tries = 0; tries < 200 && this.#lines.some((line) => !line.isUp); tries++) await sleep(50);
  }

  /** Sends `rate` uploads a second, round and round; a transmitter whose window is full is passed over. */
  async #keepRate(began: number): Promise<void> {
    const { rate, seconds, signal, onSecond } = this.#options;
    let resendAt = began + RESEND_EVERY_MS;
    let scheduled = 0;
    for (;;) {
      const now = performance.now();
      const elapsed = Math.min((now - began) / 1000, seconds);
      this.#sendDue(Math.floor(elapsed * rate) - scheduled, now);
      scheduled = Math.floor(elapsed * rate);
      if (now >= resendAt) {
        resendAt = now + RESEND_EVERY_MS;
        for (const transmitter of this.#transmitters) transmitter.resend(now, false);
        onSecond?.({ sent: this.#sent, acknowledged: this.#acknowledged });
      }
      if (elapsed >= seconds || signal?.aborted) return;
      await sleep(TICK_MS);
    }
  }

  #sendDue(due: number, now: number): void {
    const wallClock = Date.now();
    const count = this.#transmitters.length;
    const { burst = 1 } = this.#options;
    for (let passed = 0; due > 0 && passed < count; passed++) {
      const transmitter = this.#transmitters[this.#next];
      const choose = this.#choosers[this.#next];
      this.#next = (this.#next + 1) % count;
      if (!transmitter?.canSend || !choose) continue;
      const sent = transmitter.sendBurst(Math.min(burst, due), choose, now, wallClock);
      this.#sent += sent;
      due -= sent;
      passed = -1;
    }
  }

  async #tellStory(): Promise<void> {
    const { points = usualPoints, seconds, signal } = this.#options;
    const transmitter = this.#transmitters[0];
    const began = performance.now();
    for (const { afterMs, upload } of fireStory(points)) {
      if (afterMs > seconds * 1000) return;
      await sleep(Math.max(0, began + afterMs - performance.now()), undefined, signal ? { signal } : {}).catch(() => undefined);
      if (signal?.aborted) return;
      transmitter?.send(upload, performance.now(), Date.now());
      this.#sent += 1;
    }
  }

  async #settle(): Promise<void> {
    const until = performance.now() + (this.#options.settleSeconds ?? 12) * 1000;
    while (this.#outstanding() > 0 && performance.now() < until && !this.#closed) {
      await sleep(50);
      const now = performance.now();
      for (const transmitter of this.#transmitters) transmitter.resend(now, false);
    }
  }

  #outstanding(): number {
    return this.#transmitters.reduce((sum, { outstanding }) => sum + outstanding, 0);
  }
}

/** A TCP connection that comes back. */
class Line implements Wire {
  readonly #host: string;
  readonly #port: number;
  readonly #transmitter: Transmitter;
  readonly #stream = new FrameStream();
  #socket: Socket | null = null;
  #closed = false;
  isUp = false;
  reconnects = 0;

  constructor(host: string, port: number, transmitter: Transmitter) {
    this.#host = host;
    this.#port = port;
    this.#transmitter = transmitter;
    transmitter.wire = this;
    this.#open();
  }

  write(bytes: Uint8Array): void {
    this.#socket?.write(bytes);
  }

  together(writes: () => void): void {
    this.#socket?.cork();
    writes();
    this.#socket?.uncork();
  }

  close(): void {
    this.#closed = true;
    this.#socket?.destroy();
  }

  #open(): void {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    this.#socket = socket;
    socket.on("connect", () => {
      this.isUp = true;
      this.#stream.reset();
      this.#transmitter.resend(performance.now(), true);
    });
    socket.on("data", (chunk) => {
      const now = performance.now();
      for (const item of this.#stream.push(chunk)) if (item.kind === "frame") this.#transmitter.heard(item.frame, now);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      const wasUp = this.isUp;
      this.isUp = false;
      if (this.#closed) return;
      if (wasUp) this.reconnects += 1;
      setTimeout(() => {
        if (!this.#closed) this.#open();
      }, RECONNECT_MS);
    });
  }
}

/** One UDP socket for all: answers are told apart by the address they go to. */
class UdpSide implements Wire {
  readonly #socket: UdpSocket = createSocket("udp4");
  readonly #host: string;
  readonly #port: number;
  readonly isUp = true;

  constructor(host: string, port: number, transmitters: readonly Transmitter[]) {
    this.#host = host;
    this.#port = port;
    const byAddress = new Map(transmitters.map((each) => [each.address, each]));
    const stream = new FrameStream();
    this.#socket.on("message", (datagram) => {
      const now = performance.now();
      for (const item of [...stream.push(datagram), ...stream.flush()])
        if (item.kind === "frame") byAddress.get(item.frame.destination.hex)?.heard(item.frame, now);
    });
    this.#socket.on("error", () => undefined);
    for (const transmitter of transmitters) transmitter.wire = this;
  }

  write(bytes: Uint8Array): void {
    this.#socket.send(bytes, this.#port, this.#host);
  }

  /** A datagram each: devices do so. */
  together(writes: () => void): void {
    writes();
  }

  close(): void {
    this.#socket.close();
  }
}
