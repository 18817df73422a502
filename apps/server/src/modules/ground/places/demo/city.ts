/** The demonstration city 演示城市: a whole register of a real division tree, invented, the same from the same seed. */
import type { BoundaryShape, Divisions } from "../../organizations/index.ts";
import type { UnitKind } from "../domain/unit-kinds.ts";
import { buildingsOf } from "./buildings.ts";
import { flagshipDevices, flagshipOf } from "./flagship.ts";
import { fireStationsOf, hydrantsOf, microStationsOf } from "./forces.ts";
import { kindsOfDemo } from "./kinds.ts";
import { telephones } from "./names.ts";
import { type Network, networkOf } from "./network.ts";
import { contactsOf, controlRoomOf, dutyPostsOf } from "./people.ts";
import { createRandom } from "./random.ts";
import type { DemoBuilding, DemoCity, DemoUnit } from "./types.ts";
import { agenciesOf, ordinaryUnits, type Scene, shortName, type Town, townsOf, withRescueNotes } from "./units.ts";

export type { DemoCity } from "./types.ts";

/** Networked buildings that get floor plans beside the flagship's. */
const PLANNED_BUILDINGS = 10;
const PLANNED_OF_A_KIND = 2;
const PLANNED_UP_TO_FLOORS = 8;
const NETWORKED_UNITS = 80;
/** Devices of a main building below which the second one is connected too, so that a unit stays within 400. */
const SECOND_BELOW = 140;

/** 荷花街道 where the city has it, else the first street. */
function homeOf(towns: readonly Town[]): Town {
  const home = towns.find((t) => t.area.name === "荷花街道") ?? towns.find((t) => t.area.name.endsWith("街道")) ?? towns[0];
  if (!home) throw new Error("a city without towns has no place for a unit");
  return home;
}

/** Large enough to have a building with facilities of its own. */
const canConnect = (unit: DemoUnit): boolean => unit.hasFacilities && (unit.areaM2 ?? 0) >= 1_500;

/** The first large units of each kind, as many as the kind lends to the network, then others until the number is full. */
function networkedKeys(units: readonly DemoUnit[]): ReadonlySet<string> {
  const able = units.filter(canConnect);
  const lent = kindsOfDemo.flatMap(({ kind, networked = 0 }) => able.filter((u) => u.kind === kind).slice(0, networked));
  const rest = able.filter((u) => !lent.includes(u));
  return new Set([...lent, ...rest].slice(0, NETWORKED_UNITS - 1).map((u) => u.key));
}

type Wiring = { running: number; readonly planned: UnitKind[]; readonly division: string; readonly scene: Scene };

/** The main building, sometimes a second one with a transmitter of its own. */
function connect(unit: DemoUnit, buildings: readonly DemoBuilding[], wiring: Wiring): Network[] {
  const { scene, division } = wiring;
  const [main, second] = buildings;
  if (!main) return [];
  const connectOne = (building: DemoBuilding, withPlans: boolean): Network =>
    networkOf({ unit, building, running: ++wiring.running, division, random: scene.random, withPlans });
  const ofItsKind = wiring.planned.filter((kind) => kind === unit.kind).length;
  const withPlans = wiring.planned.length < PLANNED_BUILDINGS && ofItsKind < PLANNED_OF_A_KIND && main.floorsUp <= PLANNED_UP_TO_FLOORS;
  if (withPlans) wiring.planned.push(unit.kind);
  const first = connectOne(main, withPlans);
  return second && first.components.length < SECOND_BELOW && second.floorsUp <= 5 ? [first, connectOne(second, false)] : [first];
}

/**
 * @param divisions the city's tree, from `loadDivisions`
 * @param boundary  its shapes in WGS-84, from `shapesOf(await loadBoundary(code))`; every point lies inside its county
 * @param seed      the same seed gives the same rows, key by key
 * @returns about 2,000 units, 80 of them networked with about 15,000 components. Pure; about 150 ms on one core.
 */
export function generateDemoCity({
  divisions,
  boundary,
  seed,
}: {
  readonly divisions: Divisions;
  readonly boundary: readonly BoundaryShape[];
  readonly seed: number;
}): DemoCity {
  const random = createRandom(seed);
  const towns = townsOf(divisions, boundary, random);
  const home = homeOf(towns);
  const scene: Scene = { towns, random, phones: telephones(divisions.code), cityWord: shortName(divisions.name) };
  const flagship = flagshipOf(home, scene);
  const plain = ordinaryUnits(scene, agenciesOf(scene), 2, new Set([flagship.unit.name]));
  const wired = networkedKeys(plain);
  const others = plain.map((unit) =>
    wired.has(unit.key) ? { ...withRescueNotes(unit, random), dutyPhone: unit.dutyPhone ?? scene.phones.landline() } : unit,
  );
  const townOf = new Map(towns.map((t) => [t.area.code, t]));

  const wiring: Wiring = { running: 1, planned: [], division: divisions.code, scene };
  const first = networkOf({
    unit: flagship.unit,
    building: flagship.building,
    running: wiring.running,
    division: wiring.division,
    random,
    prepared: flagshipDevices(),
    withPlans: true,
  });
  const networks: Network[] = [first];
  const buildings: DemoBuilding[] = [first.building];
  for (const unit of others) {
    const own = buildingsOf(unit, townOf.get(unit.area.slice(0, 9)) ?? home, random);
    const connected = unit.networked ? connect(unit, own, wiring) : [];
    networks.push(...connected);
    buildings.push(...own.map((building) => connected.find((n) => n.building.key === building.key)?.building ?? building));
  }
  const units = [flagship.unit, ...others];
  const mainBuilding = new Map(buildings.toReversed().map((b) => [b.unit, b]));
  return {
    code: divisions.code,
    name: divisions.name,
    seed,
    units,
    buildings,
    contacts: [...flagship.contacts, ...others.flatMap((unit) => contactsOf(unit, scene))],
    dutyPosts: units.flatMap((unit) => dutyPostsOf(unit, scene)),
    controlRooms: units.flatMap((unit) => {
      const building = mainBuilding.get(unit.key);
      return (building && controlRoomOf(unit, building, scene)) ?? [];
    }),
    transmitters: networks.map((n) => n.transmitter),
    facilities: networks.flatMap((n) => n.facilities),
    components: networks.flatMap((n) => n.components),
    microStations: microStationsOf(scene, units, home),
    fireStations: fireStationsOf(scene),
    hydrants: hydrantsOf(scene, home),
  };
}
