/**
 * Dialects seen in the wild, as data. A vendor's codes mean something only under its profile: 204 is a switch input for one and a fire
 * state for another. `standard` is the base of all; a profile states only what differs.
 */
import type { AddressReading } from "./address.ts";
import type { AnalogType } from "./tables/analog-types.ts";
import type { Command } from "./tables/commands.ts";
import { type Flag, type FlagTableName, statusFlags } from "./tables/status-flags.ts";
import type { CodeTable } from "./tables/system-types.ts";
import type { TypeFlag } from "./tables/type-flags.ts";
import type { TimeEncoding } from "./time.ts";
import type { Label } from "./trouble.ts";

/** What a frame is for, where the command alone does not say it. */
export type VendorPurpose = "heartbeat" | "registration" | "time-request";

/** `type: null` is an empty application data unit; without `type` any will do. */
export interface PurposeRule {
  readonly command: number;
  readonly type?: number | null;
  readonly purpose: VendorPurpose;
}

export interface Profile extends Label {
  readonly name: string;
  readonly sequence?: "little-endian" | "big-endian";
  readonly time?: TimeEncoding;
  readonly analog?: "signed" | "unsigned" | "signed-big-endian";
  readonly addressReading?: AddressReading;
  readonly statusFlags?: Partial<Record<FlagTableName, readonly Flag[]>>;
  readonly typeFlags?: Readonly<Record<number, TypeFlag>>;
  readonly commands?: Readonly<Record<number, Command>>;
  readonly systemTypes?: CodeTable;
  readonly componentTypes?: CodeTable;
  readonly analogTypes?: Readonly<Record<number, AnalogType>>;
  readonly purposes?: readonly PurposeRule[];
}

export const STANDARD_PROFILE = "gbt26875.3-2011";

const named = (zh: string, en: string): TypeFlag => ({ zh, en, layout: null, most: 255, commands: [] });
const vendorCommand = (zh: string, en: string, answers: readonly number[]): Command => ({ zh, en, direction: "up", answers });
const restored = (layout: TypeFlag["layout"], most: number, zh: string, en: string): TypeFlag => ({
  layout,
  most,
  zh,
  en,
  commands: [2, 5],
  restored: true,
});

const invertedNormal = (flags: readonly Flag[]): readonly Flag[] =>
  flags.map((flag) => (flag.bit === 0 ? { ...flag, set: flag.clear, clear: flag.set, inverted: true } : flag));

const dahuaBit = (bit: number, key: string, zh: string, en: string): Flag => ({
  bit,
  key,
  set: { zh, en },
  clear: { zh: `无${zh}`, en: `no ${en}` },
});

const dahua: Profile = {
  name: "dahua",
  zh: "大华消防终端 v1.03",
  en: "Dahua fire terminal v1.03",
  time: "bcd",
  addressReading: "hex",
  statusFlags: {
    system: invertedNormal(statusFlags.system),
    component: [
      ...invertedNormal(statusFlags.component),
      dahuaBit(9, "offline", "离线", "offline"),
      dahuaBit(10, "openCircuit", "断路", "open circuit"),
      dahuaBit(11, "shortCircuit", "短路", "short circuit"),
      dahuaBit(12, "removed", "拆除", "removed"),
      dahuaBit(14, "sensorFault", "传感器故障", "sensor fault"),
      dahuaBit(15, "upgradeFault", "升级故障", "upgrade fault"),
    ],
    device: invertedNormal(statusFlags.device),
  },
  componentTypes: { 137: { zh: "声光警报器", en: "sounder" } },
  commands: { 0: vendorCommand("注册", "registration", [3, 6]), 7: vendorCommand("心跳", "heartbeat", [3]) },
  typeFlags: { 0: { zh: "注册信息", en: "registration", layout: "registration", most: 1, commands: [0] } },
  purposes: [
    { command: 0, type: 0, purpose: "registration" },
    { command: 7, type: null, purpose: "heartbeat" },
    { command: 1, type: 90, purpose: "time-request" },
  ],
};

const vendorUpload = (layout: TypeFlag["layout"], zh: string, en: string): TypeFlag => ({ layout, most: 255, zh, en, commands: [] });

const fourFaith: Profile = {
  name: "four-faith",
  zh: "四信",
  en: "Four-Faith",
  commands: { 254: vendorCommand("心跳", "heartbeat", [3]) },
  typeFlags: {
    9: named("解析卡打印机信息", "panel card printer text"),
    10: named("解析卡 CRT 信息", "panel card CRT text"),
    128: named("装置生产时间", "transmitter production time"),
    129: named("远程控制", "remote control"),
    130: vendorUpload("device-event", "装置开机", "transmitter switched on"),
    131: vendorUpload("device-event", "装置关机", "transmitter switched off"),
    132: vendorUpload("system-event", "系统开机", "system switched on"),
    133: vendorUpload("system-event", "系统关机", "system switched off"),
    134: restored("system-status", 102, "系统运行状态恢复", "system status restored"),
    135: restored("component-status-brief", 68, "部件运行状态恢复", "component status restored"),
    136: restored("device-status", 1, "装置运行状态恢复", "transmitter status restored"),
    137: named("启动升级", "start of upgrade"),
    138: named("电能量", "electric energy"),
    139: named("断路器", "circuit breaker"),
    140: named("多通道设备状态、模拟量", "multi-channel states and analog values"),
    141: named("解析卡透传数据", "panel card pass-through"),
    142: named("设备状态、模拟量", "device states and analog values"),
    200: named("与监控中心线路状态", "state of the line to the centre"),
    201: named("与监控中心线路恢复", "line to the centre restored"),
    204: vendorUpload("component-status", "部件火警状态", "component fire state"),
    205: named("系统联动状态", "system linkage state"),
    206: vendorUpload("component-status", "部件其他状态", "component other state"),
  },
  systemTypes: {
    128: { zh: "独立部件系统", en: "separate components" },
    129: { zh: "电气火灾系统", en: "electrical fire system" },
    130: { zh: "LoRa 网关系统", en: "LoRa gateway system" },
    131: { zh: "消防管道压力系统", en: "fire pipe pressure system" },
    132: { zh: "消防水池液位系统", en: "fire pool level system" },
    133: { zh: "市政消火栓监测系统", en: "municipal hydrant system" },
    134: { zh: "消防水箱液位系统", en: "fire tank level system" },
    135: { zh: "烟感系统", en: "smoke detector system" },
    136: { zh: "协议系统", en: "protocol system" },
    137: { zh: "DTU", en: "DTU" },
  },
  componentTypes: {
    19: { zh: "电气火灾监控报警器（两相）", en: "electrical fire monitor (two-phase)" },
    80: { zh: "声光报警器", en: "sounder and beacon" },
    128: { zh: "消防水压", en: "water pressure" },
    129: { zh: "消防液位", en: "water level" },
    130: { zh: "消火栓智能闷盖", en: "hydrant cover" },
    131: { zh: "解析卡", en: "panel card" },
    132: { zh: "LoRa 路由", en: "LoRa router" },
    133: { zh: "用户信息传输装置", en: "user information transmitter" },
  },
  purposes: [{ command: 254, purpose: "heartbeat" }],
};

const ei: Profile = {
  name: "ei",
  zh: "依爱",
  en: "EI",
  typeFlags: { 204: named("开关量输入", "switch inputs"), 205: named("气体灭火状态", "gas extinguishing status") },
  purposes: [{ command: 2, type: null, purpose: "heartbeat" }],
};

const fubei: Profile = {
  name: "fubei",
  zh: "Fubei",
  en: "Fubei",
  typeFlags: {
    135: restored("component-status", 22, "部件运行状态恢复", "component status restored"),
    150: named("开关量输入", "switch inputs"),
    151: named("开关量输入", "switch inputs"),
  },
};

const anjisi: Profile = {
  name: "anjisi",
  zh: "安吉斯",
  en: "Anjisi",
  time: "binary-or-low-year-byte",
  analog: "unsigned",
  addressReading: "dotted-reversed",
  commands: { 8: vendorCommand("请求校时", "time request", [1]) },
  typeFlags: { 161: named("剩余电流", "residual current") },
  analogTypes: { 128: { zh: "剩余电流", en: "residual current", unit: "mA", perUnit: 10, min: 0, max: 6553.5 } },
  purposes: [
    { command: 8, purpose: "time-request" },
    { command: 2, type: 28, purpose: "time-request" },
    { command: 2, type: 161, purpose: "time-request" },
  ],
};

const fscn8001: Profile = {
  name: "fscn8001",
  zh: "赋安 FSCN8001",
  en: "Fuan FSCN8001",
  typeFlags: { 190: { zh: "心跳", en: "heartbeat", layout: "heartbeat-byte", most: 1, commands: [2] } },
  purposes: [{ command: 2, type: 190, purpose: "heartbeat" }],
};

const dgiot: Profile = {
  name: "dgiot",
  zh: "dgiot 设备（流水号、模拟量高字节在前）",
  en: "dgiot devices (sequence and analog value high byte first)",
  sequence: "big-endian",
  analog: "signed-big-endian",
  addressReading: "ipv4-port",
  typeFlags: {
    22: { zh: "注册", en: "registration", layout: null, most: 1, commands: [2], oneByte: true },
    23: { zh: "注册应答", en: "registration answer", layout: null, most: 1, commands: [3], oneByte: true },
  },
  purposes: [{ command: 2, type: 22, purpose: "registration" }],
};

const bigEndianSequence: Profile = {
  name: "big-endian-sequence",
  zh: "流水号高字节在前",
  en: "sequence high byte first",
  sequence: "big-endian",
};

const fireCannon: Profile = {
  name: "fire-cannon",
  zh: "消防炮控制器",
  en: "fire-cannon controller",
  typeFlags: { 60: { zh: "密钥校验", en: "key check", layout: "key-check", most: 1, commands: [] } },
};

const tagBase: Profile = {
  name: "tag-base",
  zh: "蓝牙标签基站",
  en: "Bluetooth tag base station",
  addressReading: "hex",
  typeFlags: {
    21: { zh: "用户信息传输装置运行状态", en: "transmitter status", layout: "device-status-untimed", most: 1, commands: [2, 5] },
  },
  componentTypes: { 178: { zh: "标签", en: "tag" } },
};

const standard: Profile = { name: STANDARD_PROFILE, zh: "GB/T 26875.3-2011", en: "GB/T 26875.3-2011" };

const every: readonly Profile[] = [standard, dahua, fourFaith, ei, fubei, anjisi, fscn8001, dgiot, bigEndianSequence, fireCannon, tagBase];

/** Every built-in profile by its name. */
export const profiles: ReadonlyMap<string, Profile> = new Map(every.map((profile) => [profile.name, profile]));
