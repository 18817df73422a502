import { beforeAll, describe, expect, it } from "vitest";
import {
  type BoundaryShape,
  distanceM,
  divisionCodes,
  loadBoundary,
  loadDivisions,
  pointInPolygon,
  shapesOf,
} from "../../organizations/index.ts";
import { checkCreditCode } from "../domain/credit-code.ts";
import { type DemoCity, generateDemoCity } from "./city.ts";
import { generateDemoHistory, HISTORY_DAYS } from "./history.ts";
import { demoCreditCode, telephones } from "./names.ts";
import { transmitterAddress } from "./network.ts";
import { createRandom } from "./random.ts";

const SEED = 330_800;
const NOW = new Date("2026-03-18T06:32:07Z");

async function materialOf(code: (typeof divisionCodes)[number]) {
  return { divisions: await loadDivisions(code), boundary: shapesOf(await loadBoundary(code)) };
}

describe.each(divisionCodes)("the demonstration city %s", (code) => {
  let city: DemoCity;
  let boundary: readonly BoundaryShape[];
  let areas: ReadonlySet<string>;
  beforeAll(async () => {
    const material = await materialOf(code);
    ({ boundary } = material);
    areas = new Set(material.divisions.areas.map((a) => a.code));
    city = generateDemoCity({ ...material, seed: SEED });
  });

  it("has the promised size", () => {
    expect(city.units).toHaveLength(2_000);
    expect(city.units.filter((u) => u.networked)).toHaveLength(80);
    expect(city.components.length).toBeGreaterThan(13_000);
    expect(city.components.length).toBeLessThan(17_000);
    const counts = [city.microStations.length, city.fireStations.length, city.hydrants.length];
    expect(counts).toEqual([60, 14, 400]);
    expect(city.buildings.filter((b) => b.plans.length > 0)).toHaveLength(11);
  });

  it("gives every networked unit one or two transmitters and 60 to 400 components", () => {
    for (const unit of city.units.filter((u) => u.networked)) {
      const transmitters = city.transmitters.filter((t) => t.unit === unit.key).length;
      const components = city.components.filter((c) => c.unit === unit.key).length;
      expect([1, 2], unit.name).toContain(transmitters);
      expect(components, unit.name).toBeGreaterThanOrEqual(60);
      expect(components, unit.name).toBeLessThanOrEqual(400);
    }
  });

  it("marks every row, names every key once and points only to rows that exist", () => {
    const {
      units,
      buildings,
      contacts,
      dutyPosts,
      controlRooms,
      transmitters,
      facilities,
      components,
      microStations,
      fireStations,
      hydrants,
    } = city;
    const rows = [
      units,
      buildings,
      contacts,
      dutyPosts,
      controlRooms,
      transmitters,
      facilities,
      components,
      microStations,
      fireStations,
      hydrants,
    ].flat();
    expect(rows.every((row) => row.demo)).toBe(true);
    const keys = new Set(rows.map((row) => row.key));
    expect(keys.size).toBe(rows.length);
    const links = rows.flatMap((row) => ["unit", "building", "facility", "transmitter"].flatMap((link) => Reflect.get(row, link) ?? []));
    expect(links.filter((link) => !keys.has(link))).toEqual([]);
  });

  it("stands in real areas, each point inside its own county", () => {
    const placed = [...city.units, ...city.buildings, ...city.microStations, ...city.fireStations, ...city.hydrants];
    expect(placed.filter((row) => !areas.has(row.area)).map((row) => row.key)).toEqual([]);
    const shapes = new Map(boundary.map((b) => [b.code, b.shape]));
    const outside = placed.filter((row) => !pointInPolygon([row.lon, row.lat], shapes.get(row.area.slice(0, 6)) ?? []));
    expect(outside.map((row) => row.key)).toEqual([]);
    const towns = new Set(city.units.map((u) => u.area.slice(0, 9)));
    expect(towns.size).toBe([...areas].filter((a) => a.length === 9).length);
  });

  it("has valid credit codes, each once, and names, numbers and addresses that nobody shares", () => {
    for (const unit of city.units) expect(checkCreditCode(unit.creditCode), unit.creditCode).toEqual({ ok: true });
    const distinct = (values: readonly unknown[]) => expect(new Set(values).size).toBe(values.length);
    distinct(city.units.map((u) => u.creditCode));
    distinct(city.units.map((u) => u.name));
    distinct(city.units.map((u) => u.code));
    distinct(city.units.flatMap((u) => [u.responsiblePhone, u.managerPhone]));
    distinct(city.transmitters.map((t) => t.address));
    distinct(city.components.map((c) => `${c.address}/${c.systemType}/${c.systemAddress}/${c.componentAddress}`));
    distinct(city.hydrants.map((h) => h.code));
  });

  it("writes no telephone number that could ring anywhere, but the sample place's own", () => {
    const numbers = [...city.contacts, ...city.microStations, ...city.fireStations].flatMap((row) => row.phone ?? []);
    const lines = [...numbers, ...city.contacts.flatMap((c) => c.officePhone ?? [])].filter((n) => !/(3051190|3051191|8885119)$/.test(n));
    expect(lines.filter((n) => !/^(111\d{8}|0\d{2,3}-0\d{6,7})$/.test(n))).toEqual([]);
  });

  it("keeps every panel text within the 31 bytes a panel can send", () => {
    const bytes = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) < 128 ? 1 : 2), 0);
    expect(city.components.filter((c) => bytes(c.description) > 31 || c.description === "")).toEqual([]);
  });

  it("draws its planned floors with the devices inside the outline and the compartment they name", () => {
    for (const building of city.buildings.filter((b) => b.plans.length > 0)) {
      expect(building.plans.map((p) => p.floor)).toEqual(Array.from({ length: building.floorsUp }, (_, i) => i + 1));
      for (const { floor, plan } of building.plans) {
        const drawn = city.components.filter((c) => c.building === building.key && c.floor === floor && c.planX !== null);
        expect(drawn.length).toBeGreaterThan(8);
        for (const { planX, planY, zone } of drawn) {
          expect(planX ?? -1).toBeGreaterThanOrEqual(0);
          expect(planX ?? Infinity).toBeLessThanOrEqual(plan.widthM);
          expect(planY ?? Infinity).toBeLessThanOrEqual(plan.depthM);
          expect(plan.zones.map((z) => z.name)).toContain(zone);
        }
      }
    }
  });

  it("has 东风商厦 as its screens and exercises know it", () => {
    const unit = city.units[0];
    expect(unit).toMatchObject({ name: "东风商厦", kind: "shop", floors: 6, heightM: 28.6, networked: true });
    const known = (loop: number, point: number) =>
      city.components.find((c) => c.unit === unit?.key && c.loop === loop && c.point === point);
    expect(known(2, 37)).toMatchObject({
      floor: 3,
      zone: "B",
      place: "女装区东侧走道",
      componentType: 40,
      componentAddress: 37 * 65_536 + 2,
    });
    expect(known(2, 41)).toMatchObject({ floor: 3, zone: "B", place: "女装区试衣间前" });
    const near = city.hydrants.filter((h) => unit && distanceM([h.lon, h.lat], [unit.lon, unit.lat]) < 900);
    expect(near.length).toBeGreaterThan(4);
  });

  it("has a past of 90 closed days that ends now", () => {
    const { alarms, outages, officers } = generateDemoHistory({ city, seed: SEED, now: NOW });
    expect(alarms.length).toBeGreaterThan(3_000);
    const from = NOW.getTime() - (HISTORY_DAYS + 1) * 86_400_000;
    for (const a of alarms) {
      const times = [
        from,
        a.openedAt.getTime(),
        a.acceptedAt.getTime(),
        ...(a.verifiedAt ? [a.verifiedAt.getTime()] : []),
        a.closedAt.getTime(),
        NOW.getTime(),
      ];
      expect(times, a.key).toEqual(times.toSorted((x, y) => x - y));
      expect(officers).toContain(a.officer);
    }
    expect(new Set(alarms.map((a) => a.key)).size).toBe(alarms.length);
    expect(alarms.filter((a) => a.kind === "offline")).toHaveLength(outages.length);
    const fires = alarms.filter((a) => a.kind === "fire");
    const share = (conclusion: string) => fires.filter((a) => a.conclusion === conclusion).length / fires.length;
    expect(share("false")).toBeGreaterThan(0.5);
    expect(share("real")).toBeLessThan(0.08);
  });
});

describe("the generator", () => {
  it("gives the same city from the same seed and another from another", async () => {
    const material = await materialOf("330800");
    const [one, two, other] = [SEED, SEED, SEED + 1].map((seed) => generateDemoCity({ ...material, seed }));
    expect(two).toEqual(one);
    expect(other?.units[5]).not.toEqual(one?.units[5]);
  });

  it("is quick enough for a first start", async () => {
    const material = await materialOf("330800");
    // processor time, so that a busy machine does not fail it
    const times = Array.from({ length: 3 }, () => {
      const from = process.cpuUsage();
      generateDemoCity({ ...material, seed: SEED });
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1_000;
    });
    expect(Math.min(...times)).toBeLessThan(500);
  });

  it("writes a transmitter's address low byte first", () => {
    expect(transmitterAddress("330800", 1)).toBe("01132cc50000");
    expect(0xc52c1301).toBe(3_308_000_001);
  });

  it("refuses a credit code it cannot make and counts telephone numbers up without repeating one", () => {
    expect(() => demoCreditCode("enterprise", "33080O", 1)).toThrow("no credit code");
    const phones = telephones("310107");
    const given = Array.from({ length: 5_000 }, () => phones.landline());
    expect(new Set(given).size).toBe(5_000);
    expect(given[0]).toMatch(/^021-0\d{7}$/);
  });

  it("draws each number about equally often, and shuffles without losing any", () => {
    const random = createRandom(7);
    const drawn = Array.from({ length: 4_000 }, () => random.int(0, 3));
    for (const n of [0, 1, 2, 3]) expect(Math.abs(drawn.filter((d) => d === n).length - 1_000)).toBeLessThan(120);
    expect(random.shuffled([1, 2, 3, 4, 5]).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow("nothing to pick from");
  });
});
