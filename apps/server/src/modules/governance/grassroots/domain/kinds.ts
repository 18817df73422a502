/** Words the parts of grassroots governance share. */
export const townCategories = { A: "A 类", B: "B 类", C: "C 类" } as const;
export type TownCategory = keyof typeof townCategories;

/** Whether a body that ought to be there is there. */
export const bodyStates = { none: "未设立", preparing: "筹建", set: "已设立" } as const;

/** 岗位 of a station; QZ-3.3.3 names these five. */
export const stationPosts = {
  coordination: "综合协调岗",
  command: "应急指挥岗",
  inspection: "监督检查岗",
  enforcement: "行政执法岗",
  publicity: "宣传教育岗",
} as const;
export type StationPost = keyof typeof stationPosts;

export const registerNames = {
  units: "单位",
  keyUnits: "重点单位",
  buildings: "建筑",
  rentalHouses: "居住出租房",
  highRiskPlaces: "火灾高风险场所",
  facilities: "消防设施",
  microStations: "微型消防站",
  villageBodies: "村社消防组织",
  gridMembers: "网格员",
  wardens: "楼长",
  hydrants: "消火栓",
  specialPersons: "特殊人群",
} as const;
export type RegisterKey = keyof typeof registerNames;

export const appraisalGrades = { excellent: "优秀", good: "良好", pass: "合格", fail: "不合格" } as const;
