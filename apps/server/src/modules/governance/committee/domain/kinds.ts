/** The words committees and meetings are sorted by. */
export const levels = { city: "市级", county: "县级", town: "乡镇街道" } as const;

export const meetingKinds = {
  executive: "政府常务会议",
  office: "政府办公会议",
  plenary: "消安委全体会议",
  consultation: "会商会议",
  joint: "联席会议",
  special: "专题会议",
  working: "工作会议",
} as const;
export type MeetingKind = keyof typeof meetingKinds;
export const governmentKinds: readonly MeetingKind[] = ["executive", "office"];

export const themes = {
  general: "消防工作",
  rural: "农村消防",
  hazard: "重大隐患",
  season: "季节防火",
  industry: "行业消防",
  service: "消防服务",
  programme: "专项整治",
} as const;

export const agendaKinds = { report: "汇报", deliberate: "审议", interview: "约谈", request: "请示", inform: "通报" } as const;
export const resolutionKinds = { task: "任务", decision: "决定" } as const;
export const spreads = { one: "一个单位", counties: "各县（市、区）", towns: "各乡镇街道", members: "各成员单位" } as const;
export const presence = { unknown: "未登记", present: "实到", deputed: "代会", leave: "请假", absent: "缺席" } as const;
export type Presence = keyof typeof presence;
export const attendeeKinds = { member: "成员单位", invited: "列席" } as const;
export const memberDuties = { chair: "主任", deputy: "副主任", member: "成员", liaison: "联络员" } as const;

export const reportKinds = { yearly: "年度消防工作报告", special: "专题报告", major: "重大事项报告", submission: "提请出台文件" } as const;
export const matterKinds = { support: "政策支持", difficulty: "难点问题", service: "服务会商事项" } as const;
export const matterWants = {
  posts: "编制人员",
  funds: "经费",
  land: "用地",
  policy: "政策文件",
  powers: "执法权限",
  other: "其他",
} as const;
export const matterChannels = {
  own: "单位提出",
  petition: "信访",
  review: "行政复议",
  business: "营商反映",
  meeting: "会议提出",
} as const;
export const matterAnswers = { agreed: "同意", partly: "部分同意", refused: "不同意" } as const;
export const followUpWays = { visit: "实地", call: "电话", meeting: "约见" } as const;
