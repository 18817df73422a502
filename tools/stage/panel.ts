/** A panel of the demonstration city, speaking GB/T 26875.3 over a real socket through its transmitter. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { encodeFrame, FrameStream } from "@suiren/gb26875";
import { loadBoundary, loadDivisions } from "../../apps/server/src/modules/ground/organizations/data/divisions.ts";
import { shapesOf } from "../../apps/server/src/modules/ground/organizations/domain/boundary.ts";
import { type DemoCity, generateDemoCity } from "../../apps/server/src/modules/ground/places/demo/city.ts";

export type { DemoCity } from "../../apps/server/src/modules/ground/places/demo/city.ts";
export type Component = DemoCity["components"][number];

const CITY = "330800";
const CENTRE = "000000000000";
const UPLOAD = 2;
const COMPONENT_STATE = 2;
const ACKNOWLEDGED = 3;
const ACKNOWLEDGED_WITHIN_MS = 10_000;

/** Bits of 部件状态 (GB/T 26875.3 table 6). */
export const status = { fire: 0x02, fault: 0x04, shielded: 0x08, supervised: 0x10, started: 0x20 } as const;

/** The city a server plants on its first start, by the same seed. */
export async function demoCity(): Promise<DemoCity> {
  const [divisions, boundary] = [await loadDivisions(CITY), shapesOf(await loadBoundary(CITY))];
  return generateDemoCity({ divisions, boundary, seed: Number(CITY) });
}

/** What is connected in a unit, smoke detectors first where asked for. @throws when the city has no such networked unit */
export function componentsOf(city: DemoCity, unitName: string): { readonly address: string; readonly components: readonly Component[] } {
  const unit = city.units.find(({ name }) => name === unitName);
  const transmitter = city.transmitters.find((each) => each.unit === unit?.key);
  if (!unit || !transmitter) throw new Error(`no networked unit ${unitName}`);
  return { address: transmitter.address, components: city.components.filter((each) => each.transmitter === transmitter.key) };
}

/** Two smoke detectors of one fire compartment: together they raise an alarm. @throws when there are none */
export function pairOfDetectors(components: readonly Component[]): readonly [Component, Component] {
  const smoke = components.filter((each) => each.componentType === 40);
  for (const first of smoke) {
    const second = smoke.find((each) => each !== first && each.floor === first.floor && each.zone === first.zone);
    if (second) return [first, second];
  }
  throw new Error("no two smoke detectors in one compartment");
}

const chinaTime = (at: Date): string => `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

export class Panel {
  readonly #socket: Socket;
  readonly #address: string;
  readonly #waiting = new Map<number, () => void>();
  #sequence = 0;

  private constructor(socket: Socket, address: string) {
    this.#socket = socket;
    this.#address = address;
    const stream = new FrameStream();
    socket.on("data", (chunk) => {
      for (const item of stream.push(chunk))
        if (item.kind === "frame" && item.frame.command === ACKNOWLEDGED) this.#waiting.get(item.frame.sequence)?.();
    });
    socket.on("error", () => undefined);
  }

  static async open(port: number, address: string): Promise<Panel> {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true });
    await once(socket, "connect");
    return new Panel(socket, address);
  }

  /** Reports a state of one component. @returns when the last byte was handed to the socket @throws when nobody acknowledges */
  async report(component: Component, state: number, at = new Date()): Promise<number> {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xffff;
    const time = chinaTime(at);
    const { systemType, systemAddress, componentType, componentAddress, description } = component;
    const frame = encodeFrame({
      sequence,
      command: UPLOAD,
      timestamp: time,
      source: { hex: this.#address },
      destination: { hex: CENTRE },
      adu: {
        type: COMPONENT_STATE,
        objects: [{ systemType, systemAddress, componentType, componentAddress, status: state, description, occurredAt: time }],
      },
    });
    const heard = new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no acknowledgement for ${this.#address}`)), ACKNOWLEDGED_WITHIN_MS);
      this.#waiting.set(sequence, () => {
        clearTimeout(limit);
        this.#waiting.delete(sequence);
        resolve();
      });
    });
    const sentAt = Date.now();
    this.#socket.write(frame);
    await heard;
    return sentAt;
  }

  close(): void {
    this.#socket.destroy();
  }
}
