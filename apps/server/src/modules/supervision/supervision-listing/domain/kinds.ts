/** What can be listed, by whom, and the words of the three tools 挂牌督办、约谈、曝光. */
export const targets = { hazard: "重大火灾隐患", unit: "火灾隐患单位", area: "火灾隐患区域", town: "重点镇街" } as const;
export type Target = keyof typeof targets;
export const levels = { city: "市级政府", county: "县级政府", town: "乡镇街道" } as const;
export type Level = keyof typeof levels;
export const batchKinds = {
  majorHazards: "重大火灾隐患单位",
  hazardUnits: "火灾隐患单位和区域",
  towns: "重点镇街",
  highRise: "高层建筑严重问题",
} as const;
export type BatchKind = keyof typeof batchKinds;
export const proposals = { delist: "建议销号", keep: "建议续挂" } as const;
export const interviewKinds = { one: "单独约谈", group: "集中约谈" } as const;
export const interviewSubjects = { town: "镇街", unit: "单位", industry: "行业", department: "部门" } as const;
export const effects = { improved: "明显改进", partly: "部分改进", not: "未见改进" } as const;
export const afterEffects = { kept: "保持", relapsed: "反弹" } as const;
export const exposureGrounds = { overdue: "久拖不改", repeated: "屡督不改" } as const;
export const media = {
  television: "电视",
  newspaper: "报纸",
  internet: "政府网站",
  newMedia: "新媒体",
  publicPlace: "公共场所",
  portal: "本平台公开页",
} as const;
