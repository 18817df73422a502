/** Bits of status and operation bytes 状态与操作标志: figures 6, 7, 9, 13 and 14. */
import type { Label } from "../trouble.ts";

/** One bit: its key in `flags`, what 1 and 0 mean, and whether the key is true for 0 (`inverted`). */
export interface Flag {
  readonly bit: number;
  readonly key: string;
  readonly set: Label;
  readonly clear: Label;
  readonly inverted?: boolean;
}

const flag = (bit: number, key: string, set: Label, clear: Label): Flag => ({ bit, key, set, clear });
const says = (zh: string, en: string): Label => ({ zh, en });

const normal = flag(0, "normal", says("正常运行", "normal operation"), says("测试", "test"));
const fire = flag(1, "fire", says("火警", "fire alarm"), says("无火警", "no fire alarm"));
const fault = flag(2, "fault", says("故障", "fault"), says("无故障", "no fault"));

const shared: readonly Flag[] = [
  normal,
  fire,
  fault,
  flag(3, "disabled", says("屏蔽", "disabled"), says("无屏蔽", "not disabled")),
  flag(4, "supervisory", says("监管", "supervisory"), says("无监管", "no supervisory signal")),
  flag(5, "started", says("启动", "started"), says("停止", "stopped")),
  flag(6, "feedback", says("反馈", "feedback"), says("无反馈", "no feedback")),
  flag(7, "delayed", says("延时", "delay running"), says("未延时", "no delay")),
];

const system: readonly Flag[] = [
  ...shared,
  flag(8, "mainsFault", says("主电故障", "mains fault"), says("主电正常", "mains good")),
  flag(9, "backupPowerFault", says("备电故障", "backup power fault"), says("备电正常", "backup power good")),
  flag(10, "busFault", says("总线故障", "bus fault"), says("总线正常", "bus good")),
  flag(11, "manual", says("手动", "manual"), says("自动", "automatic")),
  flag(12, "configurationChanged", says("配置改变", "configuration changed"), says("无配置改变", "configuration unchanged")),
  flag(13, "reset", says("复位", "reset"), says("未复位", "no reset")),
];

const component: readonly Flag[] = [...shared, flag(8, "powerFault", says("电源故障", "power fault"), says("电源正常", "power good"))];

const device: readonly Flag[] = [
  flag(0, "normal", says("正常监视", "normal monitoring"), says("测试", "test")),
  fire,
  fault,
  flag(3, "mainsFault", says("主电故障", "mains fault"), says("主电正常", "mains good")),
  flag(4, "backupPowerFault", says("备电故障", "backup power fault"), says("备电正常", "backup power good")),
  flag(5, "channelFault", says("与监控中心通信信道故障", "channel to the centre at fault"), says("通信信道正常", "channel good")),
  flag(6, "lineFault", says("监测连接线路故障", "line to the panel at fault"), says("监测连接线路正常", "line to the panel good")),
];

const none = says("无操作", "no operation");
const operationBits = (fifth: Flag): readonly Flag[] => [
  flag(0, "reset", says("复位", "reset"), none),
  flag(1, "silence", says("消音", "silence"), none),
  flag(2, "manualAlarm", says("手动报警", "manual alarm"), none),
  flag(3, "alarmCleared", says("警情消除", "alarm cleared"), none),
  flag(4, "selfTest", says("自检", "self-test"), none),
  fifth,
  flag(6, "test", says("测试", "test"), none),
];

/** By what the byte or word describes: a system, a component, the transmitter (device), an operation on either. */
export const statusFlags = {
  system,
  component,
  device,
  systemOperation: operationBits(flag(5, "acknowledge", says("确认", "acknowledge"), none)),
  deviceOperation: operationBits(flag(5, "dutyAnswer", says("查岗应答", "duty-check answer"), none)),
} as const satisfies Record<string, readonly Flag[]>;

export type FlagTableName = keyof typeof statusFlags;
