/**
 * From the last byte on the socket to the painted row on the duty seat in a real browser, one alarm after the other, while a thousand
 * other transmitters keep the gateway busy.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext } from "playwright-core";
import { runSimulation, type SimulationReport } from "../simulator/simulation.ts";
import { signIn, visit } from "../stage/browser.ts";
import { type Component, type DemoCity, Panel, status } from "../stage/panel.ts";
import type { Server } from "../stage/server.ts";
import { type Figure, percentile } from "./figure.ts";

const BUDGET_MS = 250;
const BEHIND_PER_SECOND = 5_000;
const TRANSMITTERS = 1_000;
const WARM_UP_MS = 4_000;
const BETWEEN_MS = 150;
const OPENED_MS = 6_000;
const SEEN_WITHIN_MS = 10_000;
/** Alarms before the load, on the same seat. */
const ALONE = 20;
const FLOOR = `${ALONE} alarms; the page is drawn by the processor where there is no graphics card`;

type Alarm = { readonly address: string; readonly component: Component };

/** One point of each of `count` fire compartments, round the units, so that none joins the alarm before it. */
export function separateAlarms(city: DemoCity, count: number): readonly Alarm[] {
  const places = new Map<string, Alarm>();
  for (const component of city.components) {
    const place = `${component.unit} ${component.building} ${component.floor} ${component.zone}`;
    if (component.componentType === 40 && !places.has(place)) places.set(place, { address: component.address, component });
  }
  const perUnit = new Map<string, number>();
  const turn = [...places.values()].map((alarm) => {
    const nth = perUnit.get(alarm.component.unit) ?? 0;
    perUnit.set(alarm.component.unit, nth + 1);
    return { alarm, nth };
  });
  return turn
    .sort((a, b) => a.nth - b.nth)
    .slice(0, count)
    .map(({ alarm }) => alarm);
}

export async function benchAlarmToBrowser(
  browser: Browser,
  server: Server,
  city: DemoCity,
  { alarms = 120, behindPerSecond = BEHIND_PER_SECOND }: { readonly alarms?: number; readonly behindPerSecond?: number } = {},
): Promise<readonly Figure[]> {
  const { page, context } = await visit(browser, server, { size: { width: 1920, height: 1080 } });
  await signIn(page, "zhouhaiyan");
  await page.getByText("实时连接正常").waitFor();
  await page.locator(".map-canvas[aria-busy=false]").waitFor();
  const painted: number[] = [];
  await page.exposeFunction("suirenPainted", (at: number) => void painted.push(at));
  await page.evaluate(watchRows);

  const stop = new AbortController();
  const heard = await listen(server, await cookiesOf(context), stop.signal);
  const [opened, ...others] = separateAlarms(city, ALONE + alarms + 1);
  if (opened) await openOnSeat(server, opened);
  const alone = await raise(server, others.slice(0, ALONE), { painted, heard });
  const load = { transmitters: TRANSMITTERS, rate: behindPerSecond, scenario: "busy", port: server.gb26875Port, seconds: 600 } as const;
  const behind = runSimulation({ ...load, window: 8, signal: stop.signal, settleSeconds: 5 });
  await sleep(WARM_UP_MS);
  const busy = await raise(server, others.slice(ALONE), { painted, heard });
  stop.abort();
  const report = await behind;
  await context.close();
  return figuresOf({ ...busy, alone: alone.waits, report });
}

type Seen = { readonly painted: readonly number[]; readonly heard: readonly number[] };

/** One alarm after the other, each seen before the next is sent. */
async function raise(server: Server, alarms: readonly Alarm[], { painted, heard }: Seen) {
  const waits: number[] = [];
  const fed: number[] = [];
  let lost = 0;
  for (const { address, component } of alarms) {
    const [before, heardBefore] = [painted.length, heard.length];
    const panel = await Panel.open(server.gb26875Port, address);
    const sentAt = await panel.report(component, status.fire);
    const at = await nextOf(painted, before);
    if (at === null) lost += 1;
    else waits.push(at - sentAt);
    fed.push((heard[heardBefore] ?? Number.NaN) - sentAt);
    panel.close();
    await sleep(BETWEEN_MS);
  }
  return { waits, fed, lost };
}

/** The seat is at work: one alarm stands open, with its detail, plan and map, and its first drawing is not what is measured. */
async function openOnSeat(server: Server, { address, component }: Alarm): Promise<void> {
  const panel = await Panel.open(server.gb26875Port, address);
  await panel.report(component, status.fire);
  panel.close();
  await sleep(OPENED_MS);
}

const cookiesOf = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

/** The live feed without a browser behind it: when each fire alarm was told. */
async function listen(server: Server, cookie: string, signal: AbortSignal): Promise<readonly number[]> {
  const heard: number[] = [];
  const response = await fetch(`${server.origin}/api/v1/live`, { headers: { cookie, accept: "text/event-stream" }, signal });
  if (!response.ok || !response.body) throw new Error(`the live feed answered ${response.status}`);
  const follow = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const piece of body) {
      const told = decoder.decode(piece, { stream: true }).match(/^event: ?fire\.alarm/gm)?.length ?? 0;
      const now = Date.now();
      for (let n = 0; n < told; n++) heard.push(now);
    }
  };
  follow(response.body).catch(() => undefined); // ends with the signal
  return heard;
}

/** Runs in the page: tells when a row it has not seen was painted. */
function watchRows(): void {
  const known = new Set<string>();
  const look = (): void => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-alarm].seat-row-fire")].map((row) => row.dataset.alarm ?? "");
    const fresh = rows.filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    if (fresh.length > 0)
      requestAnimationFrame(() => {
        const channel = new MessageChannel(); // a task after the frame: the row is on the screen
        channel.port1.onmessage = () => {
          for (const _ of fresh) (globalThis as unknown as { suirenPainted(at: number): void }).suirenPainted(Date.now());
        };
        channel.port2.postMessage(null);
      });
  };
  look();
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

async function nextOf(painted: readonly number[], before: number): Promise<number | null> {
  const until = Date.now() + SEEN_WITHIN_MS;
  while (Date.now() < until) {
    const at = painted[before];
    if (at !== undefined) return at;
    await sleep(5);
  }
  return null;
}

type Outcome = {
  readonly alone: readonly number[];
  readonly waits: readonly number[];
  readonly fed: readonly number[];
  readonly lost: number;
  readonly report: SimulationReport;
};

function figuresOf({ waits, fed, lost, alone, report }: Outcome): readonly Figure[] {
  const note = `${waits.length} alarms, ${report.acknowledgedPerSecond.toLocaleString("en-US")} messages/s acknowledged behind them`;
  return [
    { name: "alarm: last byte → painted in the browser, p99", value: percentile(waits, 0.99), unit: "ms", budget: BUDGET_MS, note },
    { name: "the same, p50", value: percentile(waits, 0.5), unit: "ms", budget: null, note: "" },
    { name: "of it: last byte → told on the live feed, p99", value: percentile(fed, 0.99), unit: "ms", budget: null, note: "" },
    { name: "the same, p50", value: percentile(fed, 0.5), unit: "ms", budget: null, note: "" },
    { name: "with nothing behind, painted, p50", value: percentile(alone, 0.5), unit: "ms", budget: null, note: FLOOR },
    { name: "the same, slowest", value: Math.max(...alone), unit: "ms", budget: null, note: "" },
    { name: "alarms never seen", value: lost, unit: "", budget: 0, note: `within ${SEEN_WITHIN_MS / 1000} s` },
    {
      name: "messages lost behind them",
      value: report.lost,
      unit: "",
      budget: 0,
      note: `p99 of their acknowledgement ${report.latencyMs.p99} ms`,
    },
  ];
}
