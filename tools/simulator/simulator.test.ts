import { decodeFrame } from "@suiren/gb26875";
import { describe, expect, it } from "vitest";
import { instance, WireClock } from "./frames.ts";
import { Latencies } from "./latency.ts";
import { chooser, fireStory, scenarioNames, usualPoints } from "./scenarios.ts";
import { runSimulation } from "./simulation.ts";
import { pointsOf, read } from "./verb.ts";

const clock = new WireClock();
const now = Date.parse("2026-03-18T06:30:20Z");

describe("what the simulator sends", () => {
  it.each(scenarioNames)("every upload of %s is a sound frame with its own source, sequence and time", (scenario) => {
    for (let transmitter = 0; transmitter < 40; transmitter++) {
      const choose = chooser(scenario, 7, transmitter);
      for (let n = 0; n < 25; n++) {
        const { template, component } = choose();
        const bytes = instance(template, Buffer.from("ee0000000001", "hex"), n, clock.at(now), component);
        const result = decodeFrame(bytes);
        expect(result.ok).toBe(true);
        if (result.ok) expect(result.frame).toMatchObject({ sequence: n, source: { hex: "ee0000000001" } });
      }
    }
  });

  it("patched times and components are read back", () => {
    const [, fire] = fireStory(usualPoints);
    if (!fire) throw new Error("a story without a fire");
    const bytes = instance(fire.upload.template, Buffer.from("ee0000000001", "hex"), 3, clock.at(now), fire.upload.component);
    expect(decodeFrame(bytes)).toMatchObject({
      ok: true,
      frame: {
        timestamp: "2026-03-18T14:30:20+08:00",
        adu: { objects: [{ componentAddress: usualPoints.firstDetector, occurredAt: "2026-03-18T14:30:20+08:00", flags: { fire: true } }] },
      },
    });
  });

  it("the same seed tells the same story", () => {
    const told = (seed: number) => {
      const choose = chooser("busy", seed, 3);
      return Array.from({ length: 50 }, () => choose().component);
    };
    expect(told(5)).toEqual(told(5));
    expect(told(5)).not.toEqual(told(6));
  });
});

it("a host that is not this machine is refused, on the command line and in the program", async () => {
  expect(read(["--host", "10.1.2.3"])).toMatch(/只向本机发送/);
  await expect(runSimulation({ transmitters: 1, rate: 1, scenario: "quiet", host: "10.1.2.3", port: 1, seconds: 1 })).rejects.toThrow(
    RangeError,
  );
});

it("arguments that make no sense are answered with a sentence", () => {
  expect(read(["--transmitters", "0"])).toMatch(/--transmitters/);
  expect(read(["--scenario", "war"])).toMatch(/war/);
  expect(read(["--nonsense"])).toMatch(/suiren simulate/);
  expect(read(["--transmitters", "5", "--scenario", "fire", "--json"])).toMatchObject({ transmitters: 5, scenario: "fire", json: true });
});

it("percentiles are those of the noted times", () => {
  const latencies = new Latencies();
  for (let ms = 1; ms <= 1_000; ms++) latencies.note(ms - 0.05);
  expect(latencies.percentiles()).toEqual({ p50: 500, p90: 900, p99: 990, max: 1_000 });
  expect(new Latencies().percentiles()).toEqual({ p50: 0, p90: 0, p99: 0, max: 0 });
});

it("the story of a fire takes two detectors of one zone where the unit has them", () => {
  const point = (componentType: number, componentAddress: number, zone: string | null) => ({ componentType, componentAddress, zone });
  const found = pointsOf([point(40, 1, "A"), point(40, 2, "B"), point(40, 3, "B"), point(23, 4, "B"), point(91, 5, null)]);
  expect(found).toEqual({ firstDetector: 2, secondDetector: 3, button: 4, pump: 5 });
});
