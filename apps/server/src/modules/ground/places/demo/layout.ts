/** Floor layouts 平面布置 of demonstration buildings: a corridor between two rows of rooms, a staircase at either end, detectors by room and corridor. */
import type { UnitKind } from "../domain/unit-kinds.ts";
import { placesOf } from "./kinds.ts";
import type { Random } from "./random.ts";
import type { FloorPlan, PlanPoint } from "./types.ts";

/** One device on a floor; `componentType` is a number of GB/T 26875.3 table 5. */
export type Spot = {
  readonly componentType: number;
  readonly x: number;
  readonly y: number;
  readonly zone: string;
  readonly place: string;
};
export type Layout = { readonly plan: FloorPlan; readonly spots: readonly Spot[] };

export const componentType = {
  panel: 1,
  callPoint: 23,
  hydrantButton: 24,
  heat: 31,
  smoke: 40,
  electricalControl: 82,
  pump: 91,
  tank: 92,
  sprinklerPump: 95,
  flowIndicator: 96,
  signalValve: 97,
  alarmValve: 98,
  pressureSwitch: 99,
  fireDoor: 102,
  fan: 111,
  smokeOutlet: 115,
  shutter: 117,
  sounder: 121,
} as const;

const CORRIDOR_M = 2.4;
const STAIR_M = 3.2;
/** Where smoke is part of the work, heat is watched instead. */
const smoky = /厨房|备餐|洗衣|充电|泵房|加工/;

const tenth = (metres: number): number => Math.round(metres * 10) / 10;
const rectangle = (x: number, y: number, widthM: number, depthM: number): PlanPoint[] => [
  [tenth(x), tenth(y)],
  [tenth(x + widthM), tenth(y)],
  [tenth(x + widthM), tenth(y + depthM)],
  [tenth(x), tenth(y + depthM)],
];

export type Floor = {
  readonly kind: UnitKind;
  readonly floor: number;
  readonly widthM: number;
  readonly depthM: number;
  readonly roomsPerSide: number;
  /** Above 14 storeys a floor gets the fewest devices that still make sense, so that a tower stays within 400. */
  readonly sparse: boolean;
};

type Room = FloorPlan["rooms"][number];

/** The northern row begins beside staircase 1, the southern one ends before staircase 2, so their walls are not in line. */
const rowStart = (north: boolean): number => (north ? STAIR_M : 0);

function roomsOf({ kind, floor, widthM, depthM, roomsPerSide }: Floor, zones: number, random: Random): Room[] {
  const places = placesOf(kind);
  const rowDepth = (depthM - CORRIDOR_M) / 2;
  const roomWidth = (widthM - STAIR_M) / roomsPerSide;
  return Array.from({ length: roomsPerSide * 2 }, (_, i): Room => {
    const north = i < roomsPerSide;
    const inRow = i % roomsPerSide;
    const number = `${Math.abs(floor)}${String(i + 1).padStart(2, "0")}`;
    return {
      x: tenth(rowStart(north) + inRow * roomWidth),
      y: tenth(north ? 0 : depthM - rowDepth),
      widthM: tenth(roomWidth),
      depthM: tenth(rowDepth),
      name: `${random.pick(places)}${number}`,
      zone: zones === 1 || inRow < roomsPerSide / 2 ? "A" : "B",
    };
  });
}

function roomSpots(room: Room, sparse: boolean): Spot[] {
  const type = smoky.test(room.name) ? componentType.heat : componentType.smoke;
  // 60 to 80 m² a smoke detector is common practice; one in the middle, a second in a large room
  const along = !sparse && room.widthM * room.depthM > 75 ? [0.3, 0.7] : [0.5];
  return along.map((share) => ({
    componentType: type,
    x: tenth(room.x + room.widthM * share),
    y: tenth(room.y + room.depthM / 2),
    zone: room.zone,
    place: room.name,
  }));
}

/** Compartment A up to the middle wall of each row, B beyond it; the corridor goes with the northern row. */
function zonesOf({ widthM, depthM, roomsPerSide }: Floor): FloorPlan["zones"] {
  if (widthM < 40) return [{ name: "A", label: "A 分区", outline: rectangle(0, 0, widthM, depthM) }];
  const wall = (north: boolean): number => tenth(rowStart(north) + (Math.ceil(roomsPerSide / 2) * (widthM - STAIR_M)) / roomsPerSide);
  const step = tenth((depthM + CORRIDOR_M) / 2);
  const border: PlanPoint[] = [
    [wall(true), 0],
    [wall(true), step],
    [wall(false), step],
    [wall(false), depthM],
  ];
  return [
    { name: "A", label: "A 分区", outline: [[0, 0], ...border, [0, depthM]] },
    { name: "B", label: "B 分区", outline: [...border, [widthM, depthM], [widthM, 0]] },
  ];
}

/** Buttons, doors, valves and sounders along the corridor. */
function corridorSpots({ widthM, depthM, sparse }: Floor, split: number): Spot[] {
  const middle = depthM / 2;
  const at = (type: number, x: number, y: number, place: string): Spot => ({
    componentType: type,
    x: tenth(x),
    y: tenth(y),
    zone: x < split ? "A" : "B",
    place,
  });
  const count = Math.max(1, Math.round(widthM / (sparse ? 34 : 11)));
  const detectors = Array.from({ length: count }, (_, i): Spot => {
    const x = (widthM * (i + 0.5)) / count;
    const side = count === 1 ? "" : x < widthM / 3 ? "西侧" : x > (2 * widthM) / 3 ? "东侧" : "中部";
    return at(componentType.smoke, x, middle, `${side}走道`);
  });
  const west = { x: 1, inward: 1, name: "1#楼梯口", doorY: middle - CORRIDOR_M / 2 };
  const east = { x: widthM - 1, inward: -1, name: "2#楼梯口", doorY: middle + CORRIDOR_M / 2 };
  const ends = sparse ? [west] : [west, east];
  return [
    ...detectors,
    ...ends.map(({ x, name }) => at(componentType.callPoint, x, middle, name)),
    ...ends.map(({ x, inward, name }) => at(componentType.hydrantButton, x + 2.6 * inward, middle + 0.7, name)),
    ...ends.map(({ x, inward, name, doorY }) => at(componentType.fireDoor, x + 0.8 * inward, doorY, `${name}防火门`)),
    at(componentType.flowIndicator, 0.6, middle + 0.9, "管道井"),
    at(componentType.sounder, widthM * 0.3, middle - 0.8, "走道"),
    ...(sparse
      ? []
      : [
          at(componentType.signalValve, 1.6, middle + 0.9, "管道井"),
          at(componentType.smokeOutlet, widthM * 0.4, middle - 0.8, "走道排烟口"),
        ]),
    ...(split < widthM
      ? [at(componentType.shutter, split - 0.1, middle, "A、B 分区之间"), at(componentType.sounder, widthM * 0.8, middle - 0.8, "走道")]
      : []),
  ];
}

/** One floor with its plan and its devices, in the order the installer numbers them: zone by zone. */
export function layoutFloor(given: Floor, random: Random): Layout {
  const { widthM, depthM, sparse } = given;
  const rowDepth = tenth((depthM - CORRIDOR_M) / 2);
  const zones = zonesOf(given);
  const split = zones.length > 1 ? (zones[0]?.outline[1]?.[0] ?? widthM) : widthM;
  const rooms = roomsOf(given, zones.length, random);
  const devices = [...rooms.flatMap((room) => roomSpots(room, sparse)), ...corridorSpots(given, split)];
  const plan: FloorPlan = {
    version: 1,
    widthM,
    depthM,
    outline: rectangle(0, 0, widthM, depthM),
    walls: [
      [
        [STAIR_M, rowDepth],
        [widthM, rowDepth],
      ],
      [
        [0, tenth(depthM - rowDepth)],
        [tenth(widthM - STAIR_M), tenth(depthM - rowDepth)],
      ],
      ...rooms.map((room): readonly PlanPoint[] => [
        [room.x, room.y],
        [room.x, tenth(room.y + room.depthM)],
      ]),
    ],
    rooms,
    stairs: [
      { name: "1#楼梯", x: 0, y: 0, widthM: STAIR_M, depthM: rowDepth },
      { name: "2#楼梯", x: tenth(widthM - STAIR_M), y: tenth(depthM - rowDepth), widthM: STAIR_M, depthM: rowDepth },
    ],
    voids: [],
    zones,
  };
  return { plan, spots: zones.flatMap(({ name }) => devices.filter((spot) => spot.zone === name)) };
}

/** Pumps, valves, tank, fans and the panel itself: once a building, on no floor plan. */
export const plantSpots = (floorsUp: number, basement: boolean): readonly (Spot & { readonly floor: number })[] => {
  const low = basement ? -1 : 1;
  const spot = (type: number, floor: number, place: string) => ({ componentType: type, x: 0, y: 0, zone: "", place, floor });
  return [
    spot(componentType.panel, 1, "消防控制室"),
    spot(componentType.electricalControl, 1, "消防控制室"),
    spot(componentType.pump, low, "消防泵房 1#消火栓泵"),
    spot(componentType.pump, low, "消防泵房 2#消火栓泵"),
    spot(componentType.sprinklerPump, low, "消防泵房 1#喷淋泵"),
    spot(componentType.sprinklerPump, low, "消防泵房 2#喷淋泵"),
    spot(componentType.alarmValve, low, "消防泵房 湿式报警阀"),
    spot(componentType.pressureSwitch, low, "消防泵房 压力开关"),
    spot(componentType.tank, floorsUp, "屋面消防水箱"),
    spot(componentType.fan, floorsUp, "屋面 1#排烟风机"),
    spot(componentType.fan, floorsUp, "屋面 2#排烟风机"),
    spot(componentType.fan, floorsUp, "屋面正压送风机"),
  ];
};
