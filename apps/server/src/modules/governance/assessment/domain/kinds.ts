/** Choices of the assessment's ledgers. */
export const levels = { county: "县（市、区）", town: "乡镇（街道）" } as const;
export const uses = {
  praise: "通报表扬",
  urge: "督促整改",
  interview: "警示约谈",
  criticism: "通报批评",
  funding: "经费奖补",
  appointment: "评先评优",
  appraisal: "抄送领导班子考核",
  accountability: "移送追责问责",
} as const;
export const roundKinds = { periodic: "定期督导", midYear: "年中督导", special: "专项督导", pledge: "责任书督导" } as const;
/** 督导三项重点内容. PT-2.2.4.2 */
export const findingKinds = {
  mechanism: "工作机制",
  register: "基础底数清册",
  quality: "检查质量",
  task: "年度任务",
  other: "其他",
} as const;
export const systems = {
  target: "目标绩效考核",
  safe: "平安考核",
  safety: "安全生产考核",
  supervision: "政务督查",
  city: "城市精细化管理",
  oneNet: "一网统管",
  fire: "消防综合考核",
  special: "专项督查",
} as const;
export const honoured = { unit: "单位", group: "集体", person: "个人" } as const;
export const awards = { city: "市级", county: "县级", province: "省级以上" } as const;
export const surveyWays = { street: "街头拦访", phone: "电话", online: "线上问卷", home: "入户" } as const;
