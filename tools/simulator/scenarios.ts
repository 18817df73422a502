/** What simulated transmitters say. A scenario chooses the next upload of a transmitter; the choice depends on the seed alone. */
import type { AduInput } from "@suiren/gb26875";
import { type Template, template } from "./frames.ts";
import { type Random, randomOf } from "./random.ts";

export const scenarioNames = ["quiet", "busy", "storm", "fire", "dialects"] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** One upload to be: a template, and the component it speaks of. `silent`: the centre does not owe an acknowledgement. */
export type Upload = { readonly template: Template; readonly component: number | null; readonly silent?: boolean };

const NOW = "2026-01-01T00:00:00+08:00";
const FIRE = 2;
const FAULT = 4;
const NORMAL = 0;
const COMPONENT_AT = 5;
const COMPONENT_TIME_AT = 42;

/** 部件运行状态 of one component. */
const componentState = (componentType: number, status: number, description: string, systemType = 1): Template =>
  template(
    { type: 2, objects: [{ systemType, systemAddress: 1, componentType, componentAddress: 0, status, description, occurredAt: NOW }] },
    { times: [COMPONENT_TIME_AT], component: COMPONENT_AT },
  );

const analog = (componentType: number, analogType: number, rawValue: number): Template =>
  template(
    { type: 3, objects: [{ systemType: 11, systemAddress: 1, componentType, componentAddress: 0, analogType, rawValue, occurredAt: NOW }] },
    { times: [12], component: COMPONENT_AT },
  );

const deviceState = (status: number): Template => template({ type: 21, objects: [{ status, occurredAt: NOW }] }, { times: [3] });
export const dutyAnswer = template({ type: 24, objects: [{ operation: 0x20, operator: 1, occurredAt: NOW }] }, { times: [4] });
export const heartbeat = template(null);

const smoke = (status: number) => componentState(40, status, "二层走道感烟");
const normal = smoke(NORMAL);
const fire = smoke(FIRE);
const fault = smoke(FAULT);
const pump = componentState(91, 0x20, "消防泵房1号泵", 11);
const pressure = [42, 43, 44, 45, 46].map((rawValue) => analog(99, 4, rawValue));
const level = [310, 305, 298, 290].map((rawValue) => analog(92, 2, rawValue));
const system = template({ type: 1, objects: [{ systemType: 1, systemAddress: 1, status: 1, occurredAt: NOW }] }, { times: [6] });
const operation = template(
  { type: 4, objects: [{ systemType: 1, systemAddress: 1, operation: 1, operator: 3, occurredAt: NOW }] },
  { times: [6] },
);

const component = (random: Random): number => ((1 + random.integer(40)) << 16) | (1 + random.integer(8));
const of = (from: readonly Template[], random: Random): Template => from[random.integer(from.length)] ?? normal;

function quiet(random: Random): Upload {
  const die = random.integer(100);
  if (die < 88) return { template: heartbeat, component: null };
  if (die < 94) return { template: deviceState(1), component: null };
  return { template: of(pressure, random), component: 1 + random.integer(4) };
}

function busy(random: Random): Upload {
  const die = random.integer(100);
  if (die < 55) return { template: normal, component: component(random) };
  if (die < 70) return { template: of(pressure, random), component: 1 + random.integer(4) };
  if (die < 78) return { template: of(level, random), component: 5 };
  if (die < 84) return { template: system, component: null };
  if (die < 90) return { template: fault, component: component(random) };
  if (die < 93) return { template: pump, component: 1 };
  if (die < 95) return { template: operation, component: null };
  return { template: heartbeat, component: null };
}

/** One panel in twenty reports everything at once. */
function storm(random: Random, transmitter: number): Upload {
  if (transmitter % 20 !== 0) return busy(random);
  return { template: random.integer(3) === 0 ? fire : fault, component: component(random) };
}

const vendor = (profile: string, adu: AduInput | null, command = 2): Template => template(adu, { profile, command });
const detector = { systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 0x0002000a, description: "感烟", occurredAt: NOW };

/** What devices of each dialect are known to send. */
const dialects: readonly (readonly [profile: string, uploads: readonly Upload[]])[] = [
  [
    "dahua",
    [
      vendor("dahua", { type: 0, objects: [{ registration: "00".repeat(110) }] }, 0),
      vendor("dahua", null, 7),
      vendor("dahua", { type: 2, objects: [{ ...detector, status: 2 }] }),
    ],
  ],
  [
    "four-faith",
    [
      vendor("four-faith", null, 254),
      vendor("four-faith", { type: 2, objects: [{ ...detector, status: 2 }] }),
      vendor("four-faith", { type: 135, objects: [{ ...detector, status: 2 }] }),
    ],
  ],
  ["ei", [vendor("ei", null), vendor("ei", { type: 204, count: 1, rest: "0101000000" })]],
  ["anjisi", [vendor("anjisi", { type: 28, objects: [{ time: NOW }] }), vendor("anjisi", { type: 161, count: 1, rest: "010203" })]],
  ["fscn8001", [vendor("fscn8001", { type: 190, objects: [{ reserved: 0 }] })]],
  ["dgiot", [vendor("dgiot", { type: 22, raw: "16" }), vendor("dgiot", { type: 2, objects: [{ ...detector, status: 4 }] })]],
  ["tag-base", [vendor("tag-base", { type: 21, objects: [{ status: 1 }] })]],
].map(
  ([profile, templates]) => [profile as string, (templates as Template[]).map((each) => ({ template: each, component: null }))] as const,
);

function dialect(random: Random, transmitter: number): Upload {
  const [, uploads] = dialects[transmitter % dialects.length] ?? ["", []];
  return uploads[random.integer(uploads.length)] ?? { template: heartbeat, component: null };
}

/** Chooses uploads of one transmitter. */
export function chooser(scenario: ScenarioName, seed: number, transmitter: number): () => Upload {
  const random = randomOf(seed * 65_537 + transmitter);
  switch (scenario) {
    case "quiet":
    case "fire":
      return () => quiet(random);
    case "busy":
      return () => busy(random);
    case "storm":
      return () => storm(random, transmitter);
    case "dialects":
      return () => dialect(random, transmitter);
  }
}

/** Uploads that can be told apart: the component address counts up. For runs that compare what was acknowledged with what is stored. */
export function counting(): () => Upload {
  let count = 0;
  return () => ({ template: normal, component: count++ });
}

/** Points of a real unit for the story of a fire; zone and number as the components' addresses say. */
export type FirePoints = {
  readonly firstDetector: number;
  readonly secondDetector: number;
  readonly button: number;
  readonly pump: number;
};
export const usualPoints: FirePoints = { firstDetector: 0x0002000a, secondDetector: 0x0003000a, button: 0x0004000a, pump: 1 };

type Step = { readonly afterMs: number; readonly upload: Upload };

/** 火情: one detector, another of the same zone, a person at the button, the pump starts and reports back. */
export function fireStory(points: FirePoints): readonly Step[] {
  const at = (afterMs: number, from: Template, where: number): Step => ({ afterMs, upload: { template: from, component: where } });
  return [
    at(0, componentState(40, 0x10, "感烟预警"), points.firstDetector),
    at(4_000, componentState(40, FIRE, "感烟火警"), points.firstDetector),
    at(16_000, componentState(40, FIRE, "感烟火警"), points.secondDetector),
    at(25_000, componentState(23, FIRE, "手动报警按钮"), points.button),
    at(28_000, componentState(91, 0x20, "消防水泵启动", 11), points.pump),
    at(31_000, componentState(91, 0x60, "消防水泵反馈", 11), points.pump),
  ];
}
