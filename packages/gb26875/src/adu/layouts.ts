/**
 * Information objects 信息对象 as lists of fields (clause 8.2, figures 5 to 14). Decoding, encoding and the field map of `describeFrame`
 * all walk these lists, so a layout is said once.
 */

import type { FlagTableName } from "../tables/status-flags.ts";
import { DESCRIPTION_BYTES } from "../text.ts";
import type { Label } from "../trouble.ts";

/** Which table of names a number is looked up in. */
export type NameTable = "systemTypes" | "componentTypes" | "analogTypes";

interface FieldLabel extends Label {
  /** Property of the object that holds the value. */
  readonly key: string;
}

export type Field = FieldLabel &
  (
    | { readonly form: "u8"; readonly names?: NameTable }
    | { readonly form: "u32" }
    | { readonly form: "reserved" }
    | { readonly form: "flags8" | "flags16"; readonly flags: FlagTableName }
    | { readonly form: "analog" }
    | { readonly form: "time" }
    | { readonly form: "description" }
    | { readonly form: "sized-text" }
    | { readonly form: "bytes"; readonly size: number }
  );

const systemType: Field = { key: "systemType", form: "u8", names: "systemTypes", zh: "系统类型", en: "system type" };
const systemAddress: Field = { key: "systemAddress", form: "u8", zh: "系统地址", en: "system address" };
const componentType: Field = { key: "componentType", form: "u8", names: "componentTypes", zh: "部件类型", en: "component type" };
const componentAddress: Field = { key: "componentAddress", form: "u32", zh: "部件地址", en: "component address" };
const description: Field = { key: "description", form: "description", zh: "部件说明", en: "description" };
const configuration: Field = { key: "description", form: "sized-text", zh: "配置说明", en: "configuration text" };
const operator: Field = { key: "operator", form: "u8", zh: "操作员编号", en: "operator" };
const majorVersion: Field = { key: "majorVersion", form: "u8", zh: "主版本号", en: "major version" };
const minorVersion: Field = { key: "minorVersion", form: "u8", zh: "次版本号", en: "minor version" };
const reserved: Field = { key: "reserved", form: "reserved", zh: "预留", en: "reserved" };
const recordCount: Field = { key: "recordCount", form: "u8", zh: "查询记录数目", en: "number of records" };
const occurred = (zh: string, en: string): Field => ({ key: "occurredAt", form: "time", zh, en });
const clock = (zh: string, en: string): Field => ({ key: "time", form: "time", zh, en });
const startTime: Field = { key: "startTime", form: "time", zh: "查询起始时间", en: "records since" };
const status = (form: "flags8" | "flags16", flags: FlagTableName, zh: string, en: string): Field => ({
  key: "status",
  form,
  flags,
  zh,
  en,
});
const operation = (flags: FlagTableName): Field => ({ key: "operation", form: "flags8", flags, zh: "操作标志", en: "operation" });

const system = [systemType, systemAddress] as const;
const componentOf = [...system, componentType, componentAddress] as const;
const happened = occurred("状态发生时间", "happened at");
const recorded = occurred("记录时间", "recorded at");

const componentStatus = status("flags16", "component", "部件状态", "component status");
const deviceStatus = status("flags8", "device", "装置状态", "device status");

export const layouts = {
  "system-status": [...system, status("flags16", "system", "系统状态", "system status"), happened],
  "component-status": [...componentOf, componentStatus, description, happened],
  "component-status-brief": [...componentOf, componentStatus, happened],
  "component-analog": [
    ...componentOf,
    { key: "analogType", form: "u8", names: "analogTypes", zh: "模拟量类型", en: "analog type" },
    { key: "rawValue", form: "analog", zh: "模拟量值", en: "analog value" },
    occurred("采样时间", "sampled at"),
  ],
  "system-operation": [...system, operation("systemOperation"), operator, recorded],
  "system-version": [...system, majorVersion, minorVersion],
  "system-configuration": [...system, configuration],
  "component-configuration": [...componentOf, description],
  "system-time": [...system, clock("系统时间", "system time")],
  "device-status": [deviceStatus, happened],
  "device-status-untimed": [deviceStatus],
  "device-operation": [operation("deviceOperation"), operator, recorded],
  "device-version": [majorVersion, minorVersion],
  "device-configuration": [configuration],
  "device-time": [clock("装置时间", "device time")],
  "read-system": system,
  "read-component": [...system, componentAddress],
  "read-system-operations": [...system, recordCount, startTime],
  "read-device": [reserved],
  "read-device-operations": [recordCount, startTime],
  "clock-sync": [clock("中心系统时间", "centre time")],
  "duty-check": [{ key: "timeoutMinutes", form: "u8", zh: "查岗应答超时（分钟）", en: "answer within (minutes)" }],
  "system-event": [...system, happened],
  "device-event": [operator, happened],
  registration: [{ key: "registration", form: "bytes", size: 110, zh: "注册信息", en: "registration" }],
  "key-check": [{ key: "keyText", form: "bytes", size: 32, zh: "密钥校验", en: "key check" }],
  "heartbeat-byte": [reserved],
} as const satisfies Record<string, readonly Field[]>;

export type LayoutName = keyof typeof layouts;

const SIZES = { u8: 1, u32: 4, reserved: 1, flags8: 1, flags16: 2, analog: 2, time: 6, description: DESCRIPTION_BYTES } as const;

/** Bytes a field takes. `lengthByte` is the byte the field begins with, which decides for a sized text. */
export function fieldSize(field: Field, lengthByte: number): number {
  if (field.form === "sized-text") return 1 + lengthByte;
  return field.form === "bytes" ? field.size : SIZES[field.form];
}
