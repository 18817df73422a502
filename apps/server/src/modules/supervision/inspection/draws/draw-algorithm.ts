/**
 * 双随机: who is checked by whom, decided by a number nobody could know when the lists were frozen. Whole numbers and SHA-256 alone, so that
 * anybody gets the same result in any language (docs/adr/0017-recomputable-draw.md says it step by step). QZ-5.1.2, DR-01.
 */
import { createHash, hash } from "node:crypto";

export const FORMAT = "suiren-draw/1";

export type DrawObject = {
  readonly id: string;
  /** Shown beside the result; no part of the arithmetic. */
  readonly class: string;
  /** A whole number of hundredths: 400 is four times as likely as 100. */
  readonly weight: number;
  /** Tree key of the place. */
  readonly area: number;
};
export type DrawInspector = { readonly id: string; readonly lo: number; readonly hi: number };
export type DrawPlan = {
  readonly id: string;
  readonly ask: number;
  readonly perObject: number;
  readonly objects: readonly DrawObject[];
  readonly inspectors: readonly DrawInspector[];
  /** Not to be sent there: relatives, former posts, what was declared. */
  readonly conflicts: readonly (readonly [inspector: string, object: string])[];
  /** Who went there last: the same two are not sent again while others can be. */
  readonly last: readonly (readonly [object: string, first: string, second: string])[];
};
export type Pick = { readonly object: string; readonly inspectors: readonly string[]; readonly samePairAgain: boolean };
export type DrawProblem =
  | { readonly code: "inspection.draw_too_few_objects"; readonly params: { readonly objects: number; readonly ask: number } }
  | {
      readonly code: "inspection.draw_too_few_inspectors";
      readonly params: { readonly object: string; readonly able: number; readonly needed: number };
    }
  | { readonly code: "inspection.draw_bad_list"; readonly params: { readonly what: string } };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** By id; published lists are so already, and are taken as they stand. */
function ordered<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  for (let i = 1; i < rows.length; i++)
    if ((rows[i - 1]?.id ?? "") > (rows[i]?.id ?? "")) return [...rows].sort((a, b) => byText(a.id, b.id));
  return rows;
}

const isTwice = (rows: readonly { readonly id: string }[]): boolean =>
  ordered(rows).some(({ id }, i, all) => i > 0 && all[i - 1]?.id === id);

/** The frozen lists as lines of ASCII, each kind sorted; joined by line feeds, with one at the end, they are what the commitment is of. */
export function canonicalLines(plan: DrawPlan): readonly string[] {
  return [
    FORMAT,
    `draw|${plan.id}|${plan.ask}|${plan.perObject}`,
    ...ordered(plan.objects).map((each) => `object|${each.id}|${each.class}|${each.weight}|${each.area}`),
    ...ordered(plan.inspectors).map((each) => `inspector|${each.id}|${each.lo}|${each.hi}`),
    ...plan.conflicts.map(([inspector, object]) => `conflict|${inspector}|${object}`).sort(byText),
    ...plan.last.map(([object, ...pair]) => `last|${object}|${[...pair].sort(byText).join("|")}`).sort(byText),
  ];
}

/** Back from the lines: what a verifier starts from. Undefined: no list of this format. */
export function planOfLines(lines: readonly string[]): DrawPlan | undefined {
  const [format, head = "", ...rest] = lines;
  const [kind, id, ask, perObject] = head.split("|");
  if (format !== FORMAT || kind !== "draw" || !id) return undefined;
  const objects: DrawObject[] = [];
  const inspectors: DrawInspector[] = [];
  const conflicts: [string, string][] = [];
  const last: [string, string, string][] = [];
  for (const line of rest) {
    const [what, a = "", b = "", c = "", d = ""] = line.split("|");
    if (what === "object") objects.push({ id: a, class: b, weight: Number(c), area: Number(d) });
    else if (what === "inspector") inspectors.push({ id: a, lo: Number(b), hi: Number(c) });
    else if (what === "conflict") conflicts.push([a, b]);
    else if (what === "last") last.push([a, b, c]);
    else return undefined;
  }
  return { id, ask: Number(ask), perObject: Number(perObject), objects, inspectors, conflicts, last };
}

/** Published before the public value exists: hex of SHA-256 over the lines. */
export const commitmentOf = (lines: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest("hex");
};

/** One line without outer spaces, however it was typed in. */
export const publicText = (text: string): string => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();

export const seedOf = (commitment: string, publicValue: string): string =>
  createHash("sha256")
    .update(`${FORMAT}\n${commitment}\n${publicText(publicValue)}\n`, "utf8")
    .digest("hex");

const BLOCK = 64;
const padded = (seed: string, pad: number): Buffer => {
  const key = Buffer.alloc(BLOCK);
  Buffer.from(seed, "hex").copy(key);
  return key.map((byte) => byte ^ pad) as Buffer;
};

/** HMAC-SHA256 (RFC 2104) under one seed, as hex; written out, since a key object for each of tens of thousands costs more than its hashes. */
function hmacOf(seed: string): (message: string) => string {
  const [inner, outer] = [padded(seed, 0x36), padded(seed, 0x5c)];
  return (message) =>
    hash("sha256", Buffer.concat([outer, hash("sha256", Buffer.concat([inner, Buffer.from(message, "utf8")]), "buffer")]), "hex");
}
const RANGE = 1n << 128n;

/** A whole number in 0 … below − 1, each equally likely: 128 bits, those past the last full multiple thrown away and asked for again. */
export function numberBelow(below: number, seed: string, k: number): number {
  const hmac = hmacOf(seed);
  const size = BigInt(below);
  const limit = RANGE - (RANGE % size);
  for (let again = 0; ; again++) {
    const value = BigInt(`0x${hmac(`draw|${k}|${again}`).slice(0, 32)}`);
    if (value < limit) return Number(value % size);
  }
}

/** What is wrong with lists before anything is drawn; nothing, and a draw will succeed. */
export function problemOf(plan: DrawPlan): DrawProblem | undefined {
  const bad = (what: string): DrawProblem => ({ code: "inspection.draw_bad_list", params: { what } });
  if (!Number.isInteger(plan.ask) || plan.ask < 1 || !Number.isInteger(plan.perObject) || plan.perObject < 1) return bad("ask");
  if (isTwice(plan.objects)) return bad("objects");
  if (isTwice(plan.inspectors)) return bad("inspectors");
  if (plan.objects.some(({ weight }) => !Number.isInteger(weight) || weight < 1 || weight > 1_000_000)) return bad("weight");
  if (plan.objects.length < plan.ask)
    return { code: "inspection.draw_too_few_objects", params: { objects: plan.objects.length, ask: plan.ask } };
  const able = ableOf(plan);
  for (const object of plan.objects) {
    const count = able(object).length;
    if (count < plan.perObject)
      return { code: "inspection.draw_too_few_inspectors", params: { object: object.id, able: count, needed: plan.perObject } };
  }
  return undefined;
}

/** Who may go to an object: those whose range holds its area, asked once an area, without those a conflict bars. */
function ableOf({ conflicts, inspectors }: Omit<DrawPlan, "ask">): (object: DrawObject) => readonly DrawInspector[] {
  const barred = new Map<string, Set<string>>();
  for (const [inspector, object] of conflicts) barred.set(object, (barred.get(object) ?? new Set()).add(inspector));
  const byArea = new Map<number, readonly DrawInspector[]>();
  const inArea = (area: number) => {
    const known = byArea.get(area);
    if (known) return known;
    const found = inspectors.filter(({ lo, hi }) => area >= lo && area <= hi);
    byArea.set(area, found);
    return found;
  };
  return ({ id, area }) => {
    const not = barred.get(id);
    return not ? inArea(area).filter((each) => !not.has(each.id)) : inArea(area);
  };
}

/** Objects that cannot be checked as asked: fewer able inspectors than a visit needs. They are left out before the lists are frozen. */
export function withoutInspectors(plan: Omit<DrawPlan, "ask">): readonly string[] {
  const able = ableOf(plan);
  return plan.objects.filter((object) => able(object).length < plan.perObject).map(({ id }) => id);
}

/** The draw. The same lists and the same seed give the same picks in the same order, always and everywhere. */
export function draw(plan: DrawPlan, seed: string): { readonly picks: readonly Pick[] } | { readonly problem: DrawProblem } {
  const problem = problemOf(plan);
  if (problem) return { problem };
  const drawn = drawObjects(ordered(plan.objects), plan.ask, seed);
  return { picks: pair(drawn, plan, seed) };
}

/**
 * Weighted, without replacement, one after another: the k-th number falls on one object of those left, in the order of their ids, each
 * as wide as its weight. A Fenwick tree finds it in log n steps.
 */
function drawObjects(objects: readonly DrawObject[], ask: number, seed: string): readonly DrawObject[] {
  const tree = new Float64Array(objects.length + 1); // whole numbers below 2^53
  for (let i = 1; i <= objects.length; i++) tree[i] = objects[i - 1]?.weight ?? 0;
  for (let i = 1; i <= objects.length; i++) {
    const next = i + (i & -i);
    if (next <= objects.length) tree[next] = (tree[next] ?? 0) + (tree[i] ?? 0);
  }
  let left = objects.reduce((sum, { weight }) => sum + weight, 0);
  const top = 2 ** Math.floor(Math.log2(Math.max(1, objects.length)));
  const drawn: DrawObject[] = [];
  for (let k = 0; k < ask; k++) {
    let at = 0;
    let rest = numberBelow(left, seed, k);
    for (let step = top; step >= 1; step /= 2) {
      const sum = tree[at + step];
      if (at + step <= objects.length && sum !== undefined && sum <= rest) {
        at += step;
        rest -= sum;
      }
    }
    const object = objects[at];
    if (!object) throw new Error("inspection: the draw fell outside the list");
    drawn.push(object);
    left -= object.weight;
    for (let i = at + 1; i <= objects.length; i += i & -i) tree[i] = (tree[i] ?? 0) - object.weight;
  }
  return drawn;
}

/** The least busy who may go, ties by HMAC; the two who went last are not sent together again while another can go. */
function pair(drawn: readonly DrawObject[], plan: DrawPlan, seed: string): readonly Pick[] {
  const able = ableOf(plan);
  const hmac = hmacOf(seed);
  const last = new Map(plan.last.map(([object, first, second]) => [object, [first, second]]));
  const load = new Map(plan.inspectors.map(({ id }) => [id, 0]));
  const loadOf = (id: string) => load.get(id) ?? 0;
  return drawn.map((object) => {
    const queue = leastBusy(able(object), plan.perObject + 1, loadOf, object, hmac);
    const before = last.get(object.id);
    const chosen = queue.slice(0, plan.perObject);
    const again = before !== undefined && plan.perObject === 2 && before.every((id) => chosen.includes(id));
    const other = again ? queue[plan.perObject] : undefined;
    const inspectors = other === undefined ? chosen : [...chosen.slice(0, -1), other];
    for (const id of inspectors) load.set(id, loadOf(id) + 1);
    return { object: object.id, inspectors, samePairAgain: again && other === undefined };
  });
}

/** The first `count` by visits so far, then by HMAC; only those whose place the HMAC can decide are hashed. */
function leastBusy(
  able: readonly DrawInspector[],
  count: number,
  loadOf: (id: string) => number,
  object: DrawObject,
  hmac: (message: string) => string,
): readonly string[] {
  const loads = able.map(({ id }) => loadOf(id)).sort((a, b) => a - b);
  const last = loads[Math.min(count, loads.length) - 1] ?? 0;
  return able
    .filter(({ id }) => loadOf(id) <= last)
    .map(({ id }) => ({ id, load: loadOf(id), tie: hmac(`pair|${object.id}|${id}`) }))
    .sort((a, b) => a.load - b.load || byText(a.tie, b.tie))
    .slice(0, count)
    .map(({ id }) => id);
}
