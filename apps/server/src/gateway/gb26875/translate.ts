/** From a frame of GB/T 26875.3 to signals 信号: the field's words, free of the protocol. Pure; one signal per information object. */
import { type Flags, type Frame, profiles, purposeOf } from "@suiren/gb26875";
import type { Operation, Signal, SignalSource, StatusFlags, TransmitterFlags } from "#modules/sensing/remote-monitoring/index.ts";

const is = (flags: Flags, key: string): boolean => flags[key] === true;

/** Bit 0 says 正常/测试, but most devices leave it 0 in normal operation (protocol notes §10): only a dialect that states its own is believed. */
const trustsTestBit = (profile: string | undefined, table: "system" | "component" | "device"): boolean =>
  profiles.get(profile ?? "")?.statusFlags?.[table]?.some((flag) => flag.bit === 0 && flag.key === "normal") ?? false;

/** Vendor bits above the standard's: each is a trouble of the component. */
const COMPONENT_TROUBLES = ["powerFault", "offline", "openCircuit", "shortCircuit", "removed", "sensorFault", "upgradeFault"] as const;

function statusFlags(flags: Flags, believesTest: boolean): StatusFlags {
  return {
    fire: is(flags, "fire"),
    fault: is(flags, "fault") || COMPONENT_TROUBLES.some((key) => is(flags, key)),
    shielded: is(flags, "disabled"),
    supervision: is(flags, "supervisory"),
    started: is(flags, "started"),
    feedback: is(flags, "feedback"),
    delayed: is(flags, "delayed"),
    mainsFault: is(flags, "mainsFault"),
    backupFault: is(flags, "backupPowerFault"),
    busFault: is(flags, "busFault"),
    manual: is(flags, "manual"),
    configChanged: is(flags, "configurationChanged"),
    reset: is(flags, "reset"),
    test: believesTest && !is(flags, "normal"),
  };
}

function transmitterFlags(flags: Flags, believesTest: boolean): TransmitterFlags {
  return {
    fire: is(flags, "fire"),
    fault: is(flags, "fault"),
    mainsFault: is(flags, "mainsFault"),
    backupFault: is(flags, "backupPowerFault"),
    channelFault: is(flags, "channelFault"),
    lineFault: is(flags, "lineFault"),
    test: believesTest && !is(flags, "normal"),
  };
}

/** A vendor's "back to normal" type names the conditions that ended: none of them is there any more. */
const NONE: Flags = Object.freeze({ normal: true });

const OPERATIONS: readonly (readonly [key: string, operation: Operation])[] = [
  ["reset", "reset"],
  ["silence", "silence"],
  ["manualAlarm", "manual-alarm"],
  ["alarmCleared", "alarm-cleared"],
  ["selfTest", "self-test"],
  ["acknowledge", "acknowledge"],
  ["dutyAnswer", "duty-answer"],
  ["test", "test"],
];

const operationsOf = (flags: Flags): readonly Operation[] => OPERATIONS.filter(([key]) => is(flags, key)).map(([, operation]) => operation);

export type Translated = Omit<SignalSource, "part">;

/**
 * The signals of a frame, in the order of its objects; a sign of life where it says nothing else.
 * @param source the message it came in; `sentAt` is the device's own clock
 */
export function translate(frame: Frame, source: Translated): readonly Signal[] {
  const { adu, profile } = frame;
  const life: Signal = { ...source, part: 0, kind: "life" };
  if (adu === null || purposeOf(frame) === "heartbeat") return [life];
  const facts = (name: string): readonly Signal[] =>
    adu.objects.map((object, part) => ({ ...source, part, kind: "fact", name, value: { ...object } }));
  const signals = ((): readonly Signal[] => {
    switch (adu.kind) {
      case "component-status":
      case "component-status-brief": {
        const believesTest = trustsTestBit(profile, "component");
        return adu.objects.map((object, part) => ({
          ...source,
          part,
          kind: "component",
          systemType: object.systemType,
          systemAddress: object.systemAddress,
          componentType: object.componentType,
          componentAddress: object.componentAddress,
          status: object.status,
          flags: statusFlags(adu.restored ? NONE : object.flags, believesTest),
          description: "description" in object ? object.description : "",
          occurredAt: object.occurredAt,
        }));
      }
      case "system-status": {
        const believesTest = trustsTestBit(profile, "system");
        return adu.objects.map((object, part) => ({
          ...source,
          part,
          kind: "system",
          systemType: object.systemType,
          systemAddress: object.systemAddress,
          status: object.status,
          flags: statusFlags(adu.restored ? NONE : object.flags, believesTest),
          occurredAt: object.occurredAt,
        }));
      }
      case "component-analog":
        return adu.objects.map((object, part) => {
          const { value, unit } = object;
          if (value === null || unit === null) return { ...source, part, kind: "fact", name: adu.kind, value: { ...object } };
          return {
            ...source,
            part,
            kind: "analog",
            systemType: object.systemType,
            systemAddress: object.systemAddress,
            componentType: object.componentType,
            componentAddress: object.componentAddress,
            analogType: object.analogType,
            value,
            unit,
            sampledAt: object.occurredAt,
          };
        });
      case "device-status":
      case "device-status-untimed": {
        const believesTest = trustsTestBit(profile, "device");
        return adu.objects.map((object, part) => ({
          ...source,
          part,
          kind: "transmitter",
          status: object.status,
          flags: transmitterFlags(adu.restored ? NONE : object.flags, believesTest),
          occurredAt: "occurredAt" in object ? object.occurredAt : null,
        }));
      }
      case "system-operation":
        return adu.objects.map((object, part) => ({
          ...source,
          part,
          kind: "facility-operation",
          systemType: object.systemType,
          systemAddress: object.systemAddress,
          operations: operationsOf(object.flags),
          operator: object.operator,
          occurredAt: object.occurredAt,
        }));
      case "device-operation":
        return adu.objects.map((object, part) => ({
          ...source,
          part,
          kind: "transmitter-operation",
          operations: operationsOf(object.flags),
          operator: object.operator,
          occurredAt: object.occurredAt,
        }));
      case "opaque":
        return [{ ...source, part: 0, kind: "fact", name: `type-${adu.type}`, value: { count: adu.count, rest: adu.rest ?? "" } }];
      case "unknown":
      case "short":
      case "heartbeat-byte":
        return [];
      default:
        return facts(adu.kind);
    }
  })();
  return signals.length > 0 ? signals : [life];
}
