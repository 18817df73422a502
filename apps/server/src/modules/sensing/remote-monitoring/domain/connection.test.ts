import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GatewayPulse, goesOffline, pulseAt, silenceLimitMs } from "./connection.ts";

const SETTING = 180;

describe("online and offline", () => {
  it("waits for twice the heartbeat, and at least the set time", () => {
    expect(silenceLimitMs(30, SETTING)).toBe(180_000);
    expect(silenceLimitMs(300, SETTING)).toBe(600_000);
  });

  it("does not turn everything offline when the gateway comes back from an outage", () => {
    const device = { online: true, lastMessageAt: 0, heartbeatSeconds: 60 };
    const back = pulseAt({ at: 10_000, since: 0 }, 3_600_000);
    expect(back.since).toBe(3_600_000);
    expect(goesOffline(device, back, 3_601_000, SETTING)).toBe(false);
    expect(goesOffline(device, { ...back, at: 3_781_000 }, 3_781_000, SETTING)).toBe(true);
  });

  it("judges nothing while the gateway is away", () => {
    const device = { online: true, lastMessageAt: 0, heartbeatSeconds: 60 };
    expect(goesOffline(device, { at: 0, since: 0 }, 1_000_000, SETTING)).toBe(false);
    expect(goesOffline(device, null, 1_000_000, SETTING)).toBe(false);
  });

  /** Looks at every past second anew instead of keeping a state: slow, and hard to get wrong. */
  function oracle(second: number, messages: ReadonlySet<number>, up: (s: number) => boolean, limitSeconds: number): boolean {
    let online = false;
    let silent = 0;
    let down = 0;
    for (let s = 0; s <= second; s++) {
      if (!up(s)) {
        down += 1;
        continue;
      }
      if (down + 1 > 15)
        silent = -1; // this second is the first of a new count
      else silent += down;
      down = 0;
      if (messages.has(s)) {
        online = true;
        silent = 0;
      } else silent += 1;
      if (silent > limitSeconds) online = false;
    }
    return online;
  }

  it("agrees with an oracle that recounts every second, through messages and outages of the gateway", () => {
    const scene = fc.record({
      messages: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }),
      outages: fc.array(fc.tuple(fc.integer({ min: 1, max: 380 }), fc.integer({ min: 1, max: 60 })), { maxLength: 3 }),
      heartbeat: fc.integer({ min: 5, max: 60 }),
      setting: fc.integer({ min: 10, max: 90 }),
    });
    fc.assert(
      fc.property(scene, ({ messages, outages, heartbeat, setting }) => {
        const up = (s: number) => !outages.some(([from, length]) => s >= from && s < from + length);
        const heard = new Set(messages.filter(up));
        let gateway: GatewayPulse | null = null;
        let device = { online: false, lastMessageAt: 0, heartbeatSeconds: heartbeat };
        for (let s = 0; s <= 400; s++) {
          if (up(s)) gateway = pulseAt(gateway, s * 1_000);
          if (heard.has(s)) device = { ...device, online: true, lastMessageAt: s * 1_000 };
          if (up(s) && goesOffline(device, gateway, s * 1_000, setting)) device = { ...device, online: false };
          if (!up(s)) continue;
          if (device.online !== oracle(s, heard, up, silenceLimitMs(heartbeat, setting) / 1_000)) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
  });
});
