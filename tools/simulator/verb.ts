/** `suiren simulate`: the simulator on the command line. */
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { withDatabase } from "../../apps/server/src/verbs/database.ts";
import { type FirePoints, type ScenarioName, scenarioNames, usualPoints } from "./scenarios.ts";
import { isLoopbackHost, runSimulation, type SimulationReport } from "./simulation.ts";

const USAGE = `suiren simulate [--transmitters 100] [--rate 50] [--scenario ${scenarioNames.join("|")}] [--seconds 60]
  [--host 127.0.0.1] [--port 26875] [--udp] [--seed 1] [--window 4] [--json] [--addresses-from demo]`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Cast = { readonly addresses: readonly string[]; readonly points: FirePoints };

/** Registered transmitters of the demonstration city, those of buildings with floor plans first. */
async function demoCast(transmitters: number): Promise<Cast> {
  return withDatabase(async (db) => {
    const devices = await sql<{ address: string }>`select d.address from facilities.v_device d
      where d.demo and d.in_use and d.address ~ '^[0-9a-f]{12}$'
      order by exists (select from facilities.component c where c.address = d.address and c.plan_x is not null) desc, d.address limit ${transmitters}`.execute(
      db,
    );
    const addresses = devices.rows.map(({ address }) => address);
    const points = await sql<{ componentType: number; componentAddress: number; zone: string | null }>`
      select component_type, component_address, coalesce(floor::text, '') || '/' || coalesce(zone, '') as zone from facilities.v_component
      where address = ${addresses[0] ?? ""} order by component_address`.execute(db);
    return { addresses, points: pointsOf(points.rows) };
  });
}

type Point = { readonly componentType: number; readonly componentAddress: number; readonly zone: string | null };
const isDetector = ({ componentType }: Point): boolean => componentType >= 25 && componentType < 80;

/** Two detectors of one zone, a button and a pump; usual addresses for what the unit does not have. */
export function pointsOf(points: readonly Point[]): FirePoints {
  const detectors = points.filter(isDetector);
  const first = detectors.find((each) => detectors.some((other) => other !== each && other.zone === each.zone)) ?? detectors[0];
  const second = detectors.find((each) => each !== first && each.zone === first?.zone);
  const of = (...types: readonly number[]) => points.find(({ componentType }) => types.includes(componentType))?.componentAddress;
  return {
    firstDetector: first?.componentAddress ?? usualPoints.firstDetector,
    secondDetector: second?.componentAddress ?? usualPoints.secondDetector,
    button: of(23, 24) ?? usualPoints.button,
    pump: of(91, 95) ?? usualPoints.pump,
  };
}

/** @returns 0 when every upload was acknowledged, 1 when some were lost, 2 for arguments that make no sense */
export async function simulateVerb(argv: readonly string[]): Promise<number> {
  const options = read(argv);
  if (typeof options === "string") {
    say(options);
    return 2;
  }
  const { cast, json, ...rest } = options;
  const from = cast === "demo" ? await demoCast(rest.transmitters) : null;
  if (from && from.addresses.length === 0 && argv.includes("--addresses-from")) {
    say("数据库里没有演示设备：先用 npm start 启动演示城市。No demonstration transmitters in this database: run npm start first.");
    return 2;
  }
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const report = await runSimulation({
    ...rest,
    ...(from && from.addresses.length > 0
      ? { addresses: from.addresses, points: from.points, transmitters: Math.min(rest.transmitters, from.addresses.length) }
      : {}),
    signal: stop.signal,
    ...(json ? {} : { onReady: (connected) => say(`${connected} / ${rest.transmitters} 台已连接 connected`) }),
  });
  say(json ? JSON.stringify(report, null, 2) : words(report));
  return report.lost === 0 && report.acknowledged > 0 ? 0 : 1;
}

const defaults = {
  transmitters: { type: "string", default: "100" },
  rate: { type: "string", default: "50" },
  scenario: { type: "string", default: "busy" },
  seconds: { type: "string", default: "60" },
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: process.env.SUIREN_GB26875_PORT ?? "26875" },
  udp: { type: "boolean", default: false },
  seed: { type: "string", default: "1" },
  window: { type: "string", default: "4" },
  json: { type: "boolean", default: false },
  "addresses-from": { type: "string", default: "" },
  help: { type: "boolean", default: false },
} as const;

type Arguments = {
  readonly transmitters: number;
  readonly rate: number;
  readonly scenario: ScenarioName;
  readonly seconds: number;
  readonly host: string;
  readonly port: number;
  readonly udp: boolean;
  readonly seed: number;
  readonly window: number;
  readonly json: boolean;
  readonly cast: "demo" | null;
};

/** The options, or one sentence about what is wrong with them. */
export function read(argv: readonly string[]): Arguments | string {
  let values: Readonly<Record<keyof typeof defaults, string | boolean>>;
  try {
    values = parseArgs({ args: [...argv], options: defaults, strict: true }).values as typeof values;
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
  if (values.help === true) return USAGE;
  const host = String(values.host);
  if (!isLoopbackHost(host))
    return `只向本机发送：模拟的警情不能进入有人值守的中心（${host}）。Simulated alarms go to this machine only, not to ${host}.`;
  const scenario = scenarioNames.find((name) => name === values.scenario);
  if (!scenario) return `没有场景 ${values.scenario}。Scenarios: ${scenarioNames.join(", ")}`;
  const bounds = { transmitters: 20_000, rate: 100_000, seconds: 86_400, port: 65_535, seed: 0xffffffff, window: 64 } as const;
  const numbers: Record<string, number> = {};
  for (const [name, most] of Object.entries(bounds)) {
    const value = Number(values[name as keyof typeof bounds]);
    if (!Number.isFinite(value) || value < 1 || value > most) return `--${name}：1 至 ${most}。Between 1 and ${most}.`;
    numbers[name] = value;
  }
  const cast = values["addresses-from"] || (values.scenario === "fire" ? "demo" : "");
  if (cast !== "" && cast !== "demo") return "--addresses-from 只能是 demo。Only demo is known.";
  const { transmitters = 1, rate = 1, seconds = 1, port = 1, seed = 1, window = 1 } = numbers;
  return {
    ...{ transmitters: Math.round(transmitters), rate, scenario, seconds, host, port, seed, window },
    udp: values.udp === true,
    json: values.json === true,
    cast: cast === "demo" ? "demo" : null,
  };
}

const words = (r: SimulationReport): string =>
  [
    `场景 ${r.scenario}，种子 ${r.seed}，${r.transmitters} 台，${r.seconds} 秒`,
    `发送 sent ${r.sent}，确认 acknowledged ${r.acknowledged}（${r.acknowledgedPerSecond}/s），丢失 lost ${r.lost}，否认 denied ${r.denied}`,
    `重发 retransmitted ${r.retransmitted}，重连 reconnects ${r.reconnects}，多余的确认 unexpected ${r.unexpected}`,
    `时延 latency ms：p50 ${r.latencyMs.p50}，p90 ${r.latencyMs.p90}，p99 ${r.latencyMs.p99}，max ${r.latencyMs.max}`,
  ].join("\n");
