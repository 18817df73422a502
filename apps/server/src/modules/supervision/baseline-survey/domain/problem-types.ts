/**
 * What sort of problem a hazard is, so that an inventory can be read by area and type. Told by the check item it was found under (the common blocks
 * of rules/checklists begin their numbers with letters), else by the words of what was found. Our own ordering, out of no document.
 */
export const problemTypes = {
  evacuation: "安全疏散",
  facilities: "消防设施",
  power: "用火用电用气",
  building: "建筑与分隔",
  lane: "消防通道",
  management: "消防管理",
  lodging: "违规住人",
  other: "其他问题",
} as const;
export type ProblemType = keyof typeof problemTypes;

type Rule = { readonly type: Exclude<ProblemType, "other">; readonly items: readonly string[]; readonly words: string };

/** Read from above: the first that fits. Words are an alternation that JavaScript and PostgreSQL read alike. */
export const typeRules: readonly Rule[] = [
  { type: "lane", items: [], words: "消防车通道|消防车道|登高|回车场" },
  { type: "lodging", items: ["LO"], words: "住人|住宿|合用|夜间安全" },
  { type: "evacuation", items: ["EV"], words: "疏散|安全出口|逃生|防火门|楼梯|通道|走道|窗口" },
  { type: "power", items: ["PU"], words: "电气|电线|线路|充电|电动自行车|燃气|用电|用火|动火|明火|油烟|电器|配电" },
  {
    type: "facilities",
    items: ["FA", "CR"],
    words: "灭火器|消火栓|喷淋|喷头|报警|探测器|控制室|水泵|消防水|应急照明|联动|防火卷帘|设施|故障|离线",
  },
  { type: "building", items: ["BD", "HR"], words: "分隔|彩钢|夹芯|搭建|装修|间距|建筑|竖井|封堵" },
  { type: "management", items: ["MG", "KU", "PG"], words: "制度|培训|演练|巡查|档案|责任|值班|持证|手续|许可" },
];

export function problemTypeOf({ item, what }: { readonly item: string | null; readonly what: string }): ProblemType {
  const number = item?.split("#")[1] ?? "";
  if (item?.startsWith("device#")) return "facilities";
  const byItem = typeRules.find(({ items }) => items.some((letters) => number.startsWith(`${letters}-`)));
  return (byItem ?? typeRules.find(({ words }) => new RegExp(words, "u").test(what)))?.type ?? "other";
}
