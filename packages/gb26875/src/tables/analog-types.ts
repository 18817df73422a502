/** Analog types 模拟量类型, table 6 of clause 8.2.1.3. */
import type { Label } from "../trouble.ts";

/**
 * A value is the raw number divided by `perUnit` (1, 10 or 100: the standard's 最小计量单元 is 1/`perUnit`), which unlike
 * multiplying by 0.1 gives the nearest number there is. `min` and `max` bound the valid range in `unit`.
 */
export interface AnalogType extends Label {
  readonly unit: string;
  readonly perUnit: number;
  readonly min: number;
  readonly max: number;
}

const range = (zh: string, en: string, unit: string, perUnit: number, min: number, max: number): AnalogType => ({
  zh,
  en,
  unit,
  perUnit,
  min,
  max,
});

export const analogTypes: Readonly<Record<number, AnalogType>> = {
  1: range("事件计数", "event count", "件", 1, 0, 32_000),
  2: range("高度", "height", "m", 100, 0, 320),
  3: range("温度", "temperature", "℃", 10, -273, 3200),
  4: range("压力", "pressure", "MPa", 10, 0, 3200),
  5: range("压力", "pressure", "kPa", 10, 0, 3200),
  6: range("气体浓度", "gas concentration", "%LEL", 10, 0, 100),
  7: range("时间", "time", "s", 1, 0, 32_000),
  8: range("电压", "voltage", "V", 10, 0, 3200),
  9: range("电流", "current", "A", 10, 0, 3200),
  10: range("流量", "flow", "L/s", 10, 0, 3200),
  11: range("风量", "air volume", "m³/min", 10, 0, 3200),
  12: range("风速", "air speed", "m/s", 1, 0, 20),
};
