/** A few minutes of a city: a fire two detectors agree on, and what else waits below it. All of it real frames. */
import { type Component, componentsOf, type DemoCity, Panel, pairOfDetectors, status } from "../stage/panel.ts";

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

export async function tellStory(city: DemoCity, port: number): Promise<void> {
  for (const [index, { address, components }] of otherPanels(city).entries()) {
    const component = components[(index * 7) % components.length];
    const state = OTHERS[index];
    if (component && state !== undefined) await say(port, address, [[component, state]]);
  }
  const { address, components } = componentsOf(city, FIRE_UNIT);
  const [first, second] = pairOfDetectors(components.filter(({ floor, zone }) => floor === 3 && zone === "B"));
  await say(port, address, [
    [first, status.fire],
    [first, status.fire],
    [second, status.fire],
  ]);
}

const otherPanels = (city: DemoCity) =>
  city.units
    .filter(({ name, networked }) => networked && name !== FIRE_UNIT)
    .slice(0, OTHERS.length)
    .map(({ name }) => componentsOf(city, name));

async function say(port: number, address: string, reports: readonly (readonly [Component, number])[]): Promise<void> {
  const panel = await Panel.open(port, address);
  for (const [component, state] of reports) await panel.report(component, state);
  panel.close();
}
