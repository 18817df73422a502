/** Why hazards come about: what the office has settled for a kind of problem, else what its words suggest. Pure. TY-3.4.1 */
export const causeKinds = {
  duty: "管理责任不落实",
  upkeep: "设施维护不到位",
  building: "建筑先天不足",
  energy: "用电用火不规范",
  people: "人员意识能力不足",
  funds: "投入不足",
  other: "未归类",
} as const;
export type CauseKind = keyof typeof causeKinds;

/** First that fits; what stands above is the more particular. */
const WORDS: readonly (readonly [CauseKind, RegExp])[] = [
  ["energy", /电动|充电|电线|线路|插座|飞线|用电|用火|明火|燃气|动火/],
  ["building", /防火间距|防火分区|疏散楼梯|出口数量|耐火|彩钢|夹芯|违建|违章搭建|分隔/],
  ["people", /不会|不懂|培训|演练|值班|脱岗|持证|在岗/],
  ["funds", /经费|资金|未配|没有配|缺少器材|未设置|未安装/],
  ["duty", /占用|堵塞|遮挡|停放|楔|顶开|锁闭|上锁|封闭|住人|未登记|未落实|制度|巡查|记录|标识/],
  ["upkeep", /损坏|失效|过期|压力|故障|失灵|漏水|缺失|不亮|脱落|维保|屏蔽|完好/],
];
export const suggestCause = (words: string): CauseKind => WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? "other";
