/** A few minutes of a city: a fire two detectors agree on, what else waits below it, and all other devices at rest. All of it real frames. */
import type { Browser } from "playwright-core";
import { runSimulation } from "../simulator/simulation.ts";
import { signIn, visit } from "../stage/browser.ts";
import { type Component, componentsOf, type DemoCity, Panel, pairOfDetectors, status } from "../stage/panel.ts";
import type { Server } from "../stage/server.ts";

const FIRE_UNIT = "东风商厦";
/** What the other panels have to say, one each. */
const OTHERS = [
  status.fire,
  status.supervised,
  status.supervised,
  status.started,
  status.started,
  status.shielded,
  status.fault,
  status.fault,
  status.fault,
  status.fault,
  status.fault,
] as const;
/** Messages a second of the devices at rest. */
const MURMUR = 7;

/** Tells the story. @returns how to end it: until then every device stays connected */
export async function liveCity(city: DemoCity, { gb26875Port: port }: Server): Promise<() => Promise<void>> {
  const panels: Panel[] = [];
  const say = async (address: string, reports: readonly (readonly [Component, number])[]): Promise<void> => {
    const panel = await Panel.open(port, address);
    panels.push(panel);
    for (const [component, state] of reports) await panel.report(component, state);
  };
  const others = otherPanels(city);
  const { address, components } = componentsOf(city, FIRE_UNIT);
  const talking = new Set([address, ...others.map((each) => each.address)]);
  const addresses = city.transmitters.map((each) => each.address).filter((each) => !talking.has(each));
  const stop = new AbortController();
  const rest = { transmitters: addresses.length, addresses, rate: MURMUR, scenario: "quiet", seconds: 3_600, settleSeconds: 0 } as const;
  const murmur = runSimulation({ ...rest, port, signal: stop.signal });
  for (const [index, each] of others.entries()) {
    const component = each.components[(index * 7) % each.components.length];
    const state = OTHERS[index];
    if (component && state !== undefined) await say(each.address, [[component, state]]);
  }
  const [first, second] = pairOfDetectors(components.filter(({ floor, zone }) => floor === 3 && zone === "B"));
  await say(address, [
    [first, status.fire],
    [first, status.fire],
    [second, status.fire],
  ]);
  return async () => {
    stop.abort();
    for (const panel of panels) panel.close();
    await murmur;
  };
}

const otherPanels = (city: DemoCity) =>
  city.units
    .filter(({ name, networked }) => networked && name !== FIRE_UNIT)
    .slice(0, OTHERS.length)
    .map(({ name }) => componentsOf(city, name));

/** The officer takes the shift and the fire, and has the control room look: what a seat looks like at work. */
export async function manTheSeat(browser: Browser, server: Server): Promise<void> {
  const { page, context } = await visit(browser, server, { size: { width: 1920, height: 1080 } });
  await signIn(page, "zhouhaiyan");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "接班", exact: true }).click();
  await dialog.getByLabel(/^带班/).fill("吴志刚");
  await dialog.getByRole("button", { name: "接班", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.locator("[data-alarm]", { hasText: FIRE_UNIT }).getByRole("button", { name: "接警", exact: true }).click();
  await page.locator("[data-alarm][data-state=accepted]").waitFor();
  await page.getByRole("button", { name: /^呼叫控制室/ }).click();
  await dialog.getByText("说不清", { exact: true }).click();
  await dialog.getByLabel(/^操作人/).fill("李文斌");
  await dialog.getByRole("button", { name: "记下" }).click();
  await page.locator("[data-alarm][data-state=verifying]").waitFor();
  await context.close();
}
