/**
 * What the demonstration city is made of: how many units of each kind, how large, how named. `big` is the share that reaches the key-unit
 * threshold of its kind (rules/key-units.yaml), so that about 120 of 2,000 units grade as key.
 */
import type { UnitKind } from "../domain/unit-kinds.ts";
import type { Random } from "./random.ts";
import type { DemoBuilding } from "./types.ts";

export type Figures = {
  readonly areaM2: number;
  readonly floors: number;
  readonly businessAreaM2?: number;
  readonly rooms?: number;
  readonly beds?: number;
  readonly seats?: number;
  readonly staff?: number;
  readonly storedT?: number;
};
export type KindOfDemo = {
  readonly kind: UnitKind;
  readonly count: number;
  readonly big: number;
  readonly figures: (big: boolean, random: Random) => Figures;
  /** `{w}` invented word, `{p}` town or street, `{c}` county, each without its suffix. */
  readonly names: readonly string[];
  readonly bigNames?: readonly string[];
  readonly use: DemoBuilding["use"];
  readonly floorHeightM: number;
  /** Where it stands: mostly in streets, in market towns, or anywhere. */
  readonly where: "street" | "town" | "any";
  /** The figure its rule asks for; sometimes left empty, as in every real register. */
  readonly asked?: "areaM2" | "businessAreaM2" | "rooms" | "beds" | "staff" | "storedT";
  /** Units of this kind that are key and networked first. */
  readonly networked?: number;
  /** Rooms by which places are told apart. */
  readonly places: readonly string[];
};

const sized = (big: boolean, random: Random, bigRange: readonly [number, number], smallRange: readonly [number, number]): number =>
  random.int(...(big ? bigRange : smallRange));

/** A list in which the main place is picked about two times in three. */
const mostly = (main: string, others: readonly string[]): readonly string[] => [
  ...others.map(() => main),
  ...others.map(() => main),
  ...others,
];

export const kindsOfDemo: readonly KindOfDemo[] = [
  {
    kind: "shop",
    count: 150,
    big: 0.09,
    figures: (big, r) =>
      big
        ? { areaM2: r.int(1_200, 42_000), floors: r.int(2, 6), staff: r.int(40, 600) }
        : { areaM2: r.int(120, 960), floors: r.int(1, 2), staff: r.int(3, 30) },
    names: ["{w}超市", "{w}百货", "{p}{w}市场", "{w}家居", "{w}家电商行", "{p}{w}菜场"],
    bigNames: ["{w}商厦", "{w}购物中心", "{p}{w}广场", "{c}{w}商贸城"],
    use: "public",
    floorHeightM: 4.6,
    where: "street",
    asked: "areaM2",
    networked: 11,
    places: ["化妆品区", "女装区", "男装区", "童装区", "鞋包区", "家居区", "家电区", "超市区", "餐饮区", "儿童乐园", "仓储间", "收银台"],
  },
  {
    kind: "smallPlace",
    count: 400,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(25, 280), floors: 1, staff: r.int(1, 9) }),
    names: [
      "{w}便利店",
      "{w}网咖",
      "{w}美容店",
      "{w}小吃店",
      "{w}足浴店",
      "{w}诊所",
      "{w}五金店",
      "{w}培训班",
      "{w}理发店",
      "{w}快递驿站",
      "{w}加工坊",
    ],
    use: "mixed",
    floorHeightM: 3.4,
    where: "any",
    places: ["店堂", "操作间", "库房"],
  },
  {
    kind: "restaurant",
    count: 210,
    big: 0.1,
    figures: (big, r) => ({
      areaM2: sized(big, r, [500, 3_200], [60, 480]),
      floors: r.int(1, big ? 4 : 2),
      seats: sized(big, r, [120, 600], [20, 110]),
      staff: r.int(3, 60),
    }),
    names: ["{w}酒楼", "{w}饭庄", "{w}火锅店", "{p}{w}农家乐", "{w}面馆", "{w}土菜馆", "{w}烤鱼店"],
    use: "mixed",
    floorHeightM: 4,
    where: "any",
    places: ["大堂", "包厢", "厨房", "备餐间", "库房"],
  },
  {
    kind: "hotel",
    count: 110,
    big: 0.12,
    figures: (big, r) => {
      const rooms = sized(big, r, [52, 268], [8, 46]);
      return {
        areaM2: rooms * r.int(38, 62),
        floors: big ? r.int(6, 16) : r.int(3, 5),
        rooms,
        beds: Math.round(rooms * 1.6),
        staff: Math.ceil(rooms / 3),
      };
    },
    names: ["{w}宾馆", "{w}旅馆", "{p}{w}客栈", "{p}{w}民宿", "{w}商务酒店"],
    bigNames: ["{c}{w}大酒店", "{w}国际酒店", "{c}{w}饭店"],
    use: "public",
    floorHeightM: 3.6,
    where: "any",
    asked: "rooms",
    networked: 10,
    places: mostly("客房", ["布草间", "会议室", "餐厅", "厨房", "配电间", "茶室"]),
  },
  {
    kind: "entertainment",
    count: 50,
    big: 0.2,
    figures: (big, r) => ({
      areaM2: sized(big, r, [220, 2_800], [70, 190]),
      floors: r.int(1, 3),
      seats: r.int(30, 500),
      staff: r.int(6, 60),
    }),
    names: ["{w}台球室", "{w}棋牌室", "{w}电玩屋", "{w}茶座"],
    bigNames: ["{w}KTV", "{w}影城", "{w}歌舞厅", "{w}游艺城"],
    use: "public",
    floorHeightM: 4.2,
    where: "street",
    asked: "areaM2",
    networked: 7,
    places: ["包厢", "大厅", "放映厅", "吧台", "设备间", "候场区"],
  },
  {
    kind: "hospital",
    count: 45,
    big: 0.2,
    figures: (big, r) => {
      const beds = sized(big, r, [60, 920], [0, 42]);
      return { areaM2: 600 + beds * r.int(70, 110), floors: big ? r.int(5, 15) : r.int(2, 4), beds, staff: 12 + beds };
    },
    names: ["{p}社区卫生服务站", "{p}卫生院", "{w}门诊部", "{w}口腔医院"],
    bigNames: ["{c}{w}医院", "{w}康复医院", "{c}{w}中医院"],
    use: "public",
    floorHeightM: 3.9,
    where: "any",
    asked: "beds",
    networked: 7,
    places: mostly("病房", ["护士站", "处置室", "药房", "检验科", "手术室", "配电间"]),
  },
  {
    kind: "nursing",
    count: 55,
    big: 0.16,
    figures: (big, r) => {
      const beds = sized(big, r, [52, 330], [10, 46]);
      return { areaM2: beds * r.int(28, 45), floors: big ? r.int(3, 6) : r.int(1, 3), beds, staff: Math.ceil(beds / 4) };
    },
    names: ["{p}居家养老服务中心", "{p}{w}敬老院", "{w}托老所"],
    bigNames: ["{w}养老院", "{c}{w}颐养中心", "{p}{w}护理院"],
    use: "public",
    floorHeightM: 3.5,
    where: "any",
    asked: "beds",
    networked: 6,
    places: mostly("居室", ["活动室", "餐厅", "康复室", "护理站", "洗衣房"]),
  },
  {
    kind: "school",
    count: 110,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(2_400, 21_000), floors: r.int(3, 5), staff: r.int(20, 160) }),
    names: ["{p}小学", "{p}初级中学", "{p}{w}小学", "{w}学校", "{p}{w}中学"],
    use: "public",
    floorHeightM: 3.8,
    where: "any",
    networked: 2,
    places: mostly("教室", ["教师办公室", "实验室", "图书室", "食堂"]),
  },
  {
    kind: "boardingSchool",
    count: 12,
    big: 0.75,
    figures: (big, r) => {
      const beds = sized(big, r, [180, 2_400], [30, 90]);
      return { areaM2: 4_000 + beds * 14, floors: r.int(4, 6), beds, staff: 30 + Math.round(beds / 12) };
    },
    names: ["{w}寄宿学校"],
    bigNames: ["{c}{w}高级中学", "{w}职业学校", "{c}{w}外国语学校"],
    use: "public",
    floorHeightM: 3.6,
    where: "street",
    asked: "beds",
    networked: 5,
    places: mostly("宿舍", ["教室", "值班室", "食堂", "实验室"]),
  },
  {
    kind: "kindergarten",
    count: 110,
    big: 0.01,
    figures: (big, r) => ({ areaM2: r.int(700, 4_200), floors: r.int(2, 3), beds: big ? r.int(60, 120) : 0, staff: r.int(10, 46) }),
    names: ["{p}幼儿园", "{w}幼儿园", "{p}{w}幼儿园"],
    use: "public",
    floorHeightM: 3.6,
    where: "any",
    asked: "beds",
    places: mostly("活动室", ["寝室", "音体室", "厨房"]),
  },
  {
    kind: "government",
    count: 12,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(3_500, 26_000), floors: r.int(4, 9), staff: r.int(60, 700) }),
    names: ["{c}第一行政中心", "{c}第二行政中心", "{c}{w}政务大楼"],
    use: "public",
    floorHeightM: 3.9,
    where: "street",
    networked: 2,
    places: mostly("办公室", ["会议室", "档案室", "服务大厅", "机房"]),
  },
  {
    kind: "broadcast",
    count: 2,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(4_000, 18_000), floors: r.int(5, 12), staff: r.int(80, 300) }),
    names: ["{c}{w}广播中心", "{c}{w}通信枢纽"],
    use: "public",
    floorHeightM: 4.2,
    where: "street",
    networked: 1,
    places: ["演播室", "机房", "播控室", "办公室"],
  },
  {
    kind: "station",
    count: 6,
    big: 0.4,
    figures: (big, r) => {
      const hall = sized(big, r, [560, 4_200], [90, 420]);
      return { areaM2: hall * 3, businessAreaM2: hall, floors: r.int(1, 3), staff: r.int(12, 120) };
    },
    names: ["{p}客运站", "{c}{w}汽车站"],
    use: "public",
    floorHeightM: 6,
    where: "town",
    asked: "businessAreaM2",
    networked: 1,
    places: ["候车厅", "售票厅", "行包房", "办公室"],
  },
  {
    kind: "stadium",
    count: 3,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(4_000, 26_000), floors: r.int(2, 4), seats: r.int(800, 9_000), staff: r.int(20, 90) }),
    names: ["{c}{w}体育馆", "{c}{w}会堂"],
    use: "public",
    floorHeightM: 6,
    where: "street",
    networked: 2,
    places: ["看台", "比赛大厅", "更衣室", "设备间"],
  },
  {
    kind: "library",
    count: 5,
    big: 0.6,
    figures: (big, r) => ({ areaM2: sized(big, r, [2_200, 16_000], [400, 1_700]), floors: r.int(2, 6), staff: r.int(8, 60) }),
    names: ["{c}{w}书院", "{p}{w}展览馆", "{c}{w}图书馆"],
    use: "public",
    floorHeightM: 4.5,
    where: "street",
    asked: "areaM2",
    networked: 2,
    places: ["阅览室", "书库", "展厅", "报告厅"],
  },
  {
    kind: "museum",
    count: 3,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(1_500, 9_000), floors: r.int(1, 4), staff: r.int(10, 50) }),
    names: ["{c}{w}博物馆", "{c}{w}档案馆"],
    use: "public",
    floorHeightM: 4.8,
    where: "street",
    networked: 1,
    places: ["展厅", "库房", "修复室"],
  },
  {
    kind: "relic",
    count: 3,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(300, 2_400), floors: 1, staff: r.int(2, 12) }),
    names: ["{p}{w}古宅", "{p}{w}宗祠"],
    use: "other",
    floorHeightM: 6,
    where: "any",
    places: ["正厅", "厢房", "戏台"],
  },
  {
    kind: "religious",
    count: 36,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(150, 2_600), floors: r.int(1, 2), staff: r.int(1, 16) }),
    names: ["{p}{w}寺", "{w}庵", "{p}{w}殿", "{p}{w}教堂"],
    use: "other",
    floorHeightM: 6,
    where: "any",
    places: ["大殿", "客堂", "斋房"],
  },
  {
    kind: "power",
    count: 3,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(2_000, 14_000), floors: r.int(1, 4), staff: r.int(20, 160) }),
    names: ["{c}{w}热电厂", "{p}{w}变电站"],
    use: "factory",
    floorHeightM: 6,
    where: "town",
    networked: 1,
    places: ["主控室", "配电室", "电缆夹层", "汽机间"],
  },
  {
    kind: "hazardous",
    count: 14,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(300, 5_200), floors: 1, staff: r.int(6, 80), storedT: r.int(20, 900) }),
    names: ["{p}{w}加油站", "{p}{w}加油站", "{p}{w}加气站", "{w}液化气站", "{w}化工仓储"],
    use: "other",
    floorHeightM: 6,
    where: "any",
    networked: 2,
    places: ["站房", "罩棚", "罐区", "泵房"],
  },
  {
    kind: "factory",
    count: 250,
    big: 0.12,
    figures: (big, r) => ({
      areaM2: sized(big, r, [6_000, 52_000], [600, 5_400]),
      floors: r.int(1, 4),
      staff: sized(big, r, [120, 900], [8, 96]),
    }),
    names: ["{w}新材料厂", "{w}机械厂", "{w}纺织厂", "{w}食品厂", "{w}木业", "{w}电器厂", "{p}{w}制衣厂", "{w}纸业"],
    use: "factory",
    floorHeightM: 5.4,
    where: "town",
    asked: "staff",
    networked: 5,
    places: ["生产车间", "包装车间", "原料库", "成品库", "配电室", "办公区"],
  },
  {
    kind: "research",
    count: 3,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(1_800, 9_000), floors: r.int(3, 6), staff: r.int(30, 240) }),
    names: ["{w}研究所", "{c}{w}实验中心"],
    use: "public",
    floorHeightM: 4,
    where: "street",
    places: mostly("实验室", ["试剂间", "办公室"]),
  },
  {
    kind: "highRise",
    count: 9,
    big: 1,
    figures: (_, r) => ({ areaM2: r.int(9_000, 62_000), floors: r.int(9, 22), staff: r.int(120, 1_600) }),
    names: ["{w}大厦", "{c}{w}中心", "{w}国际大厦"],
    use: "public",
    floorHeightM: 3.8,
    where: "street",
    networked: 7,
    places: mostly("办公室", ["会议室", "茶水间", "新风机房", "配电间"]),
  },
  {
    kind: "residence",
    count: 150,
    big: 0.35,
    figures: (big, r) => ({
      areaM2: sized(big, r, [24_000, 160_000], [3_000, 22_000]),
      floors: big ? r.int(11, 27) : r.int(4, 7),
      staff: r.int(4, 40),
    }),
    names: ["{w}小区", "{w}花园", "{p}{w}苑", "{w}新村"],
    bigNames: ["{w}府", "{w}华庭", "{p}{w}公寓"],
    use: "residential",
    floorHeightM: 2.95,
    where: "street",
    networked: 5,
    places: mostly("户内过道", ["电梯厅", "前室", "电表间", "物业用房"]),
  },
  {
    kind: "grainStore",
    count: 4,
    big: 0.5,
    figures: (big, r) => ({
      areaM2: r.int(2_500, 16_000),
      floors: 1,
      storedT: sized(big, r, [11_000, 42_000], [800, 7_500]),
      staff: r.int(8, 40),
    }),
    names: ["{c}{w}粮库"],
    use: "store",
    floorHeightM: 8,
    where: "town",
    asked: "storedT",
    places: ["平房仓", "机房", "药品库"],
  },
  {
    kind: "warehouse",
    count: 70,
    big: 0.2,
    figures: (big, r) => ({ areaM2: sized(big, r, [6_000, 36_000], [400, 5_200]), floors: r.int(1, 2), staff: r.int(4, 70) }),
    names: ["{w}物流园", "{w}仓储", "{p}{w}冷库", "{w}电商仓"],
    use: "store",
    floorHeightM: 7.5,
    where: "town",
    networked: 2,
    places: ["货架区", "分拣区", "月台", "充电间", "办公区"],
  },
  {
    kind: "construction",
    count: 24,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(3_000, 60_000), floors: r.int(3, 26), staff: r.int(30, 320) }),
    names: ["{w}花园项目工地", "{p}{w}安置房工地", "{p}{w}厂房工地"],
    use: "other",
    floorHeightM: 3.2,
    where: "any",
    places: ["作业面", "生活区", "材料堆场"],
  },
  {
    kind: "office",
    count: 40,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(600, 5_200), floors: r.int(2, 6), staff: r.int(10, 260) }),
    names: ["{w}写字楼", "{w}创业园", "{p}{w}商务楼"],
    use: "public",
    floorHeightM: 3.6,
    where: "street",
    places: mostly("办公室", ["会议室", "茶水间"]),
  },
  {
    kind: "other",
    count: 110,
    big: 0,
    figures: (_, r) => ({ areaM2: r.int(200, 3_200), floors: r.int(1, 4), staff: r.int(4, 60) }),
    names: ["{p}综合服务中心", "{p}文化礼堂", "{p}{w}便民中心", "{p}自来水厂"],
    use: "public",
    floorHeightM: 3.8,
    where: "any",
    places: ["大厅", "办公室", "库房"],
  },
];

export const placesOf = (kind: UnitKind): readonly string[] => kindsOfDemo.find((k) => k.kind === kind)?.places ?? ["大厅", "办公室"];
