/** The device side of GB/T 26875.3: sockets, sessions, writer, projector and downlink wired together. */
import type { Socket } from "node:net";
import type { ProfileChoice } from "@suiren/gb26875";
import { sql } from "kysely";
import {
  connectGateway,
  type Gateway as GatewayPort,
  type Signal,
  type StoringTrouble,
  type Turn,
} from "#modules/sensing/remote-monitoring/index.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import { pushLive } from "#platform/live.ts";
import type { Services } from "#platform/services.ts";
import { dayOf } from "#platform/values.ts";
import type { Arrival, Transport } from "./arrival.ts";
import { downCommandOf } from "./commands.ts";
import { Downlink } from "./downlink.ts";
import type { ExchangeTimes } from "./exchange.ts";
import { Holders } from "./holders.ts";
import { Admission, type GatewayLimits, standardLimits } from "./limits.ts";
import { type Listener, listenTcp, listenTls } from "./listener.ts";
import { uuidText } from "./message-id.ts";
import { message, messagesOf, unreadable } from "./messages.ts";
import { metrics } from "./metrics.ts";
import { Notes, type Unreadable } from "./notes.ts";
import { ProfileBook } from "./profile-book.ts";
import { Projector } from "./projector.ts";
import { asksForTime, isAnswer } from "./receive.ts";
import { type CloseReason, Session } from "./session.ts";
import { troubleOf } from "./store.ts";
import { Streams } from "./streams.ts";
import { type UdpOwner, UdpSide } from "./udp.ts";
import { Writer } from "./writer.ts";

const SWEEP_MS = 1_000;
const HOUR_MS = 3_600_000;
const PARTITION_DAYS = 8;
const STOP_WITHIN_MS = 1_500;
/** Notes are for installers and for the figures of the last months. */
const KEEP_NOTES = "180 days";

export type ApplySignals = (tx: Tx, signals: readonly Signal[], services: Services, turn: Turn) => Promise<void>;

export type GatewayOptions = {
  readonly services: Services;
  readonly databaseUrl: string;
  /** The module's door; runs in the transaction that marks the batch. */
  readonly applySignals: ApplySignals;
  /** Dialect of a transmitter, instead of what the register says; undefined is the standard. Must be cheap: asked for every frame. */
  readonly profileOf?: (address: string) => ProfileChoice | undefined;
  readonly limits?: Partial<GatewayLimits>;
  readonly times?: ExchangeTimes;
  /** Name of this process among gateways. */
  readonly name?: string;
  /** Permission that sees the gateway's live topics. */
  readonly livePermission?: string;
};

export type GatewayStatus = {
  /** False while nothing can be stored and so nobody is acknowledged. */
  readonly storing: boolean;
  /** Why not, while it is not. */
  readonly trouble: StoringTrouble | null;
  readonly connections: number;
  readonly addresses: number;
  readonly stored: number;
  readonly fires: number;
  readonly repeated: number;
  readonly turnedAway: number;
  readonly waiting: number;
  readonly unreadable: Readonly<Record<string, number>>;
  readonly duplicateAddresses: number;
  readonly projection: { readonly lagMs: number; readonly waiting: number; readonly parked: number };
  readonly commands: Readonly<Record<string, number>>;
};

export type Gateway = {
  readonly port: number;
  readonly tlsPort: number | null;
  /** What the screens of the module read and ask. */
  readonly door: GatewayPort;
  status(): GatewayStatus;
  /** At most two seconds; what is stored and not yet projected is taken up at the next start. */
  stop(): Promise<void>;
};

export async function startGb26875Gateway(options: GatewayOptions): Promise<Gateway> {
  const gateway = new RunningGateway(options);
  await gateway.start();
  return gateway;
}

class RunningGateway implements Gateway, UdpOwner {
  readonly limits: GatewayLimits;
  readonly streams: Streams;
  readonly #services: Services;
  readonly #name: string;
  readonly #livePermission: string;
  readonly #admission: Admission;
  readonly #sessions = new Set<Session>();
  readonly #waiting = new Set<Session>();
  readonly #holders: Holders;
  readonly #writer: Writer;
  readonly #notes: Notes;
  readonly #projector: Projector;
  readonly #downlink: Downlink;
  readonly #udp: UdpSide;
  #listeners: readonly Listener[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #book: ProfileBook;
  readonly door: GatewayPort;
  #disconnect: () => void = () => {};
  #denied: { readonly day: string; readonly count: number } = { day: "", count: 0 };
  #duplicates = 0;
  #trouble: StoringTrouble | null = null;
  #parked = 0;
  port = 0;
  tlsPort: number | null = null;

  constructor(options: GatewayOptions) {
    const { services, databaseUrl, applySignals } = options;
    const { log, db, clock } = services;
    this.#book = new ProfileBook(services);
    const profileOf = options.profileOf ?? ((address: string) => this.#book.of(address));
    this.#services = services;
    this.#name = options.name ?? "gb26875";
    this.#livePermission = options.livePermission ?? "remote-monitoring.seat";
    this.limits = { ...standardLimits, ...options.limits };
    this.streams = new Streams(profileOf);
    this.#admission = new Admission(this.limits);
    this.#holders = new Holders(this.limits.silentMs, () => this.ticks());
    const now = () => this.now();
    const place = { databaseUrl, gateway: this.#name, log };
    this.#notes = new Notes({ ...place, now });
    this.#projector = new Projector({
      db,
      gateway: this.#name,
      log,
      profileOf,
      now: () => clock.now(),
      waiting: () => this.#writer.waiting,
      apply: (tx, signals, turn) => applySignals(tx, signals, services, turn),
      onApplied: (signals, fires) => metrics.signals.inc({ lane: fires ? "fire" : "other" }, signals),
      onParked: () => {
        this.#parked += 1;
        metrics.parked.inc();
      },
    });
    this.#writer = new Writer({
      ...place,
      now,
      onStored: (batch) => {
        metrics.stored.inc(batch.messages.length);
        const oldest = batch.messages[0]?.arrival.receivedAt;
        if (oldest !== undefined) metrics.commit.observe((this.now() - oldest) / 1000);
        this.#projector.stored(batch);
        for (const { id, arrival } of batch.messages)
          if (isAnswer(arrival.frame)) this.#downlink.answered(arrival.address, arrival.frame, uuidText(id));
      },
      onRepeated: (arrival) => {
        metrics.repeated.inc();
        if (isAnswer(arrival.frame)) this.#downlink.answered(arrival.address, arrival.frame, null);
        this.#projector.lives(arrival);
      },
      onRefused: (arrival, error) => this.#noteRefused(arrival, error),
      onRoom: () => this.#wakeAll(),
      onTurnedAway: () => metrics.turnedAway.inc(),
      onStoring: (storing, error) => this.#sayStoring(storing, error),
    });
    this.#downlink = new Downlink({
      now: () => clock.now(),
      wayTo: (address) => this.#holders.wayTo(address),
      ...(options.times ? { times: options.times } : {}),
    });
    this.#udp = new UdpSide(this);
    this.door = {
      sendCommand: (address, command) => this.#downlink.send(address, downCommandOf(command)),
      connectionOf: (address) => this.#holders.connectionOf(address),
      status: () => ({
        port: this.port,
        connections: this.#admission.open,
        deniedToday: this.#denied.day === clock.today() ? this.#denied.count : 0,
        storing: this.#writer.storing,
        trouble: this.#trouble,
      }),
      messagesOf: (tx, address, before, limit, language) => messagesOf(tx, address, before, limit, profileOf(address), language),
      message: (tx, id, language) => message(tx, id, profileOf, language),
      unreadable,
    };
  }

  async start(): Promise<void> {
    await this.#book.read();
    await this.#makePartitions();
    await this.#notes.closeLeftovers(this.now());
    await this.#projector.adopt(0);
    const { config, log } = this.#services;
    const accept = (socket: Socket, transport: Transport) => this.#accept(socket, transport);
    const tcp = await listenTcp(config.gb26875Port, config, this.limits, log, accept);
    await this.#udp.listen(tcp.port, config.host);
    const tls = await listenTls(config, this.limits, log, accept);
    this.#listeners = tls ? [tcp, tls] : [tcp];
    this.port = tcp.port;
    this.tlsPort = tls?.port ?? null;
    metrics.storing.set(1);
    this.#disconnect = connectGateway(this.door);
    this.#timers.push(
      setInterval(() => this.#sweep(), SWEEP_MS),
      setInterval(() => void this.#makePartitions(), HOUR_MS),
    );
  }

  // ---- what sessions and the UDP side ask

  now(): number {
    return this.#services.clock.now().getTime();
  }

  ticks(): number {
    return performance.now();
  }

  arrived(arrival: Arrival): void {
    const { frame, address } = arrival;
    this.#writer.add(arrival);
    this.#holders.heard(arrival);
    if (frame.profile !== undefined && asksForTime(frame)) this.#downlink.tellTime(address);
  }

  unreadable(found: Unreadable): void {
    metrics.unreadable.inc({ reason: found.reason }, found.pieces);
    if (found.reason === "bad-checksum") {
      const day = this.#services.clock.today();
      this.#denied = { day, count: this.#denied.day === day ? this.#denied.count + 1 : 1 };
    }
    this.#notes.unreadable(found, this.now());
  }

  /** Newest wins: a half-open connection must not keep a device from speaking, and two devices with one address must be seen. */
  claimed(session: Session, address: string): void {
    const rival = this.#holders.rivalOf(session, address);
    if (rival) {
      this.#duplicates += 1;
      metrics.duplicates.inc();
      this.#sayLive("gateway.duplicate-address", { address, peers: [rival.peer, session.peer] });
      rival.close("replaced");
    }
    if (session.address !== address) return;
    const { id, peer, transport, openedAt } = session;
    this.#notes.opened({ id, address, peer, transport, openedAt, claimedFrom: rival?.peer ?? null });
  }

  closed(session: Session, why: CloseReason): void {
    this.#sessions.delete(session);
    this.#waiting.delete(session);
    this.#admission.leave(session.host);
    metrics.closed.inc({ reason: why });
    this.#holders.release(session);
    const { id, frames, bytes } = session;
    if (session.address !== null) this.#notes.closed({ id, closedAt: this.now(), why, frames, bytes });
  }

  get isFull(): boolean {
    return this.#writer.isFull;
  }

  wait(session: Session): void {
    this.#waiting.add(session);
  }

  knows(address: string): boolean {
    return this.#writer.knows(address);
  }

  droppedDatagram(): void {
    metrics.refused.inc({ reason: "too-fast-datagrams" });
  }

  // ---- what the outside asks

  status(): GatewayStatus {
    const { stored, fires, repeated, turnedAway } = this.#writer.counts;
    const lag = this.#projector.lag(this.now());
    return {
      storing: this.#writer.storing,
      trouble: this.#trouble,
      connections: this.#admission.open,
      addresses: this.#holders.size,
      stored,
      fires,
      repeated,
      turnedAway,
      waiting: this.#writer.waiting,
      unreadable: Object.fromEntries(this.#notes.counts.byReason),
      duplicateAddresses: this.#duplicates,
      projection: { lagMs: lag.ms, waiting: lag.messages, parked: this.#parked },
      commands: { ...this.#downlink.counts },
    };
  }

  async stop(): Promise<void> {
    this.#disconnect();
    for (const timer of this.#timers) clearInterval(timer);
    for (const listener of this.#listeners) listener.close();
    const orderly = async () => {
      await this.#writer.stop();
      for (const session of this.#sessions) session.close("stop");
      await this.#udp.close();
      this.#downlink.stop();
      await Promise.all([this.#projector.stop(), this.#book.stop()]);
    };
    await Promise.race([orderly(), new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS).unref())]);
    for (const session of this.#sessions) session.destroy();
    await Promise.race([this.#notes.stop(), new Promise((resolve) => setTimeout(resolve, 400).unref())]);
  }

  // ---- inside

  #accept(socket: Socket, transport: Transport): void {
    const host = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
    const refused = this.#admission.enter(host, this.ticks());
    if (refused) {
      metrics.refused.inc({ reason: refused });
      socket.destroy();
      return;
    }
    this.#sessions.add(new Session(socket, transport, this));
  }

  #wakeAll(): void {
    const sessions = [...this.#waiting];
    this.#waiting.clear();
    for (const session of sessions) session.wake();
  }

  #sweep(): void {
    const ticks = this.ticks();
    const now = this.now();
    for (const session of this.#sessions) if (!this.#waiting.has(session)) session.check(ticks);
    this.#admission.sweep(ticks);
    this.#udp.sweep(ticks);
    this.#writer.sweep(now);
    this.#downlink.sweep(now);
    this.#holders.sweep();
    const lag = this.#projector.lag(now);
    metrics.connections.set(this.#admission.open);
    metrics.waiting.set(this.#writer.waiting);
    metrics.lagMs.set(lag.ms);
    metrics.lagMessages.set(lag.messages);
  }

  async #makePartitions(): Promise<void> {
    const { db, clock, log } = this.#services;
    try {
      await sql`select gateway.make_partitions(${dayOf(clock.now())}::date, ${PARTITION_DAYS})`.execute(db);
      await sql`delete from gateway.unreadable where at < now() - ${KEEP_NOTES}::interval`.execute(db);
      await sql`delete from gateway.connection where closed_at < now() - ${KEEP_NOTES}::interval`.execute(db);
    } catch (error) {
      log.warn({ err: error }, "gateway partitions");
    }
  }

  #noteRefused({ line, address, bytes }: Arrival, error: Error): void {
    const host = line.peer.slice(0, line.peer.lastIndexOf(":"));
    const why = { reason: "storage", detail: error.message, byteOffset: null };
    this.unreadable({ ...why, peer: line.peer, host, transport: line.transport, address, bytes, byteCount: bytes.length, pieces: 1 });
  }

  #sayStoring(storing: boolean, error: Error | null): void {
    metrics.storing.set(storing ? 1 : 0);
    this.#trouble = storing ? null : troubleOf(error);
    this.#sayLive("gateway", { storing, trouble: this.#trouble });
  }

  /** Best effort: while the database is away screens learn it from `/readyz` and `status()`. */
  #sayLive(topic: string, data: Readonly<Record<string, unknown>>): void {
    const message = { topic, area: null, permission: this.#livePermission, data };
    asWorker(this.#services.db, (tx) => pushLive(tx, message)).catch((error: unknown) =>
      this.#services.log.debug({ err: error, topic }, "live feed"),
    );
  }
}
