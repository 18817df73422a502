/** A transmitter for tests: a real socket, frames out, frames in, and what it heard. */
import { createSocket } from "node:dgram";
import { connect, type Socket } from "node:net";
import { type AduInput, encodeFrame, type Frame, FrameStream } from "@suiren/gb26875";

export const CENTRE = "385b01000000";

export type Sent = {
  readonly sequence: number;
  readonly adu?: AduInput | null;
  readonly command?: number;
  readonly timestamp?: string;
  readonly profile?: string;
};

/** A frame of this device as bytes. */
export const frameOf = (address: string, { sequence, adu = null, command = 2, timestamp = "2026-03-18T14:30:20+08:00", profile }: Sent) =>
  encodeFrame({
    sequence,
    command,
    timestamp,
    source: { hex: address },
    destination: { hex: CENTRE },
    adu,
    ...(profile === undefined ? {} : { profile }),
  });

const detector = { systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 0x0002000a, description: "三层走道" };
const occurredAt = "2026-03-18T14:30:18+08:00";

/** A smoke detector's state; 2 is fire, 4 fault, 0 normal. */
export const state = (status: number, componentAddress = detector.componentAddress): AduInput => ({
  type: 2,
  objects: [{ ...detector, componentAddress, status, occurredAt }],
});

export class Device {
  readonly address: string;
  readonly heard: Frame[] = [];
  readonly #socket: Socket;
  readonly #stream = new FrameStream();
  #wake: () => void = () => {};
  isClosed = false;

  private constructor(address: string, socket: Socket) {
    this.address = address;
    this.#socket = socket;
    socket.on("data", (chunk) => {
      for (const item of this.#stream.push(chunk)) if (item.kind === "frame") this.heard.push(item.frame);
      this.#wake();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      this.isClosed = true;
      this.#wake();
    });
  }

  static connect(port: number, address: string): Promise<Device> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(new Device(address, socket)));
      socket.once("error", reject);
    });
  }

  send(sent: Sent): void {
    this.#socket.write(frameOf(this.address, sent));
  }

  raw(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Waits until `count` frames were heard, or the time is over. @returns whether they were */
  async hears(count: number, withinMs = 5_000): Promise<boolean> {
    return this.#until(() => this.heard.length >= count, withinMs);
  }

  async closes(withinMs = 5_000): Promise<boolean> {
    return this.#until(() => this.isClosed, withinMs);
  }

  close(): void {
    this.#socket.destroy();
  }

  async #until(isSo: () => boolean, withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    while (!isSo() && performance.now() < until)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(1, until - performance.now()));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    return isSo();
  }
}

/** Sends one datagram. @returns the frames that came back within `withinMs`, at most `count` */
export async function sendDatagram(port: number, datagram: Uint8Array, count: number, withinMs = 3_000): Promise<readonly Frame[]> {
  const socket = createSocket("udp4");
  const heard: Frame[] = [];
  const stream = new FrameStream();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, withinMs);
    socket.on("message", (bytes) => {
      for (const item of stream.push(bytes)) if (item.kind === "frame") heard.push(item.frame);
      if (heard.length < count) return;
      clearTimeout(timer);
      resolve();
    });
    socket.send(datagram, port, "127.0.0.1");
  });
  socket.close();
  return heard;
}
