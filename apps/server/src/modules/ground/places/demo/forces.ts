/** Forces and water of the demonstration city: micro fire stations 微型消防站, fire stations 消防救援站 and hydrants 消火栓. */
import { personName } from "./names.ts";
import type { DemoFireStation, DemoHydrant, DemoMicroStation, DemoUnit } from "./types.ts";
import { near, type Scene, shortName, type Town } from "./units.ts";

const MICRO_STATIONS = 60;
const FIRE_STATIONS = 14;
const HYDRANTS = 400;

const heaviest = (towns: readonly Town[]): Town[] =>
  towns.toSorted((a, b) => b.weight - a.weight || a.area.code.localeCompare(b.area.code));
const spot = (town: Town, radiusM: number, scene: Scene) => ({ area: town.area.code, ...near(town, town.area, radiusM, scene.random) });

/** One in each street and larger town, the rest at networked units. */
export function microStationsOf(scene: Scene, units: readonly DemoUnit[], home: Town): DemoMicroStation[] {
  const { random, phones } = scene;
  const stations: DemoMicroStation[] = [];
  const add = (place: Pick<DemoMicroStation, "area" | "lon" | "lat" | "name" | "kind" | "unit">): void => {
    const crew = random.int(6, 12);
    stations.push({
      key: `micro-${stations.length + 1}`,
      demo: true,
      ...place,
      phone: phones.landline(),
      captain: personName(random),
      captainPhone: phones.mobile(),
      crew,
      onDuty: random.int(3, Math.min(6, crew)),
    });
  };
  add({ ...spot(home, 380, scene), name: "新桥街微型消防站", kind: "community", unit: null });
  const ownUnits = units.filter((u) => u.networked).slice(0, 24);
  for (const town of heaviest(scene.towns).slice(0, MICRO_STATIONS - 1 - ownUnits.length)) {
    add({ ...spot(town, 260, scene), name: `${town.area.name}微型消防站`, kind: "community", unit: null });
  }
  for (const unit of ownUnits)
    add({ area: unit.area, lon: unit.lon, lat: unit.lat, name: `${unit.name}微型消防站`, kind: "unit", unit: unit.key });
  // a city with few towns fills up with stations of communities
  const communities = scene.towns.flatMap((town) => town.villages.map((village) => ({ town, village })));
  for (const { town, village } of communities.slice(0, MICRO_STATIONS - stations.length)) {
    const name = village.name.replace(/(居委会|村委会|居民委员会|村民委员会)$/, "");
    add({ area: village.code, ...near(town, village, 120, random), name: `${name}微型消防站`, kind: "community", unit: null });
  }
  return stations;
}

/** Each county's first station, a few more in its streets, the rest in market towns all over the city. */
export function fireStationsOf(scene: Scene): DemoFireStation[] {
  const { random, phones } = scene;
  const order = heaviest(scene.towns);
  const firsts = [...new Set(order.map((t) => t.county.code))].flatMap((code) => order.find((t) => t.county.code === code) ?? []);
  const more = order.filter((t) => !firsts.includes(t) && t.area.name.endsWith("街道")).slice(0, 3);
  const markets = random.shuffled(order.filter((t) => t.area.name.endsWith("镇")));
  const places = [...new Set([...firsts, ...more, ...markets, ...order])];
  const rounds = Math.ceil(FIRE_STATIONS / places.length);
  const chosen = Array.from({ length: rounds }, () => places)
    .flat()
    .slice(0, FIRE_STATIONS);
  return chosen.map((town, i): DemoFireStation => {
    const kind =
      i === 0
        ? "special"
        : i < firsts.length
          ? "first"
          : town.area.name.endsWith("街道")
            ? "second"
            : random.pick(["small", "fullTime"] as const);
    const again = chosen.indexOf(town) < i ? "第二" : "";
    return {
      key: `station-${i + 1}`,
      demo: true,
      ...spot(town, 600, scene),
      name: `${shortName(town.area.name)}${again}${kind === "fullTime" ? "政府专职消防队" : "消防救援站"}`,
      kind,
      phone: phones.landline(),
      vehicles: { special: 9, first: 6, second: 4, small: 2, fullTime: 2 }[kind],
      crew: { special: 46, first: 32, second: 22, small: 12, fullTime: 10 }[kind],
    };
  });
}

export function hydrantsOf(scene: Scene, home: Town): DemoHydrant[] {
  const { random } = scene;
  return Array.from({ length: HYDRANTS }, (_, i): DemoHydrant => {
    // the first twelve stand around the flagship, where the map of an alarm is opened most
    const town = i < 12 ? home : random.weighted(scene.towns, (t) => t.weight);
    const state = random.chance(0.9) ? "intact" : random.pick(["leaking", "lowPressure", "noWater", "buried", "missing"] as const);
    const pressure = {
      intact: random.int(18, 34),
      leaking: random.int(12, 22),
      lowPressure: random.int(3, 9),
      noWater: 0,
      buried: null,
      missing: null,
    }[state];
    return {
      key: `hydrant-${i + 1}`,
      demo: true,
      ...spot(town, town.area.name.endsWith("街道") ? 700 : 1_100, scene),
      code: `${town.county.code}-XH-${String(i + 1).padStart(4, "0")}`,
      kind: random.chance(0.75) ? "municipal" : random.pick(["estate", "unit"] as const),
      road: random.pick(town.roads),
      pipeDiameterMm: random.pick([100, 150, 150, 200, 300]),
      pressureMpa: pressure === null ? null : pressure / 100,
      state,
    };
  });
}
