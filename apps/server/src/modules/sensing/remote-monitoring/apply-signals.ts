/**
 * The door for gateways: a committed batch of signals becomes device state, readings and alarm cases, in one transaction with the gateway's
 * own note of progress. Everything set-based, so a quiet device costs no statement of its own.
 *
 * A gateway that lets fires overtake brings a message with a fire twice, each time exactly once: first as `urgent`, which raises the alarm
 * and leaves all else alone, so that it waits for no row that others write; then, among the rest of its batch, as `alreadyRaised`, for what
 * it says of its device.
 */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { carryOut } from "./carry-out.ts";
import type { AlarmKind } from "./domain/kinds.ts";
import { limitsOf } from "./domain/limits.ts";
import { devicePoint, type Effect, effectsOf, keyText, type PointState, pointStateOf } from "./domain/meaning.ts";
import { plan } from "./domain/plan.ts";
import { throughWindows, type Window } from "./domain/windows.ts";
import { noteDutyAnswers } from "./duty-answers.ts";
import { noteOperations, resetSystems } from "./operations.ts";
import { type Before, countMinutes, projectDevices, projectPoints, projectReadings, tellConnections } from "./project-devices.ts";
import { type Device, findDevices } from "./rows.ts";
import { loadScene } from "./scene.ts";
import { isFire, type Signal } from "./signal.ts";
import { readingEffects } from "./thresholds.ts";
import { keepUnregistered } from "./unregistered.ts";

export type Turn = { readonly urgent?: boolean; readonly alreadyRaised?: readonly Signal[] };

export async function applySignals(tx: Tx, signals: readonly Signal[], services: Services, turn: Turn = {}): Promise<void> {
  const { urgent = false, alreadyRaised = [] } = turn;
  const all = alreadyRaised.length === 0 ? signals : [...signals, ...alreadyRaised];
  if (all.length === 0) return;
  const devices = await findDevices(tx, [...new Set(all.map((signal) => signal.address))]);
  const known = signals.filter((signal) => devices.has(signal.address));
  await keepUnregistered(
    tx,
    signals.filter((signal) => !devices.has(signal.address)),
  );
  const back = urgent ? [] : await noteDevices(tx, all, devices);
  if (known.length > 0 || back.length > 0) await applyKnown(tx, known, back, devices, services);
  // Last, because every batch of the minute writes the same row.
  if (!urgent) await countMinutes(tx, all, all.filter(isFire).length);
}

/** Live state of the devices heard. @returns what follows for those that were away */
async function noteDevices(tx: Tx, signals: readonly Signal[], devices: ReadonlyMap<string, Device>): Promise<readonly Effect[]> {
  const returned = await projectDevices(tx, signals, devices);
  await tellConnections(
    tx,
    returned.flatMap((address) => devices.get(address) ?? []),
    "online",
  );
  return returned.map((address) => backOnline(address, signals));
}

async function applyKnown(
  tx: Tx,
  known: readonly Signal[],
  back: readonly Effect[],
  devices: ReadonlyMap<string, Device>,
  services: Services,
): Promise<void> {
  const states = known.flatMap((signal) => pointStateOf(signal) ?? []);
  const before = await projectPoints(tx, states, devices);
  const readings = await projectReadings(tx, known, devices);
  await noteDutyAnswers(tx, known);
  const effects = [
    ...stateEffects(states, before),
    ...(await readingEffects(tx, readings)),
    ...(await resetSystems(tx, known)),
    ...buttonEffects(known),
    ...back,
  ];
  await applyEffects(tx, effects, devices, services);
  await noteOperations(tx, known);
}

/**
 * Each state against the one before it, inside the batch as well. Fires overtake, so a state may come after a newer one of its point:
 * of such a late state only its fire counts.
 */
function stateEffects(states: readonly PointState[], before: ReadonlyMap<string, Before>): readonly Effect[] {
  const last = new Map(before);
  return states.flatMap((state) => {
    const key = keyText(state.key);
    const known = last.get(key);
    const effects = effectsOf(state, known?.active ?? []);
    if (known && Date.parse(state.at) < Date.parse(known.lastAt)) return effects.filter((effect) => effect.on && effect.kind === "fire");
    last.set(key, { active: state.active, lastAt: state.at });
    return effects;
  });
}

/** 手动报警 pressed on the transmitter itself is a fire of the device. */
function buttonEffects(signals: readonly Signal[]): readonly Effect[] {
  return signals.flatMap((signal) =>
    signal.kind === "transmitter-operation" && signal.operations.includes("manual-alarm")
      ? [deviceEffect(signal.address, "fire", true, "装置手动报警", signal.receivedAt, signal.messageId)]
      : [],
  );
}

export const deviceEffect = (address: string, kind: AlarmKind, on: boolean, words: string, at: string, messageId: string): Effect => ({
  key: devicePoint(address),
  componentType: -1,
  kind,
  on,
  words,
  description: "",
  at,
  occurredAt: null,
  messageId,
});

const backOnline = (address: string, signals: readonly Signal[]): Effect => {
  const first = signals.find((signal) => signal.address === address);
  return deviceEffect(address, "offline", false, "", first?.receivedAt ?? "", first?.messageId ?? "");
};

/** Effects → windows → plan → cases. Also the way in for what the clock brings: devices gone silent, windows that ended over a fire. */
export async function applyEffects(
  tx: Tx,
  effects: readonly Effect[],
  devices: ReadonlyMap<string, Device>,
  services: Services,
): Promise<void> {
  const live = effects.filter((effect) => devices.get(effect.key.address)?.inUse);
  if (live.length === 0) return;
  const settings = await readSettings(tx);
  const limits = limitsOf(settings);
  const through = throughWindows(live, await openWindows(tx, live, devices), (address) => devices.get(address)?.unit);
  await countMuted(tx, through.muted);
  if (through.effects.length === 0) return;
  const scene = await loadScene(tx, through.effects, devices);
  let next = 0;
  const actions = plan(through.effects, scene, limits, () => `new-${++next}`);
  await carryOut(actions, {
    tx,
    services,
    settings,
    limits,
    devices,
    spotOf: (effect) => scene.placeOf(effect),
  });
}

async function openWindows(tx: Tx, effects: readonly Effect[], devices: ReadonlyMap<string, Device>): Promise<readonly Window[]> {
  const units = [...new Set(effects.filter((effect) => effect.on).flatMap((effect) => devices.get(effect.key.address)?.unit ?? []))];
  if (units.length === 0) return [];
  const { rows } = await sql<Window>`select id, kind, unit, address, system_type, system_address, component_address, from_at, until
    from remote_monitoring."window" where state = 'open' and unit = any(${units}::uuid[]) order by kind, from_at`.execute(tx);
  return rows;
}

async function countMuted(tx: Tx, muted: readonly { readonly window: string; readonly effect: Effect }[]): Promise<void> {
  const counts = new Map<string, { n: number; at: string }>();
  for (const { window, effect } of muted) counts.set(window, { n: (counts.get(window)?.n ?? 0) + 1, at: effect.at });
  for (const [id, { n, at }] of counts)
    await sql`update remote_monitoring."window" set muted = coalesce(muted, 0) + ${n}, last_muted_at = ${at} where id = ${id}`.execute(tx);
}
