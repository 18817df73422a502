/** The words tasks are sorted by. */
export const taskSources = {
  minutes: "会议纪要",
  table: "任务分解表",
  clause: "政策条款",
  finding: "调研问题",
  superior: "上级任务",
  document: "文件签收",
  plan: "工作计划",
  other: "其他",
} as const;
export type TaskSource = keyof typeof taskSources;

/** 守底线、打基础、管长远: what a measure is for, as the survey's own conclusion sorts them. SH-0.2 */
export const measureTags = { bottom: "守底线", base: "打基础", long: "管长远" } as const;
export const sides = { government: "政府主导", department: "部门联动", society: "社会参与" } as const;

export const programmeKinds = { programme: "专项行动", scheme: "实施方案", plan: "工作计划" } as const;
export const findingKinds = { place: "单位场所", common: "共性问题", mechanism: "机制问题" } as const;
export const pilotResults = { running: "试点中", spread: "可推广", adjust: "需调整", stopped: "已停止" } as const;
export const practiceTopics = {
  responsibility: "责任落实",
  grassroots: "基层治理",
  hazard: "隐患整治",
  publicity: "宣传教育",
  technology: "技防",
  rescue: "救援力量",
  other: "其他",
} as const;
export const practiceOrigins = { summary: "经验总结", pilot: "试点成果", problem: "治本举措" } as const;
