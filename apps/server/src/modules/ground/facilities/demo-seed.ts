/** The demonstration city's control rooms, transmitters, facilities and components. */
import { areasOfUnits, demoCityOf, demoRows, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { component } from "./component.ts";
import { controlRoom } from "./control-room.ts";
import { facility } from "./facility.ts";
import { transmitter } from "./transmitter.ts";

export async function seedDemoFacilities(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const city = await demoCityOf(services);
  const areas = areasOfUnits(city);
  const facilities = city.facilities.map((each) => ({ ...each, systemType: `s${each.systemType}` }));
  const components = city.components.map(({ transmitter: _, description: __, ...each }) => each);
  await insertDemo(tx, services, controlRoom, demoRows(city.controlRooms, ["unit", "building"], areas));
  await insertDemo(tx, services, transmitter, demoRows(city.transmitters, ["unit", "building"], areas));
  await insertDemo(tx, services, facility, demoRows(facilities, ["unit", "building"], areas));
  await insertDemo(tx, services, component, demoRows(components, ["unit", "building", "facility"], areas));
  report(`联网设备 ${city.transmitters.length} 台，消防设施 ${facilities.length} 套，部件 ${components.length} 个（演示数据）`);
}
