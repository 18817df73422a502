/**
 * From the last byte on the socket to the painted row on the duty seat in a real browser, one alarm after the other, while a thousand
 * other transmitters keep the gateway busy.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
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
const SEEN_WITHIN_MS = 10_000;

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
  { alarms = 120 }: { readonly alarms?: number } = {},
): Promise<readonly Figure[]> {
  const { page, context } = await visit(browser, server, { size: { width: 1920, height: 1080 } });
  await signIn(page, "zhouhaiyan");
  await page.getByText("实时连接正常").waitFor();
  const painted: number[] = [];
  await page.exposeFunction("suirenPainted", (at: number) => void painted.push(at));
  await page.evaluate(watchRows);

  const stop = new AbortController();
  const load = { transmitters: TRANSMITTERS, rate: BEHIND_PER_SECOND, scenario: "busy", port: server.gb26875Port, seconds: 600 } as const;
  const behind = runSimulation({ ...load, window: 8, signal: stop.signal, settleSeconds: 5 });
  await sleep(WARM_UP_MS);
  const waits: number[] = [];
  let lost = 0;
  for (const { address, component } of separateAlarms(city, alarms)) {
    const before = painted.length;
    const panel = await Panel.open(server.gb26875Port, address);
    const sentAt = await panel.report(component, status.fire);
    const at = await nextOf(painted, before);
    if (at === null) lost += 1;
    else waits.push(at - sentAt);
    panel.close();
    await sleep(BETWEEN_MS);
  }
  stop.abort();
  const report = await behind;
  await context.close();
  return figuresOf(waits, lost, report);
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

function figuresOf(waits: readonly number[], lost: number, report: SimulationReport): readonly Figure[] {
  const note = `${waits.length} alarms, ${report.acknowledgedPerSecond.toLocaleString("en-US")} messages/s acknowledged behind them`;
  return [
    { name: "alarm: last byte → painted in the browser, p99", value: percentile(waits, 0.99), unit: "ms", budget: BUDGET_MS, note },
    { name: "the same, p50", value: percentile(waits, 0.5), unit: "ms", budget: null, note: "" },
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
