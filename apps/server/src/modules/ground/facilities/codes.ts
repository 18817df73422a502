/** Names of system and component types: the tables of GB/T 26875.3 as choices and labels of the ledgers. */
import { componentTypes, systemTypes } from "@suiren/gb26875";

export const systemTypeName = (code: number): string => systemTypes[code]?.zh ?? `其他系统（${code}）`;
export const componentTypeName = (code: number): string => componentTypes[code]?.zh ?? `其他部件（${code}）`;

/** System types as choices of a ledger: `s1` … because a choice is a word. */
export const systemTypeChoices: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(systemTypes).map(([code, name]) => [`s${code}`, name.zh]),
);

/** 六类感知设备 TY-2.6.1.1, with the transmitter that carries a whole panel. */
export const deviceKinds = {
  transmitter: "用户信息传输装置",
  iot: "物联网网关",
  temperature: "温度传感",
  smoke: "火灾烟雾监测",
  pressure: "水压监测",
  electrical: "电气火灾监控",
  video: "视频监控",
} as const;
export type DeviceKind = keyof typeof deviceKinds;

/** 远程监控 / 物联网 / 电气: the classes of PT-2.3.1.3 and techniques of JX-4.4.6. */
export const techniques = { remote: "远程监控", early: "智能预警", water: "智慧用水", power: "智慧用电" } as const;
export type Technique = keyof typeof techniques;
export const techniqueOf: Readonly<Record<DeviceKind, Technique>> = {
  transmitter: "remote",
  iot: "early",
  temperature: "early",
  smoke: "early",
  pressure: "water",
  electrical: "power",
  video: "early",
};

export const facilityStates = { normal: "正常", partial: "部分故障", fault: "故障", stopped: "停用" } as const;
