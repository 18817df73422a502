/** The networked part of a unit: transmitters, systems and components, numbered as an installer would. */
import { componentType as is, type Layout, layoutFloor, plantSpots, type Spot } from "./layout.ts";
import type { Random } from "./random.ts";
import type { DemoBuilding, DemoComponent, DemoFacility, DemoTransmitter, DemoUnit } from "./types.ts";

/** System each component type belongs to, GB/T 26875.3 table 4. */
const systemOf: Readonly<Record<number, number>> = {
  [is.hydrantButton]: 11,
  [is.pump]: 11,
  [is.tank]: 11,
  [is.sprinklerPump]: 12,
  [is.flowIndicator]: 12,
  [is.signalValve]: 12,
  [is.alarmValve]: 12,
  [is.pressureSwitch]: 12,
  [is.fan]: 18,
  [is.smokeOutlet]: 18,
  [is.fireDoor]: 19,
  [is.shutter]: 19,
  [is.electricalControl]: 23,
};
const FIRE_ALARM = 1;
const systemNames: Readonly<Record<number, string>> = {
  1: "火灾自动报警系统",
  11: "消火栓系统",
  12: "自动喷水灭火系统",
  18: "防烟排烟系统",
  19: "防火门及卷帘系统",
  23: "消防电源监控",
};
const makers = ["清澜电子", "守望报警设备", "云栖智能", "禾安仪器"];
/** A loop of a panel carries about 200 devices. */
const LOOP_POINTS = 200;
/** Text a panel can send with a state: 31 bytes, two for each Chinese character. */
const DESCRIPTION_BYTES = 31;
/** On the floors of one building; a larger one is drawn with fewer, larger rooms. */
const MOST_DEVICES = 195;

export type FloorDevice = Spot & { readonly floor: number; readonly loop: number; readonly point: number };
export type Network = {
  readonly building: DemoBuilding;
  readonly transmitter: DemoTransmitter;
  readonly facilities: readonly DemoFacility[];
  readonly components: readonly DemoComponent[];
};

/** Six bytes, low byte first, of a number that is the division code and a running number: unique in the country's demo cities. */
export function transmitterAddress(division: string, running: number): string {
  const number = BigInt(division) * 10_000n + BigInt(running);
  return Array.from({ length: 6 }, (_, i) =>
    Number((number >> BigInt(8 * i)) & 0xffn)
      .toString(16)
      .padStart(2, "0"),
  ).join("");
}

function withinBytes(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += character.charCodeAt(0) < 128 ? 1 : 2;
    if (bytes > DESCRIPTION_BYTES) break;
    kept += character;
  }
  return kept;
}

const dayString = (year: number, random: Random): string =>
  `${year}-${String(random.int(1, 12)).padStart(2, "0")}-${String(random.int(1, 28)).padStart(2, "0")}`;

/** What the corridor's length and the number of storeys suggest; `prepare` takes rooms away until the building is small enough. */
function shapeOf({ areaM2, floorsUp, use }: DemoBuilding) {
  const footprint = Math.min(2_200, Math.max(420, areaM2 / floorsUp));
  const widthM = Math.round(Math.sqrt(footprint * 2.8));
  const fewest = floorsUp === 1 ? 8 : 3;
  const roomsPerSide = use === "residential" ? 2 : Math.max(fewest, Math.round(widthM / (floorsUp > 4 ? 6 : 3.6)));
  return { widthM, depthM: Math.round(footprint / widthM), roomsPerSide, sparse: floorsUp > 14 || use === "residential" };
}

/** Loop and point for devices in order; a floor is not torn between two loops. */
function numbered(floors: readonly (readonly (Spot & { floor: number })[])[]): FloorDevice[] {
  let [loop, point] = [1, 0];
  return floors.flatMap((devices) => {
    if (point + devices.length > LOOP_POINTS) [loop, point] = [loop + 1, 0];
    return devices.map((device) => ({ ...device, loop, point: ++point }));
  });
}

export type BuildingNetwork = {
  readonly unit: DemoUnit;
  readonly building: DemoBuilding;
  readonly running: number;
  readonly division: string;
  readonly random: Random;
  /** Devices numbered elsewhere, with the plans of their floors. */
  readonly prepared?: { readonly devices: readonly FloorDevice[]; readonly plans: DemoBuilding["plans"] };
  readonly withPlans: boolean;
};

function layoutsOf({ unit, building, random }: BuildingNetwork): Layout[] {
  const shape = shapeOf(building);
  for (;;) {
    const layouts = Array.from({ length: building.floorsUp }, (_, i) => layoutFloor({ kind: unit.kind, floor: i + 1, ...shape }, random));
    const devices = layouts.reduce((sum, { spots }) => sum + spots.length, 0);
    if (shape.roomsPerSide <= 2 || devices <= MOST_DEVICES) return layouts;
    shape.roomsPerSide = Math.max(2, Math.min(shape.roomsPerSide - 1, Math.floor((shape.roomsPerSide * MOST_DEVICES) / devices)));
  }
}

function prepare(given: BuildingNetwork) {
  const { building, withPlans } = given;
  const layouts = layoutsOf(given).map((layout, i) => ({ floor: i + 1, layout }));
  const devices = numbered([
    ...layouts.map(({ floor, layout }) => layout.spots.map((spot) => ({ ...spot, floor }))),
    plantSpots(building.floorsUp, building.floorsDown > 0),
  ]);
  const plans = withPlans ? layouts.map(({ floor, layout }) => ({ floor, name: `${building.name} ${floor} 层`, plan: layout.plan })) : [];
  return { devices, plans };
}

function facilitiesOf({ unit, building, random }: BuildingNetwork, types: readonly number[], builtYear: number): DemoFacility[] {
  return types.map((systemType) => ({
    key: `${building.key}-system-${systemType}`,
    demo: true,
    unit: unit.key,
    building: building.key,
    name: `${building.name}${systemNames[systemType] ?? ""}`,
    systemType,
    maker: random.pick(makers),
    model: `SR-${systemType}${random.pick(["A", "B", "C"])}`,
    installedOn: dayString(Math.min(2024, builtYear + 1), random),
    maintenance: unit.maintenance ?? "",
    maintenanceUntil: dayString(random.chance(0.1) ? 2026 : 2027, random),
    state: random.chance(0.92) ? "normal" : "partial",
  }));
}

/** Everything one transmitter reports for one building. */
export function networkOf(given: BuildingNetwork): Network {
  const { unit, building, running, division, random } = given;
  const { devices, plans } = given.prepared ?? prepare(given);
  const planned = new Set(plans.map((plan) => plan.floor));
  const transmitter: DemoTransmitter = {
    key: `${building.key}-transmitter`,
    demo: true,
    unit: unit.key,
    building: building.key,
    name: `${building.name}用户信息传输装置`,
    address: transmitterAddress(division, running),
    kind: "transmitter",
    model: random.pick(["SR-UIT-1", "SR-UIT-2"]),
    firmware: random.pick(["1.4.2", "2.0.1", "2.1.0"]),
    installedOn: dayString(random.int(2021, 2025), random),
    heartbeatSeconds: random.pick([30, 60, 60, 120]),
    state: "inUse",
  };
  const components = devices.map((device): DemoComponent => {
    const systemType = systemOf[device.componentType] ?? FIRE_ALARM;
    const zone = device.zone || null;
    const drawn = zone !== null && planned.has(device.floor);
    return {
      key: `${building.key}-${device.loop}-${device.point}`,
      demo: true,
      unit: unit.key,
      facility: `${building.key}-system-${systemType}`,
      building: building.key,
      transmitter: transmitter.key,
      address: transmitter.address,
      systemType,
      systemAddress: 1,
      componentType: device.componentType,
      componentAddress: device.loop + device.point * 65_536,
      loop: device.loop,
      point: device.point,
      floor: device.floor,
      zone,
      place: device.place,
      description: withinBytes(`${device.floor}F${zone ? `${zone}区` : ""}${device.place}`),
      planX: drawn ? device.x : null,
      planY: drawn ? device.y : null,
      state: "inUse",
    };
  });
  const types = [...new Set(components.map((c) => c.systemType))].sort((a, b) => a - b);
  return { building: { ...building, plans }, transmitter, facilities: facilitiesOf(given, types, building.builtYear), components };
}
