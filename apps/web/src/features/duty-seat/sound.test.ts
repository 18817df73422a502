/** What the seat says of its sound is what the browser does with it. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { allowSound, soundAllowed, watchSound } from "./sound.ts";

let device: Device;
class Device {
  state: "suspended" | "running" | "interrupted" = "suspended";
  onstatechange: (() => void) | null = null;
  constructor() {
    device = this;
  }
  become(state: Device["state"]) {
    this.state = state;
    this.onstatechange?.();
  }
  resume() {
    if (this.state === "interrupted") return Promise.reject(new Error("a call is going on"));
    this.become("running");
    return Promise.resolve();
  }
}
beforeAll(() => void vi.stubGlobal("AudioContext", Device));
afterAll(() => void vi.unstubAllGlobals());

it("follows the browser when it takes the sound away, and comes back at the next touch", async () => {
  const said: boolean[] = [];
  const end = watchSound(() => said.push(soundAllowed()));
  await allowSound();
  device.become("suspended");
  device.become("interrupted");
  await allowSound(); // a touch during a call
  expect(soundAllowed()).toBe(false);
  device.become("suspended");
  await allowSound();
  expect(said).toEqual([true, false, false, false, true]);
  end();
  device.become("suspended");
  expect(said).toHaveLength(5);
});
