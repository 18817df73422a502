/** Kinds of alarm 警情类别: each has its own queue on the duty seat, fire first. */
export const alarmKinds = {
  fire: "火警",
  supervision: "监管",
  linkage: "启动/反馈",
  fault: "故障",
  shield: "屏蔽",
  offline: "离线",
  test: "测试",
} as const;
export type AlarmKind = keyof typeof alarmKinds;

/** Order of the queues. */
export const kindOrder = ["fire", "supervision", "linkage", "fault", "shield", "offline", "test"] as const satisfies readonly AlarmKind[];

/** The number of an alarm begins with its kind: HJ-20260318-0047. */
export const numberPrefix: Readonly<Record<AlarmKind, string>> = {
  fire: "HJ",
  supervision: "JG",
  linkage: "QD",
  fault: "GZ",
  shield: "PB",
  offline: "LX",
  test: "CS",
};

/** Kinds a person may confirm as a fire: a water-flow switch or a started pump may be the first sign of one. */
export const mayBeFire: readonly AlarmKind[] = ["fire", "supervision", "linkage", "test"];

/** @param day `2026-03-18` @returns `HJ-20260318-0047` */
export const alarmNumber = (kind: AlarmKind, day: string, sequence: number): string =>
  `${numberPrefix[kind]}-${day.replaceAll("-", "")}-${String(sequence).padStart(4, "0")}`;

export const conclusions = {
  real: "真实火警",
  false: "误报",
  test: "测试",
  operation: "误操作",
  restored: "已恢复",
  settled: "已处理",
  merged: "已并入",
} as const;

/** Causes 原因 entered when a case is closed. */
export const causes = {
  fire: "火灾",
  smoking: "吸烟",
  cooking: "油烟蒸汽",
  dust: "灰尘潮湿",
  construction: "施工动火",
  ageing: "器件老化",
  wiring: "线路故障",
  power: "供电故障",
  network: "网络中断",
  water: "漏水",
  maintenance: "维保测试",
  drill: "演练",
  operation: "人员误操作",
  unknown: "原因不明",
  other: "其他",
} as const;
