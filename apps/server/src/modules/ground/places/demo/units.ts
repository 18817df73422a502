/** Units of the demonstration city: kinds spread over the real towns, streets more than villages. */
import {
  type Area,
  type BoundaryShape,
  type Divisions,
  type MultiPolygon,
  type Position,
  pointInPolygon,
} from "../../organizations/index.ts";
import { type KindOfDemo, kindsOfDemo } from "./kinds.ts";
import { brandWord, demoCreditCode, personName, roadName, type Telephones } from "./names.ts";
import type { Random } from "./random.ts";
import type { DemoUnit } from "./types.ts";

/** A town with what is needed to place something in it. */
export type Town = {
  readonly area: Area;
  readonly county: { readonly code: string; readonly name: string };
  readonly shape: MultiPolygon;
  readonly villages: readonly Area[];
  readonly roads: readonly string[];
  readonly weight: number;
};

export type Scene = {
  readonly towns: readonly Town[];
  readonly random: Random;
  readonly phones: Telephones;
  readonly cityWord: string;
};

const withoutSuffix = (name: string): string => name.replace(/(街道|镇|乡|区|县|市)$/, "");
/** 柯城区 → 柯城, 浙江省衢州市 → 衢州; a name of one remaining character keeps its suffix. */
export const shortName = (name: string): string => (withoutSuffix(name).length > 1 ? withoutSuffix(name) : name);

const isStreet = (name: string): boolean => name.endsWith("街道");
const urban = (county: string): boolean => county.endsWith("区");

function weightOf(town: string, county: string): number {
  if (isStreet(town)) return urban(county) ? 7 : 5;
  return town.endsWith("镇") ? 2.2 : 0.8;
}

export function townsOf(divisions: Divisions, boundary: readonly BoundaryShape[], random: Random): Town[] {
  const counties = new Map(boundary.map((b) => [b.code, b]));
  return divisions.areas
    .filter((area) => area.level === "town")
    .map((area) => {
      const county = counties.get(area.code.slice(0, 6));
      if (!county) throw new Error(`the boundary has no shape for the county of ${area.code} ${area.name}`);
      return {
        area,
        county: { code: county.code, name: county.name },
        shape: county.shape,
        villages: divisions.areas.filter((v) => v.parent === area.code),
        roads: Array.from({ length: isStreet(area.name) ? 9 : 4 }, () => roadName(random)),
        weight: weightOf(area.name, county.name),
      };
    });
}

/** A position within `radiusM` of a place, inside the town's county. */
export function near(
  town: Town,
  { lon, lat }: { lon: number; lat: number },
  radiusM: number,
  random: Random,
): { lon: number; lat: number } {
  for (let tries = 0; tries < 20; tries++) {
    const [distance, angle] = [radiusM * Math.sqrt(random.next()), random.next() * 2 * Math.PI];
    const at: Position = [
      Math.round((lon + (distance * Math.cos(angle)) / 97_300) * 1e6) / 1e6,
      Math.round((lat + (distance * Math.sin(angle)) / 111_195) * 1e6) / 1e6,
    ];
    if (pointInPolygon(at, town.shape)) return { lon: at[0], lat: at[1] };
  }
  return { lon, lat };
}

function pickTown(kind: KindOfDemo, towns: readonly Town[], random: Random): Town {
  const factor = (t: Town): number => {
    if (kind.where === "street") return isStreet(t.area.name) ? 3 : t.area.name.endsWith("镇") ? 0.6 : 0.1;
    if (kind.where === "town") return isStreet(t.area.name) ? 0.5 : t.area.name.endsWith("镇") ? 2 : 0.8;
    return 1;
  };
  return random.weighted(towns, (t) => t.weight * factor(t));
}

/** A name nobody has yet: a template that names only the town serves once per town. */
function nameFor(templates: readonly string[], town: Town, taken: Set<string>, random: Random): string {
  for (;;) {
    const name = random
      .pick(templates)
      .replace("{w}", () => brandWord(random))
      .replace("{p}", shortName(town.area.name))
      .replace("{c}", shortName(town.county.name));
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
    if (!templates.some((t) => t.includes("{w}"))) return nameFor([...templates, `{p}{w}${name.slice(-3)}`], town, taken, random);
  }
}

/** 1 in 40 has not filled in the figure its rule asks for. */
const figureOrNull = (kind: KindOfDemo, field: KindOfDemo["asked"], value: number | undefined, left: boolean): number | null =>
  left && kind.asked === field ? null : (value ?? null);

/** In the demonstration: which units without a network connection keep a control room of their own. */
const SMALLEST_WITH_CONTROL_ROOM_M2 = 12_000;

export type Agency = { readonly name: string; readonly phone: string };

function unitOf(kind: KindOfDemo, nth: number, big: boolean, town: Town, taken: Set<string>, agency: Agency, scene: Scene): DemoUnit {
  const { random, phones } = scene;
  const figures = kind.figures(big, random);
  const village = town.villages.length > 0 ? random.pick(town.villages) : town.area;
  const left = kind.asked !== undefined && random.chance(0.025);
  const heightM = Math.round(figures.floors * kind.floorHeightM * 10) / 10;
  const hasFacilities = figures.areaM2 >= 1_500 && (kind.use !== "other" || big);
  const registrar = kind.kind === "government" || kind.kind === "school" ? "government" : "enterprise";
  return {
    key: `unit-${nth}`,
    demo: true,
    area: village.code,
    ...near(town, village, 220, random),
    name: nameFor((big && kind.bigNames) || kind.names, town, taken, random),
    code: `${town.county.code}-${String(nth).padStart(5, "0")}`,
    creditCode: demoCreditCode(registrar, town.county.code, nth),
    kind: kind.kind,
    address: `${town.county.name}${town.area.name}${random.pick(town.roads)}${random.int(1, 398)}号`,
    areaM2: figureOrNull(kind, "areaM2", figures.areaM2, left),
    businessAreaM2: figureOrNull(kind, "businessAreaM2", figures.businessAreaM2, left),
    floors: figures.floors,
    heightM,
    rooms: figureOrNull(kind, "rooms", figures.rooms, left),
    beds: figureOrNull(kind, "beds", figures.beds, left),
    seats: figures.seats ?? null,
    staff: figureOrNull(kind, "staff", figures.staff, left),
    storedT: figureOrNull(kind, "storedT", figures.storedT, left),
    hasFacilities,
    responsible: personName(random),
    responsiblePhone: phones.mobile(),
    manager: personName(random),
    managerPhone: phones.mobile(),
    dutyPhone: hasFacilities && figures.areaM2 >= SMALLEST_WITH_CONTROL_ROOM_M2 ? phones.landline() : null,
    maintenance: hasFacilities ? agency.name : null,
    maintenancePhone: hasFacilities ? agency.phone : null,
    networked: false,
    vehicleEntry: null,
    pumpConnection: null,
    evacuationFocus: null,
    hazardNote: null,
  };
}

/** What an officer wants to know before he sends somebody: filled in for networked units. */
export function withRescueNotes(unit: DemoUnit, random: Random): DemoUnit {
  const gate = random.pick(["东门", "南门", "西门", "北门"]);
  const [crowd, from] = [random.int(4, 60) * 10, random.int(1, 2)];
  return {
    ...unit,
    networked: true,
    hasFacilities: true,
    vehicleEntry: `${gate}，高 ${(random.int(38, 50) / 10).toFixed(1)} 米`,
    pumpConnection: `${gate}${random.pick(["东", "西"])}侧 ${random.int(4, 15)} 米，${random.int(1, 3)} 组`,
    evacuationFocus: `${from} 至 ${Math.max(from, unit.floors)} 层，日间约 ${crowd} 人`,
    hazardNote: random.pick(["厨房用天然气", "配电房在负 1 层", "屋面有光伏板", "地下车库有充电桩", "无易燃易爆物品"]),
  };
}

export function agenciesOf({ cityWord, phones }: Scene): Agency[] {
  return ["安泰", "恒护", "正宁", "清源", "祥和", "守正"].map((word) => ({
    name: `${cityWord}${word}消防技术服务部`,
    phone: phones.landline(),
  }));
}

/** All units but the flagship, in a fixed order: kinds one after another, the first of each kind over all towns in turn. */
export function ordinaryUnits(scene: Scene, agencies: readonly Agency[], firstNumber: number, taken: Set<string>): DemoUnit[] {
  const units: DemoUnit[] = [];
  for (const kind of kindsOfDemo) {
    const bigCount = Math.round(kind.count * kind.big);
    for (let i = 0; i < kind.count; i++) {
      // each town gets a service centre, a school and a kindergarten before any gets a second
      const everywhere = kind.where === "any" && i >= bigCount && ["other", "school", "kindergarten"].includes(kind.kind);
      const town = everywhere ? scene.towns[i % scene.towns.length] : pickTown(kind, scene.towns, scene.random);
      if (!town) continue;
      units.push(unitOf(kind, firstNumber + units.length, i < bigCount, town, taken, scene.random.pick(agencies), scene));
    }
  }
  return units;
}
