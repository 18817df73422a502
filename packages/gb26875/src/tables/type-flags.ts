/** Type flags 类型标志, table 3 of clause 8.1.1, upstream 1 to 28 and downstream 61 to 91. Codes not listed are reserved. */
import type { LayoutName } from "../adu/layouts.ts";
import type { Label } from "../trouble.ts";

/**
 * `layout` names the information object, `null` where only the name is known and the bytes are kept in `rest`; `most` is the
 * highest object count; `commands` are the commands that may carry the type (empty: not settled); `restored` marks a vendor's
 * separate "back to normal" type; `oneByte` a vendor's application data unit of the type flag alone.
 */
export interface TypeFlag extends Label {
  readonly layout: LayoutName | null;
  readonly most: number;
  readonly commands: readonly number[];
  readonly restored?: boolean;
  readonly oneByte?: boolean;
}

const up = (layout: LayoutName, most: number, zh: string, en: string): TypeFlag => ({ layout, most, zh, en, commands: [2, 5] });
const read = (layout: LayoutName, most: number, zh: string, en: string): TypeFlag => ({ layout, most, zh, en, commands: [4] });
const control = (layout: LayoutName, zh: string, en: string): TypeFlag => ({ layout, most: 1, zh, en, commands: [1] });

export const typeFlags: Readonly<Record<number, TypeFlag>> = {
  1: up("system-status", 102, "建筑消防设施系统状态", "facility system status"),
  2: up("component-status", 22, "建筑消防设施部件运行状态", "facility component status"),
  3: up("component-analog", 63, "建筑消防设施部件模拟量值", "facility component analog value"),
  4: up("system-operation", 102, "建筑消防设施操作信息", "facility operation record"),
  5: up("system-version", 1, "建筑消防设施软件版本", "facility software version"),
  6: up("system-configuration", 3, "建筑消防设施系统配置情况", "facility system configuration"),
  7: up("component-configuration", 26, "建筑消防设施部件配置情况", "facility component configuration"),
  8: up("system-time", 1, "建筑消防设施系统时间", "facility system time"),
  21: up("device-status", 1, "用户信息传输装置运行状态", "transmitter status"),
  24: up("device-operation", 127, "用户信息传输装置操作信息", "transmitter operation record"),
  25: up("device-version", 1, "用户信息传输装置软件版本", "transmitter software version"),
  26: up("device-configuration", 1, "用户信息传输装置配置情况", "transmitter configuration"),
  28: up("device-time", 1, "用户信息传输装置系统时间", "transmitter time"),
  61: read("read-system", 102, "读建筑消防设施系统状态", "read facility system status"),
  62: read("read-component", 22, "读建筑消防设施部件运行状态", "read facility component status"),
  63: read("read-component", 63, "读建筑消防设施部件模拟量值", "read facility component analog value"),
  64: read("read-system-operations", 1, "读建筑消防设施操作信息", "read facility operation records"),
  65: read("read-system", 1, "读建筑消防设施软件版本", "read facility software version"),
  66: read("read-system", 3, "读建筑消防设施系统配置情况", "read facility system configuration"),
  67: read("read-component", 26, "读建筑消防设施部件配置情况", "read facility component configuration"),
  68: read("read-system", 1, "读建筑消防设施系统时间", "read facility system time"),
  81: read("read-device", 1, "读用户信息传输装置运行状态", "read transmitter status"),
  84: read("read-device-operations", 1, "读用户信息传输装置操作信息记录", "read transmitter operation records"),
  85: read("read-device", 1, "读用户信息传输装置软件版本", "read transmitter software version"),
  86: read("read-device", 1, "读用户信息传输装置配置情况", "read transmitter configuration"),
  88: read("read-device", 1, "读用户信息传输装置系统时间", "read transmitter time"),
  89: control("read-device", "初始化用户信息传输装置", "initialise transmitter"),
  90: control("clock-sync", "同步用户信息传输装置时钟", "synchronise transmitter clock"),
  91: control("duty-check", "查岗命令", "duty check"),
};

/** The upload type that answers a query: `type - 60` for 61 to 68 and 81 to 88 (implied by the numbering), otherwise `null`. */
export function answerType(type: number): number | null {
  return typeFlags[type]?.commands[0] === 4 ? type - 60 : null;
}
