/** Words of responsibility 责任体系, as the five documents use them. */

/** Where a duty stands in the four layers. JX-0.2 */
export const layers = { government: "政府", department: "部门", unit: "单位", foundation: "基础工作" } as const;

/** What kind of duty it is: of everyday leadership, of managing an industry, of supporting others, of the countryside. JX-2.3.9, TY-2.4.1.2 */
export const dutyClasses = {
  leadership: "领导责任",
  industry: "行业管理",
  support: "支持保障",
  supervision: "监督管理",
  rural: "农村消防",
} as const;

/** 三谁原则: who decides about an industry that several or none look after. QZ-2.2.2 */
export const principles = { manages: "谁主管谁牵头", mainly: "谁为主谁牵头", nearest: "谁靠近谁牵头" } as const;

/** How it is known to which group a unit belongs. */
export const hows = { hand: "人工登记", self: "集团自报", feed: "登记信息", name: "名称规则" } as const;

export const listScopes = { rural: "农村消防" } as const;
export const listKinds = { power: "权力清单", duty: "责任清单" } as const;

/** Before an accident and after one. QZ-3.1.4, SH-8.9, PT-2.2.4.8, JX-1.4.1 */
export const triggers = {
  unchecked: "应查未查",
  overdueHazard: "重大隐患逾期未改",
  unperformed: "职责未履行",
  failedAssessment: "考核不合格",
  missedRectification: "督导问题逾期未改",
  seriousProblems: "督导发现严重问题",
  fire: "发生有责火灾",
  influence: "火灾影响较大",
  approval: "审批失职",
  facilities: "设施建设失职",
  forces: "力量发展失职",
} as const;
export type Trigger = keyof typeof triggers;
const before: readonly Trigger[] = [
  "unchecked",
  "overdueHazard",
  "unperformed",
  "failedAssessment",
  "missedRectification",
  "seriousProblems",
];
export const phases = { before: "事前", after: "事后" } as const;
export const phaseOf = (trigger: Trigger): keyof typeof phases => (before.includes(trigger) ? "before" : "after");

/** In order of weight; exemption is none of them but a decision of its own. */
export const measuresTaken = {
  reminder: "提醒谈话",
  criticism: "通报批评",
  interview: "警示约谈",
  inspection: "责令检查",
  adjustment: "建议调整岗位",
  discipline: "移送纪检监察",
  exempted: "尽职免责",
} as const;
export type Measure = keyof typeof measuresTaken;

/** What a proposal to open a case rests on; nothing is opened by itself. SH-8.9, JX-1.4.1, QZ-3.1.4 */
export const proposalRules = { duty: "应尽事项逾期", urging: "催办未回应", hazard: "重大隐患逾期", fire: "亡人火灾" } as const;
export type ProposalRule = keyof typeof proposalRules;

export const supporters = { police: "公安", emergency: "应急管理", fire: "消防救援" } as const;
export const supportKinds = { law: "执法支持", technique: "技术支持", training: "业务培训", people: "人员力量", other: "其他" } as const;
