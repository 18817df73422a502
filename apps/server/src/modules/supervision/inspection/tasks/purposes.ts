/** What a check is for, and what asked for it. */
export const purposes = {
  supervision: "监督抽查",
  police: "派出所日常检查",
  special: "专项检查",
  joint: "联合检查",
  guidance: "指导服务",
  complaint: "举报核查",
  recheck: "复查",
  quality: "质量复核",
  preOpening: "营业前检查",
  event: "活动前检查",
  commitment: "承诺核查",
  industry: "行业检查",
  patrol: "巡查",
  survey: "排查摸底",
} as const;
export type Purpose = keyof typeof purposes;

export const origins = {
  manual: "临时安排",
  plan: "年度计划",
  draw: "双随机",
  campaign: "专项行动",
  complaint: "举报投诉",
  recheck: "隐患复查",
  quality: "质量复核",
  commitment: "告知承诺",
  merged: "合并",
  investigation: "火灾调查",
  survey: "调研摸底",
  jointCheck: "联合检查行动",
} as const;
export type Origin = keyof typeof origins;
