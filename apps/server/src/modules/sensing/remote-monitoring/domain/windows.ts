/** Shielding and test windows 屏蔽与测试时段: what happens to a condition that becomes true inside one. Pure. */
import type { Effect } from "./meaning.ts";

export type Window = {
  readonly id: string;
  readonly kind: "shield" | "test";
  readonly unit: string;
  readonly address: string | null;
  readonly systemType: number | null;
  readonly systemAddress: number | null;
  readonly componentAddress: number | null;
  readonly fromAt: string;
  readonly until: string;
};

/** 消防法 第二十八条 forbids putting facilities out of use at will; a longer closure is renewed, and so looked at again. */
const MOST_DAYS = 7;
const DAY_MS = 86_400_000;

/** Why a window from `fromAt` may not end then. */
export function refuseEnd(until: string, fromAt: string, now: Date) {
  if (Date.parse(until) <= now.getTime()) return { code: "remote-monitoring.window_in_past", params: {} };
  if (Date.parse(until) - Date.parse(fromAt) > MOST_DAYS * DAY_MS)
    return { code: "remote-monitoring.window_too_long", params: { days: MOST_DAYS } };
  return undefined;
}

/** The end as it was named, or the latest one allowed. */
export const soonerEnd = (until: string, now: Date): string =>
  new Date(Math.min(Date.parse(until), now.getTime() + MOST_DAYS * DAY_MS)).toISOString();

const fits = (wanted: number | null, is: number): boolean => wanted === null || wanted === is;

/** Does the window cover this point of this unit at the moment of the signal? A field left empty covers all. */
export const covers = (window: Window, effect: Pick<Effect, "key" | "at">, unit: string): boolean =>
  window.unit === unit &&
  (window.address === null || window.address === effect.key.address) &&
  fits(window.systemType, effect.key.systemType) &&
  fits(window.systemAddress, effect.key.systemAddress) &&
  fits(window.componentAddress, effect.key.componentAddress) &&
  Date.parse(effect.at) >= Date.parse(window.fromAt) &&
  Date.parse(effect.at) < Date.parse(window.until);

export type Muted = { readonly window: string; readonly effect: Effect };

/**
 * Sorts effects into those that go on and those that are only recorded. A fire inside a test window goes to the test queue, never to nothing;
 * whatever is off is let through, so that a case opened before the window can still be restored.
 */
export function throughWindows(
  effects: readonly Effect[],
  windows: readonly Window[],
  unitOf: (address: string) => string | undefined,
): { readonly effects: readonly Effect[]; readonly muted: readonly Muted[] } {
  const on: Effect[] = [];
  const muted: Muted[] = [];
  for (const effect of effects) {
    if (!effect.on) {
      on.push(effect);
      if (effect.kind === "fire") on.push({ ...effect, kind: "test" });
      continue;
    }
    const unit = unitOf(effect.key.address);
    const window = unit === undefined ? undefined : windows.find((each) => covers(each, effect, unit));
    if (!window) on.push(effect);
    else {
      muted.push({ window: window.id, effect });
      if (window.kind === "test" && effect.kind === "fire") on.push({ ...effect, kind: "test" });
    }
  }
  return { effects: on, muted };
}
