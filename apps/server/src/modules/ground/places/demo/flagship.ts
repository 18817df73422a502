/** 东风商厦: the sample place that recurs in screens, tests and training. Six floors, each with fire compartments A and B around an atrium. */
import { componentType as is, plantSpots, type Spot } from "./layout.ts";
import { areaCodeOf, demoCreditCode } from "./names.ts";
import type { FloorDevice } from "./network.ts";
import type { DemoBuilding, DemoContact, DemoUnit, FloorPlan, PlanPoint } from "./types.ts";
import { near, type Scene, type Town } from "./units.ts";

const WIDTH_M = 72;
const DEPTH_M = 26;
/** Between compartments A and B. */
const SPLIT_M = 46;

const themes = [
  { A: "化妆品区", B: "餐饮区" },
  { A: "鞋包区", B: "童装区" },
  { A: "饰品区", B: "女装区" },
  { A: "男装区", B: "运动区" },
  { A: "家居区", B: "床品区" },
  { A: "影厅区", B: "小吃区" },
] as const;

type Mark = readonly [componentType: number, x: number, y: number, place: string];
/** In the installer's order: in zone B the seventh is 037 and the eleventh 041. `{t}` is what the zone sells. */
const marks: { readonly A: readonly Mark[]; readonly B: readonly Mark[] } = {
  A: [
    [is.smoke, 6, 5.5, "{t}西北角"],
    [is.smoke, 16, 5.5, "{t}北侧柜台"],
    [is.smoke, 26, 5.5, "{t}北侧中部"],
    [is.smoke, 38.4, 5.5, "1#楼梯前室"],
    [is.smoke, 12.4, 12.9, "{t}中部走道"],
    [is.smoke, 33.6, 12.9, "中庭回廊"],
    [is.smoke, 6, 20.3, "{t}西南角"],
    [is.smoke, 16.2, 20.3, "{t}南侧柜台"],
    [is.smoke, 26, 20.3, "2#楼梯前室"],
    [is.smoke, 37.2, 20.3, "{t}南侧中部"],
    [is.callPoint, 22.8, 14.8, "2#楼梯口"],
    [is.callPoint, 39.2, 8.8, "1#楼梯口"],
    [is.hydrantButton, 24.3, 13.4, "2#楼梯旁消火栓"],
    [is.sounder, 20, 12.9, "{t}走道"],
    [is.flowIndicator, 1.2, 12.9, "西侧管道井"],
    [is.signalValve, 1.2, 13.6, "西侧管道井"],
    [is.smokeOutlet, 30, 8.6, "中庭排烟口"],
    [is.fireDoor, 40.3, 8.4, "1#楼梯防火门"],
    [is.fireDoor, 29.3, 16.7, "2#楼梯防火门"],
    [is.shutter, 30, 9.5, "中庭卷帘西"],
  ],
  B: [
    [is.smoke, 48.4, 5.5, "{t}北侧柜台"],
    [is.smoke, 59.4, 5.5, "{t}北侧中部"],
    [is.smoke, 66.8, 5.5, "{t}东北角"],
    [is.smoke, 54, 12.9, "{t}中部走道"],
    [is.smoke, 48.4, 20.3, "{t}南侧柜台"],
    [is.smoke, 59.4, 20.3, "{t}南侧中部"],
    [is.smoke, 59.4, 13.4, "{t}东侧走道"],
    [is.smoke, 66.8, 20.3, "{t}东南角"],
    [is.callPoint, 71, 14.6, "东门口"],
    [is.hydrantButton, 45.1, 13.4, "1#楼梯旁消火栓"],
    [is.smoke, 52, 15.8, "{t}试衣间前"],
    [is.sounder, 62, 12.9, "{t}走道"],
    [is.flowIndicator, 70.8, 12.9, "东侧管道井"],
    [is.signalValve, 70.8, 13.6, "东侧管道井"],
    [is.smokeOutlet, 58, 9.2, "{t}排烟口"],
    [is.shutter, 46, 12.9, "A、B 分区之间卷帘"],
  ],
};

function spotsOf(zone: "A" | "B", floor: number): Spot[] {
  const theme = themes[floor - 1]?.[zone] ?? "";
  const cooked = floor === 1 || floor === 6 ? "B" : "";
  return marks[zone].map(([type, x, y, place], i) => ({
    // the first detector of the food courts hangs over the stove
    componentType: zone === cooked && i === 0 ? is.heat : type,
    x,
    y,
    zone,
    place: zone === cooked && i === 0 ? "厨房" : place.replace("{t}", theme),
  }));
}

const cells = [0, 7.6, 15.2, 22.8] as const;
const eastCells = [46, 54.8, 63.4] as const;
const upright = (x: number, from: number, to: number): readonly PlanPoint[] => [
  [x, from],
  [x, to],
];

function planOf(floor: number): FloorPlan {
  const theme = themes[floor - 1];
  return {
    version: 1,
    widthM: WIDTH_M,
    depthM: DEPTH_M,
    outline: [
      [0, 0],
      [WIDTH_M, 0],
      [WIDTH_M, DEPTH_M],
      [0, DEPTH_M],
    ],
    walls: [
      [
        [0, 10.8],
        [22.8, 10.8],
      ],
      [
        [0, 15.2],
        [22.8, 15.2],
      ],
      [
        [SPLIT_M, 0],
        [SPLIT_M, DEPTH_M],
      ],
      [
        [SPLIT_M, 8.4],
        [WIDTH_M, 8.4],
      ],
      [
        [SPLIT_M, 17.8],
        [WIDTH_M, 17.8],
      ],
      ...cells.slice(1).flatMap((x) => [upright(x, 0, 10.8), upright(x, 15.2, DEPTH_M)]),
      ...eastCells.slice(1).flatMap((x) => [upright(x, 0, 8.4), upright(x, 17.8, DEPTH_M)]),
    ],
    rooms: [
      ...cells.map((x, i) => ({ x, y: 0, widthM: 7.6, depthM: 10.8, name: `${theme?.A}${floor}0${i + 1}`, zone: "A" })),
      ...cells.slice(0, 3).map((x, i) => ({ x, y: 15.2, widthM: 7.6, depthM: 10.8, name: `${theme?.A}${floor}1${i + 1}`, zone: "A" })),
      ...eastCells.map((x, i) => ({ x, y: 0, widthM: 8.6, depthM: 8.4, name: `${theme?.B}${floor}2${i + 1}`, zone: "B" })),
      ...eastCells.map((x, i) => ({ x, y: 17.8, widthM: 8.6, depthM: 8.2, name: `${theme?.B}${floor}3${i + 1}`, zone: "B" })),
    ],
    stairs: [
      { name: "1#楼梯", x: 40.3, y: 0.2, widthM: 5.6, depthM: 8.2 },
      { name: "2#楼梯", x: 23.8, y: 16.7, widthM: 5.5, depthM: 9.2 },
    ],
    voids: [{ name: "中庭", x: 30, y: 9.5, widthM: 9.4, depthM: 6.9 }],
    zones: [
      {
        name: "A",
        label: "A 分区",
        outline: [
          [0, 0],
          [SPLIT_M, 0],
          [SPLIT_M, DEPTH_M],
          [0, DEPTH_M],
        ],
      },
      {
        name: "B",
        label: `B 分区（${theme?.B.replace("区", "")}）`,
        outline: [
          [SPLIT_M, 0],
          [WIDTH_M, 0],
          [WIDTH_M, DEPTH_M],
          [SPLIT_M, DEPTH_M],
        ],
      },
    ],
  };
}

/** Two floors a loop; within it 60 numbers a floor, 30 a zone: 3 层 B 区 starts at 2 回路 031. */
export function flagshipDevices(): { readonly devices: FloorDevice[]; readonly plans: DemoBuilding["plans"] } {
  const floors = themes.map((_, i) => i + 1);
  const onFloors = floors.flatMap((floor) =>
    (["A", "B"] as const).flatMap((zone) =>
      spotsOf(zone, floor).map((spot, i) => ({
        ...spot,
        floor,
        loop: Math.ceil(floor / 2),
        point: (floor % 2 === 1 ? 0 : 60) + (zone === "A" ? 0 : 30) + i + 1,
      })),
    ),
  );
  const plant = plantSpots(6, true).map((spot, i) => ({ ...spot, loop: 4, point: i + 1 }));
  return { devices: [...onFloors, ...plant], plans: floors.map((floor) => ({ floor, name: `东风商厦 ${floor} 层`, plan: planOf(floor) })) };
}

/** Numbers of the sample place: the control room has ‑3051190, the duty line of its maintainer ‑8885119. */
const numbersOf = (division: string) => {
  const { code, digits } = areaCodeOf(division);
  const local = (seven: string): string => `${code}-${digits === 8 ? `0${seven}` : seven}`;
  return { room: local("3051190"), second: local("3051191"), maintainer: local("8885119") };
};

export function flagshipOf(town: Town, scene: Scene): { unit: DemoUnit; building: DemoBuilding; contacts: DemoContact[] } {
  const { random, phones, cityWord } = scene;
  const numbers = numbersOf(town.county.code);
  const village = town.villages[0] ?? town.area;
  const at = near(town, town.area, 150, random);
  const key = "unit-1";
  const [responsiblePhone, managerPhone] = [phones.mobile(), phones.mobile()];
  const unit: DemoUnit = {
    key,
    demo: true,
    area: village.code,
    ...at,
    name: "东风商厦",
    code: `${town.county.code}-00001`,
    creditCode: demoCreditCode("enterprise", town.county.code, 1),
    kind: "shop",
    address: `${town.county.name}${town.area.name}府东街128号`,
    areaM2: 11_232,
    businessAreaM2: 8_640,
    floors: 6,
    heightM: 28.6,
    rooms: null,
    beds: null,
    seats: 420,
    staff: 386,
    storedT: null,
    hasFacilities: true,
    responsible: "何永昌",
    responsiblePhone,
    manager: "王建军",
    managerPhone,
    dutyPhone: numbers.room,
    maintenance: `${cityWord}安泰消防技术服务部`,
    maintenancePhone: numbers.maintainer,
    networked: true,
    vehicleEntry: "府东街北门，高 4.2 米",
    pumpConnection: "北门东侧 8 米，3 组",
    evacuationFocus: "3 至 5 层，日间约 420 人",
    hazardNote: "1 层厨房用天然气",
  };
  const building: DemoBuilding = {
    key: `${key}-building-1`,
    demo: true,
    unit: key,
    area: village.code,
    ...at,
    name: "东风商厦",
    use: "public",
    floorsUp: 6,
    floorsDown: 1,
    heightM: 28.6,
    areaM2: 11_232,
    builtYear: 2006,
    structure: "concrete",
    hasFacilities: true,
    plans: [],
  };
  const base = { demo: true, unit: key, phone: null, officePhone: null, certificate: null } as const;
  const contacts: DemoContact[] = [
    {
      ...base,
      key: `${key}-contact-1`,
      role: "controlRoom",
      post: "消防控制室 当班",
      name: "李文斌",
      officePhone: numbers.room,
      certificate: "中级证",
      callOrder: 1,
    },
    {
      ...base,
      key: `${key}-contact-2`,
      role: "controlRoom",
      post: "消防控制室",
      name: "徐晓燕",
      officePhone: numbers.second,
      certificate: "中级证",
      callOrder: 2,
    },
    { ...base, key: `${key}-contact-3`, role: "manager", post: "总经理助理", name: "王建军", phone: managerPhone, callOrder: 3 },
    { ...base, key: `${key}-contact-4`, role: "responsible", post: "总经理", name: "何永昌", phone: responsiblePhone, callOrder: 4 },
    { ...base, key: `${key}-contact-5`, role: "security", post: "保安", name: "陈建明", phone: phones.mobile(), callOrder: 5 },
    {
      ...base,
      key: `${key}-contact-6`,
      role: "maintenance",
      post: "维保 24 小时值班",
      name: "安泰值班",
      officePhone: numbers.maintainer,
      callOrder: 6,
    },
  ];
  return { unit, building, contacts };
}
