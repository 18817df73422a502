/** 居住出租房: who owns it, how many live in it, which of the six lines of work are done, and a patrol as often as its risk asks. QZ-4.1.1 */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, many, ref, text, yes } from "#platform/ledger/fields.ts";
import { patrolEveryDays } from "./rules-in-force.ts";

export const sixItems = ["registered", "equipped", "structureChecked", "patrolled", "rectified", "educated"] as const;
export const riskGrades = { high: "高", medium: "中", low: "低" } as const;

export const rentalHouse = defineLedger("key-places.rental-house", {
  label: "居住出租房",
  counter: "处",
  title: "name",
  place: "point",
  fields: {
    name: text("房屋", { required: true, max: 100, group: "登记" }),
    address: text("地址", { required: true, max: 200, group: "登记" }),
    owner: text("房东", { max: 40, personal: "identity", group: "登记" }),
    ownerPhone: text("房东电话", { max: 20, format: "phone", personal: "contact", group: "登记" }),
    tenants: integer("租住人数", { required: true, unit: "人", min: 0, max: 2_000, group: "登记" }),
    rooms: integer("出租间数", { unit: "间", min: 0, max: 1_000, group: "登记" }),
    structure: choice(
      "结构",
      { concrete: "钢筋混凝土", brick: "砖混", timber: "砖木或木", steel: "彩钢板", other: "其他" },
      { indexed: true, group: "登记" },
    ),
    floors: integer("层数", { unit: "层", min: 1, max: 60, group: "登记" }),
    facilities: many(
      "消防设施",
      { extinguisher: "灭火器", hose: "简易喷淋或软管", detector: "独立烟感", light: "应急照明", escape: "逃生器材", door: "分户防火门" },
      { group: "登记" },
    ),
    charging: choice(
      "电动自行车充电",
      { outside: "室外集中", none: "无", inside: "室内", stairs: "楼道" },
      { indexed: true, group: "登记" },
    ),
    riskGrade: choice("风险等级", riskGrades, { required: true, indexed: true, group: "登记" }),
    patrolDays: integer("巡查周期", { readOnly: true, unit: "天", group: "登记" }),
    registered: yes("信息排查登记", { group: "六项工作" }),
    equipped: yes("基础设施建设", { group: "六项工作" }),
    structureChecked: yes("房屋结构排查", { group: "六项工作" }),
    patrolled: yes("消防巡查", { group: "六项工作" }),
    rectified: yes("隐患整治", { group: "六项工作" }),
    educated: yes("宣传教育", { group: "六项工作" }),
    itemsDone: integer("六项完成", { readOnly: true, unit: "项", indexed: true, group: "六项工作" }),
    lastPatrolOn: day("最近巡查", { readOnly: true, indexed: true, group: "巡查" }),
    lastProblems: integer("最近巡查问题", { readOnly: true, unit: "处", group: "巡查" }),
    note: long("备注", { max: 1_000 }),
  },
  search: ["name", "address"],
  list: {
    columns: ["name", "address", "area", "tenants", "riskGrade", "charging", "itemsDone", "patrolDays", "lastPatrolOn", "ownerPhone"],
    filters: ["area", "riskGrade", "structure", "charging", "itemsDone", "lastPatrolOn"],
    sort: "name",
  },
  views: {
    undone: { label: "六项未齐", where: { itemsDone: { before: 6 } } },
    patrolDue: {
      label: "到期未巡",
      where: {
        any: [
          { lastPatrolOn: { set: false } },
          { riskGrade: "high", lastPatrolOn: { before: `today-${patrolEveryDays.high}d` } },
          { riskGrade: "medium", lastPatrolOn: { before: `today-${patrolEveryDays.medium}d` } },
          { riskGrade: "low", lastPatrolOn: { before: `today-${patrolEveryDays.low}d` } },
        ],
      },
    },
    charging: { label: "室内充电", where: { charging: ["inside", "stairs"] } },
  },
  purpose: "居住出租房消防安全登记与联系房东整改；房屋不再出租后随修改清除",
  derive: (row) => ({
    itemsDone: sixItems.filter((item) => row[item] === true).length,
    patrolDays: row.riskGrade ? patrolEveryDays[row.riskGrade] : null,
  }),
});

export const rentalPatrol = defineLedger("key-places.rental-patrol", {
  label: "出租房巡查",
  counter: "次",
  title: "foundWords",
  record: { on: "patrolledOn", lockDays: 7 },
  partOf: "house",
  fields: {
    house: ref("居住出租房", rentalHouse, { required: true }),
    patrolledOn: day("巡查日期", { required: true }),
    by: text("巡查人", { required: true, max: 40 }),
    tenants: integer("在住人数", { unit: "人", min: 0, max: 2_000 }),
    problems: integer("问题", { required: true, unit: "处", min: 0, max: 200 }),
    foundWords: text("巡查情况", { required: true, max: 300 }),
    educated: yes("当场宣传"),
  },
  list: {
    columns: ["house", "patrolledOn", "by", "problems", "foundWords"],
    filters: ["area", "house", "patrolledOn", "problems"],
    sort: "-patrolledOn",
  },
  keeps: { on: "patrolledOn", set: { lastPatrolOn: "patrolledOn", lastProblems: "problems" } },
});
