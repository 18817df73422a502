/** Reminders and escalation 催办与升级 by time: which steps are due now. Each is taken once, delivered or not, and shown. Pure. */
import type { AlarmKind } from "./kinds.ts";
import type { EscalationStep } from "./limits.ts";

export type Waiting = {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly state: string;
  readonly openedAt: string;
  readonly acceptedAt: string | null;
  /** Keys of the steps already taken. */
  readonly taken: readonly string[];
};
export type DueStep = { readonly alarm: string; readonly key: string; readonly step: EscalationStep };

export const stepKey = (step: EscalationStep): string => `${step.state}/${step.afterSeconds}/${step.channel}/${step.to}`;

/** The first step that would never be taken because one before it has its kind and key. @returns its index */
export function repeatedStep(steps: readonly EscalationStep[]): number | undefined {
  const keys = steps.map((step) => `${step.kind}/${stepKey(step)}`);
  const index = keys.findIndex((key, at) => keys.indexOf(key) < at);
  return index < 0 ? undefined : index;
}

/** Counting begins when the alarm came in, and for later states when it was accepted. */
export function dueSteps(alarm: Waiting, steps: readonly EscalationStep[], now: number): readonly DueStep[] {
  return steps.flatMap((step) => {
    if (step.kind !== alarm.kind || step.state !== alarm.state) return [];
    const from = step.state === "reported" ? alarm.openedAt : (alarm.acceptedAt ?? alarm.openedAt);
    const key = stepKey(step);
    return now - Date.parse(from) >= step.afterSeconds * 1_000 && !alarm.taken.includes(key) ? [{ alarm: alarm.id, key, step }] : [];
  });
}

export type Listening = { readonly name: string; readonly sound: "on" | "off" | "blocked" };
export type Delivery = { readonly delivered: boolean; readonly how: string };

/** Says plainly whether somebody can have heard it. SMS and voice are honest about not being connected. */
export function deliver(step: EscalationStep, seats: readonly Listening[]): Delivery {
  if (step.channel === "sms") return { delivered: false, how: "短信未接通" };
  if (step.channel === "voice") return { delivered: false, how: "语音未接通" };
  if (seats.length === 0) return { delivered: false, how: "没有值守台在线" };
  const heard = seats.filter((seat) => seat.sound === "on");
  if (heard.length > 0) return { delivered: true, how: `值守台响铃（${heard.map((seat) => seat.name).join("、")}）` };
  return { delivered: true, how: `值守台显示，但声音未开（${seats.map((seat) => seat.name).join("、")}）` };
}
