/** Buildings of the demonstration city: one to four for units of the larger kinds. */
import { kindsOfDemo } from "./kinds.ts";
import type { Random } from "./random.ts";
import type { DemoBuilding, DemoUnit } from "./types.ts";
import { near, type Town } from "./units.ts";

const SMALLEST_WITH_BUILDING_M2 = 1_000;
const secondary = ["副楼", "辅楼", "后勤楼"];

function structureOf(use: DemoBuilding["use"], random: Random): DemoBuilding["structure"] {
  if (use === "factory" || use === "store") return random.pick(["steel", "concrete", "steel"] as const);
  return use === "other" ? random.pick(["brick", "timber", "concrete"] as const) : "concrete";
}

/** Empty for a unit that is only part of somebody else's building. */
export function buildingsOf(unit: DemoUnit, town: Town, random: Random): DemoBuilding[] {
  const kind = kindsOfDemo.find((k) => k.kind === unit.kind);
  const areaM2 = unit.areaM2 ?? 2_000;
  if (!kind || areaM2 < SMALLEST_WITH_BUILDING_M2) return [];
  const most = areaM2 > 12_000 ? 4 : areaM2 > 5_000 ? 2 : 1;
  const count = random.int(1, most);
  const yard = { lon: unit.lon, lat: unit.lat };
  return Array.from({ length: count }, (_, i): DemoBuilding => {
    const isMain = i === 0;
    const floorsUp = isMain || kind.use === "residential" ? unit.floors : Math.max(1, unit.floors - random.int(1, 3));
    return {
      key: `${unit.key}-building-${i + 1}`,
      demo: true,
      unit: unit.key,
      area: unit.area,
      ...(isMain ? yard : near(town, yard, 70, random)),
      name: kind.use === "residential" ? `${i + 1}幢` : isMain ? "主楼" : (secondary[i - 1] ?? "附楼"),
      use: kind.use,
      floorsUp,
      floorsDown: floorsUp >= 5 && kind.use !== "factory" ? random.int(0, 2) : 0,
      heightM: Math.round((floorsUp * kind.floorHeightM + 0.6) * 10) / 10,
      areaM2: Math.round((areaM2 * (isMain ? 1.4 : 0.8)) / (count + 0.4)),
      builtYear: random.int(1988, 2024),
      structure: structureOf(kind.use, random),
      hasFacilities: unit.hasFacilities,
      plans: [],
    };
  });
}
