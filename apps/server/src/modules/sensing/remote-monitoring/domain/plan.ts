/**
 * What to do with the effects of a batch of signals: open an alarm, join one, count on one, restore, raise the level, fold a storm.
 * Pure: the scene (open alarms and points, places) comes in, actions go out. One fire is one alarm, however many detectors see it.
 */
import type { AlarmKind } from "./kinds.ts";
import { type Effect, keyText, NONE, type PointKey } from "./meaning.ts";

/** Where a point is and what it is called. */
export type Place = {
  readonly unit: string;
  readonly area: number;
  /** Same fire compartment 防火分区 of the same unit, or the same floor where no zone is registered; null: unknown. */
  readonly zoneKey: string | null;
  readonly zoneIs: "zone" | "floor" | null;
  /** 037, as it stands in sentences. */
  readonly number: string;
  readonly isButton: boolean;
};

/** A point that an open alarm follows. */
export type OpenPoint = {
  readonly key: PointKey;
  readonly kind: AlarmKind;
  readonly alarm: string;
  readonly lastAt: string;
  readonly number: string;
  readonly isButton: boolean;
  readonly restored: boolean;
};

export type OpenAlarm = {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly address: string;
  readonly unit: string;
  readonly zoneKey: string | null;
  readonly zoneIs: "zone" | "floor" | null;
  /** No component known: a system's or device's summary bit. */
  readonly vague: boolean;
  readonly openedAt: string;
  readonly accepted: boolean;
  readonly raised: boolean;
};

export type Scene = {
  readonly alarms: readonly OpenAlarm[];
  readonly points: readonly OpenPoint[];
  placeOf(effect: Effect): Place;
};

export type PlanLimits = { readonly raiseWindowSeconds: number; readonly stormPerMinute: number };

export type Join = "zone" | "storm" | "summary" | "unit";
export type Action =
  | { readonly do: "raise"; readonly alarm: string; readonly effect: Effect; readonly place: Place }
  | {
      readonly do: "join";
      readonly alarm: string;
      readonly effect: Effect;
      readonly place: Place;
      readonly because: Join;
      readonly refines: boolean;
    }
  | { readonly do: "repeat"; readonly alarm: string; readonly effect: Effect; readonly place: Place; readonly times: number }
  | { readonly do: "level"; readonly alarm: string; readonly why: string; readonly at: string }
  | { readonly do: "merge"; readonly alarm: string; readonly into: string }
  | { readonly do: "restore"; readonly alarm: string; readonly effect: Effect; readonly number: string; readonly closes: boolean };

type LiveAlarm = OpenAlarm & { readonly isNew: boolean; points: OpenPoint[]; gone: boolean; raised: boolean };

const isVague = (key: PointKey): boolean => key.componentAddress === NONE;
const pointText = (key: PointKey, kind: AlarmKind): string => `${keyText(key)}#${kind}`;
const STORM_WINDOW_MS = 60_000;

/** `newId` names alarms that do not exist yet, so that later actions of the same plan can speak of them. */
export function plan(effects: readonly Effect[], scene: Scene, limits: PlanLimits, newId: () => string): readonly Action[] {
  const actions: Action[] = [];
  const alarms = new Map<string, LiveAlarm>(
    scene.alarms.map((each) => [
      each.id,
      { ...each, isNew: false, gone: false, points: scene.points.filter((point) => point.alarm === each.id) },
    ]),
  );
  const owner = new Map(scene.points.map((point) => [pointText(point.key, point.kind), point.alarm]));
  const repeats = new Map<string, number>();

  const follow = (target: LiveAlarm, effect: Effect, place: Place) => {
    const text = pointText(effect.key, effect.kind);
    owner.set(text, target.id);
    target.points = [
      ...target.points.filter((point) => pointText(point.key, point.kind) !== text),
      {
        key: effect.key,
        kind: effect.kind,
        alarm: target.id,
        lastAt: effect.at,
        number: place.number,
        isButton: place.isButton,
        restored: false,
      },
    ];
  };

  const judgeLevel = (target: LiveAlarm, effect: Effect) => {
    if (target.raised || effect.kind !== "fire") return;
    const why = levelReason(target.points, target.zoneIs, effect.at, limits.raiseWindowSeconds);
    if (!why) return;
    target.raised = true;
    actions.push({ do: "level", alarm: target.id, why, at: effect.at });
  };

  const switchOn = (effect: Effect) => {
    const place = scene.placeOf(effect);
    const known = alarms.get(owner.get(pointText(effect.key, effect.kind)) ?? "");
    if (known && !known.gone) {
      follow(known, effect, place);
      const text = pointText(effect.key, effect.kind);
      const at = repeats.get(text);
      const earlier = at === undefined ? undefined : actions[at];
      if (at !== undefined && earlier?.do === "repeat") actions[at] = { ...earlier, effect, times: earlier.times + 1 };
      else repeats.set(text, actions.push({ do: "repeat", alarm: known.id, effect, place, times: 1 }) - 1);
      judgeLevel(known, effect);
      return;
    }
    const found = joinable(effect, place, alarms, limits);
    if (found) {
      const refines = found.alarm.vague && !isVague(effect.key);
      actions.push({ do: "join", alarm: found.alarm.id, effect, place, because: found.because, refines });
      const target = refines ? { ...found.alarm, vague: false, zoneKey: place.zoneKey, zoneIs: place.zoneIs } : found.alarm;
      alarms.set(target.id, target);
      follow(target, effect, place);
      judgeLevel(target, effect);
      if (found.because === "storm") mergeRest(target);
      return;
    }
    const { zoneKey, zoneIs } = place;
    const opened: LiveAlarm = {
      id: newId(),
      kind: effect.kind,
      address: effect.key.address,
      unit: place.unit,
      zoneKey,
      zoneIs,
      vague: isVague(effect.key),
      openedAt: effect.at,
      accepted: false,
      raised: false,
      isNew: true,
      gone: false,
      points: [],
    };
    alarms.set(opened.id, opened);
    actions.push({ do: "raise", alarm: opened.id, effect, place });
    follow(opened, effect, place);
  };

  /** In a storm the alarms nobody has taken yet go under its head. */
  const mergeRest = (head: LiveAlarm) => {
    for (const other of alarms.values()) {
      if (other === head || other.gone || other.accepted || other.kind !== head.kind || other.address !== head.address) continue;
      other.gone = true;
      actions.push({ do: "merge", alarm: other.id, into: head.id });
      for (const point of other.points) owner.set(pointText(point.key, point.kind), head.id);
      head.points = [...head.points, ...other.points.map((point) => ({ ...point, alarm: head.id }))];
    }
  };

  const switchOff = (effect: Effect) => {
    const text = pointText(effect.key, effect.kind);
    const target = alarms.get(owner.get(text) ?? "");
    const point = target?.points.find((each) => pointText(each.key, each.kind) === text);
    if (!target || !point || point.restored) return;
    target.points = target.points.map((each) => (each === point ? { ...each, restored: true } : each));
    const stays = effect.kind === "fire" || effect.kind === "test";
    const closes = !stays && target.points.every((each) => each.restored);
    actions.push({ do: "restore", alarm: target.id, effect, number: point.number, closes });
    if (!stays) owner.delete(text);
    if (closes) target.gone = true;
  };

  for (const effect of effects) (effect.on ? switchOn : switchOff)(effect);
  return actions;
}

function joinable(
  effect: Effect,
  place: Place,
  alarms: ReadonlyMap<string, LiveAlarm>,
  limits: PlanLimits,
): { readonly alarm: LiveAlarm; readonly because: Join } | undefined {
  const same = [...alarms.values()].filter((each) => !each.gone && each.kind === effect.kind);
  const ofPanel = same.filter((each) => each.address === effect.key.address);
  const summary = ofPanel.find((each) => each.points.some((point) => speaksOf(effect.key, point.key, effect.kind)));
  if (summary) return { alarm: summary, because: "summary" };
  if (effect.kind === "fire" || effect.kind === "test") {
    const here = place.zoneKey === null ? undefined : same.find((each) => each.zoneKey === place.zoneKey);
    if (here) return { alarm: here, because: "zone" };
  }
  if (effect.kind === "offline") {
    const unit = same.find((each) => each.unit === place.unit);
    if (unit) return { alarm: unit, because: "unit" };
  }
  const since = Date.parse(effect.at) - STORM_WINDOW_MS;
  const recent = ofPanel.flatMap((each) => each.points).filter((point) => Date.parse(point.lastAt) > since).length;
  const head = ofPanel.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))[0];
  return head && recent >= limits.stormPerMinute ? { alarm: head, because: "storm" } : undefined;
}

/**
 * A summary bit says nothing a component has not said; a component says where the summary was about. A device's own fire bit sums up
 * all its systems; its other bits are about itself.
 */
function speaksOf(a: PointKey, b: PointKey, kind: AlarmKind): boolean {
  if (isVague(a) === isVague(b)) return isVague(a) && (kind === "fire" || kind === "test");
  const summary = isVague(a) ? a : b;
  if (summary.systemType === NONE) return kind === "fire" || kind === "test";
  return a.systemType === b.systemType && a.systemAddress === b.systemAddress;
}

/** Time of day in Asia/Shanghai with seconds. */
const clockWords = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 19);

/**
 * Why a fire is more than one detector's word 升级原因: two detectors, or a detector and a manual call point, within the window.
 * @returns the sentence shown beside the alarm, or undefined while there is one witness.
 */
function levelReason(
  points: readonly Pick<OpenPoint, "key" | "number" | "lastAt" | "isButton">[],
  zoneIs: "zone" | "floor" | null,
  at: string,
  windowSeconds: number,
): string | undefined {
  const since = Date.parse(at) - windowSeconds * 1_000;
  const witnesses = points
    .filter((point) => !isVague(point.key) && Date.parse(point.lastAt) >= since)
    .toSorted((a, b) => a.lastAt.localeCompare(b.lastAt));
  if (witnesses.length < 2) return undefined;
  const where = zoneIs === "zone" ? "同一防火分区" : zoneIs === "floor" ? "同一楼层" : "同一控制器";
  const buttons = witnesses.filter((each) => each.isButton).length;
  const detectors = witnesses.length - buttons;
  const who = [detectors > 0 ? `${detectors} 个探测器` : "", buttons > 0 ? `${buttons} 个手动报警按钮` : ""].filter(Boolean).join("、");
  const list = witnesses.slice(0, 4).map((each) => `${each.number} 号 ${clockWords(each.lastAt)}`);
  const more = witnesses.length > 4 ? `等 ${witnesses.length} 个` : "";
  return `${where} ${windowSeconds} 秒内 ${who}报警：${list.join("，")}${more}`;
}
