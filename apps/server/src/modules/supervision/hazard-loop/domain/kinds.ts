/** The words of a hazard 火灾隐患: its grade, where it came from, who mends it. 公安部令第61号 第三十一条至第三十三条; 公安部令第120号 第三十八条. */
export const hazardGrades = { minor: "轻微", general: "一般", major: "重大" } as const;
export type HazardGrade = keyof typeof hazardGrades;

export const hazardOrigins = {
  inspection: "监督检查",
  patrol: "巡查",
  selfCheck: "单位自查",
  device: "设备报警故障",
  survey: "排查摸底",
  report: "举报",
  investigation: "火灾调查",
  other: "其他",
} as const;
export type HazardOrigin = keyof typeof hazardOrigins;

/** Who mends it: the unit itself, or an organ (a road, an estate without a manager, a common passage). */
export const rectifiers = { unit: "单位", organ: "机构" } as const;

/** How hard it is to mend: what the two lists order their work by. TY-3.3.1 */
export const difficulties = { easy: "立行立改", normal: "限期整改", hard: "久攻难改" } as const;
