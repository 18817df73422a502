/**
 * What a signal means 信号含义: which conditions of which point became or ceased to be true. Pure; GB/T 26875.3 8.2.1.
 * A point 点 is a component, a whole system (no component) or the device itself (no system).
 */
import type { Operation, Signal, StatusFlags, TransmitterFlags } from "../signal.ts";
import type { AlarmKind } from "./kinds.ts";
import { storable } from "./storable.ts";

/** No system, or no component: the numbers of the standard start at 0. */
export const NONE = -1;

export type PointKey = {
  readonly address: string;
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
};

export const keyText = (key: PointKey): string => `${key.address}/${key.systemType}/${key.systemAddress}/${key.componentAddress}`;
export const devicePoint = (address: string): PointKey => ({
  address,
  systemType: NONE,
  systemAddress: NONE,
  componentAddress: NONE,
});

/** The state of a point after a signal: which kinds are active, and what is wrong in words. */
export type PointState = {
  readonly key: PointKey;
  readonly componentType: number;
  readonly status: number;
  readonly active: readonly AlarmKind[];
  readonly words: string;
  readonly description: string;
  readonly at: string;
  readonly occurredAt: string | null;
  readonly messageId: string;
};

/** A condition of a point that a case may follow. */
export type Effect = {
  readonly key: PointKey;
  readonly componentType: number;
  readonly kind: AlarmKind;
  readonly on: boolean;
  /** 主电故障、备电故障; empty where the kind says it all. */
  readonly words: string;
  readonly description: string;
  readonly at: string;
  readonly occurredAt: string | null;
  readonly messageId: string;
};

/** Kinds whose end closes the case by itself; a fire is ended by a person alone. */
const pointKinds = ["fire", "supervision", "linkage", "fault", "shield", "test"] as const satisfies readonly AlarmKind[];

export function kindsOf(flags: StatusFlags): readonly AlarmKind[] {
  const kinds: AlarmKind[] = [];
  if (flags.fire) kinds.push(flags.test ? "test" : "fire");
  if (flags.supervision) kinds.push("supervision");
  if (flags.started || flags.feedback) kinds.push("linkage");
  if (flags.fault || flags.mainsFault || flags.backupFault || flags.busFault) kinds.push("fault");
  if (flags.shielded) kinds.push("shield");
  return kinds;
}

const said = (pairs: readonly (readonly [boolean, string])[]): string =>
  pairs
    .filter(([is]) => is)
    .map(([, words]) => words)
    .join("、");

const flagTable: readonly (readonly [keyof StatusFlags, string])[] = [
  ["fire", "火警"],
  ["supervision", "监管"],
  ["started", "启动"],
  ["feedback", "反馈"],
  ["delayed", "延时"],
  ["mainsFault", "主电故障"],
  ["backupFault", "备电故障"],
  ["busFault", "总线故障"],
  ["fault", "故障"],
  ["shielded", "屏蔽"],
  ["manual", "手动状态"],
  ["configChanged", "配置改变"],
  ["reset", "复位"],
  ["test", "测试"],
];

/** Every flag that is set, in the words of the trade; a named fault stands for the plain one. Asked for every message. */
export function flagWords(flags: StatusFlags): string {
  const namesFault = flags.mainsFault || flags.backupFault || flags.busFault;
  let words = "";
  for (const [flag, word] of flagTable)
    if (flags[flag] && !(namesFault && flag === "fault")) words = words === "" ? word : `${words}、${word}`;
  return words;
}

/** 主电故障，备电供电中: what the device itself suffers. */
export function transmitterWords(flags: TransmitterFlags): string {
  const words = said([
    [flags.mainsFault, "主电故障"],
    [flags.backupFault, "备电故障"],
    [flags.channelFault, "与监控中心通信信道故障"],
    [flags.lineFault, "监测连接线路故障"],
    [flags.fault && !(flags.mainsFault || flags.backupFault || flags.channelFault || flags.lineFault), "故障"],
  ]);
  return flags.mainsFault && !flags.backupFault ? `${words}，备电供电中` : words;
}

const isTransmitterFault = (flags: TransmitterFlags): boolean =>
  flags.fault || flags.mainsFault || flags.backupFault || flags.channelFault || flags.lineFault;

/** What a signal says about the state of a point; undefined when it says nothing of that sort. */
export function pointStateOf(signal: Signal): PointState | undefined {
  const common = { at: signal.receivedAt, messageId: signal.messageId };
  switch (signal.kind) {
    case "component":
    case "system": {
      const isComponent = signal.kind === "component";
      const { address, systemType, systemAddress } = signal;
      return {
        ...common,
        key: { address, systemType, systemAddress, componentAddress: isComponent ? signal.componentAddress : NONE },
        componentType: isComponent ? signal.componentType : NONE,
        status: signal.status,
        active: kindsOf(signal.flags),
        words: flagWords(signal.flags),
        description: isComponent ? storable(signal.description) : "",
        occurredAt: signal.occurredAt,
      };
    }
    case "transmitter": {
      const active: AlarmKind[] = [];
      if (signal.flags.fire) active.push(signal.flags.test ? "test" : "fire");
      if (isTransmitterFault(signal.flags)) active.push("fault");
      const words = [signal.flags.fire ? "火警" : "", transmitterWords(signal.flags)].filter(Boolean).join("、");
      const key = devicePoint(signal.address);
      return { ...common, key, componentType: NONE, status: signal.status, active, words, description: "", occurredAt: signal.occurredAt };
    }
    default:
      return undefined;
  }
}

/** The effects of a state: each kind is either on or off. `before` are the kinds that were active, as far as known. */
export function effectsOf(state: PointState, before: readonly AlarmKind[]): readonly Effect[] {
  const { key, componentType, words, description, at, occurredAt, messageId } = state;
  const effect = (kind: AlarmKind, on: boolean): Effect => ({
    key,
    componentType,
    kind,
    on,
    words,
    description,
    at,
    occurredAt,
    messageId,
  });
  return pointKinds.flatMap((kind) => {
    const on = state.active.includes(kind);
    const was = before.includes(kind);
    // A fire said again is a repeat; any other kind only matters when it changes, or polling panels would reopen settled cases.
    if (on && (kind === "fire" || kind === "test" || !was)) return [effect(kind, true)];
    return !on && was ? [effect(kind, false)] : [];
  });
}

const operationWords: Readonly<Record<Operation, string>> = {
  reset: "控制器复位",
  silence: "控制器消音",
  "manual-alarm": "手动报警",
  "alarm-cleared": "警情消除",
  "self-test": "控制器自检",
  acknowledge: "控制器确认",
  "duty-answer": "查岗应答",
  test: "测试",
};
export const operationSentence = (operations: readonly Operation[]): string => operations.map((each) => operationWords[each]).join("、");
