/** System types 系统类型标志, table 4 of clause 8.2.1.1. Codes not listed are reserved; 128 to 255 are the user's. */
import type { Label } from "../trouble.ts";

export type CodeTable = Readonly<Record<number, Label>>;

export const systemTypes: CodeTable = {
  0: { zh: "通用", en: "general" },
  1: { zh: "火灾报警系统", en: "fire alarm system" },
  10: { zh: "消防联动控制器", en: "fire linkage controller" },
  11: { zh: "消火栓系统", en: "hydrant system" },
  12: { zh: "自动喷水灭火系统", en: "sprinkler system" },
  13: { zh: "气体灭火系统", en: "gas extinguishing system" },
  14: { zh: "水喷雾灭火系统（泵启动方式）", en: "water spray system (started by pump)" },
  15: { zh: "水喷雾灭火系统（压力容器启动方式）", en: "water spray system (started by pressure vessel)" },
  16: { zh: "泡沫灭火系统", en: "foam extinguishing system" },
  17: { zh: "干粉灭火系统", en: "dry powder extinguishing system" },
  18: { zh: "防烟排烟系统", en: "smoke control system" },
  19: { zh: "防火门及卷帘系统", en: "fire door and shutter system" },
  20: { zh: "消防电梯", en: "fire lift" },
  21: { zh: "消防应急广播", en: "emergency public address" },
  22: { zh: "消防应急照明和疏散指示系统", en: "emergency lighting and exit signs" },
  23: { zh: "消防电源", en: "fire power supply" },
  24: { zh: "消防电话", en: "fire telephone" },
};
