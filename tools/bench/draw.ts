/** 双随机 at city size: 1,000 units out of 200,000 with 60 inspectors, conflicts and earlier pairs; freezing, drawing, and recomputing it all. */
import { pathToFileURL } from "node:url";
import {
  canonicalLines,
  commitmentOf,
  draw,
  planOfLines,
  seedOf,
} from "../../apps/server/src/modules/supervision/inspection/draws/draw-algorithm.ts";
import type { Figure } from "./figure.ts";

const OBJECTS = 200_000;
const ASK = 1_000;
const INSPECTORS = 60;
const ROUNDS = 5;
const BUDGET_MS = 1_000;
const WEIGHTS = [50, 50, 50, 100, 100, 200, 400] as const;

const idOf = (kind: string, n: number) => `${kind}0000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export function benchDraw(): readonly Figure[] {
  const objects = Array.from({ length: OBJECTS }, (_, n) => ({
    id: idOf("1", n),
    class: ["blue", "yellow", "orange", "red"][n % 4] ?? "blue",
    weight: WEIGHTS[n % WEIGHTS.length] ?? 100,
    area: 330_802_000_000_000 + (n % 90) * 1_000_000,
  }));
  const inspectors = Array.from({ length: INSPECTORS }, (_, n) => ({ id: idOf("2", n), lo: 330_802_000_000_000, hi: 330_802_999_999_999 }));
  const conflicts = Array.from({ length: 2_000 }, (_, n) => [idOf("2", n % INSPECTORS), idOf("1", n * 97)] as const);
  const last = Array.from(
    { length: 20_000 },
    (_, n) => [idOf("1", n * 7), idOf("2", n % INSPECTORS), idOf("2", (n + 1) % INSPECTORS)] as const,
  );
  const plan = { id: idOf("3", 0), ask: ASK, perObject: 2, objects, inspectors, conflicts, last };
  const times = { freeze: [] as number[], draw: [] as number[], whole: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    const lines = canonicalLines(plan);
    const commitment = commitmentOf(lines);
    times.freeze.push(performance.now() - began);
    const back = planOfLines(lines);
    if (!back) throw new Error("bench: the lines do not come back");
    const drawing = performance.now();
    const done = draw(back, seedOf(commitment, `第 ${round} 期`));
    times.draw.push(performance.now() - drawing);
    times.whole.push(performance.now() - began);
    if ("problem" in done || done.picks.length !== ASK) throw new Error("bench: the draw failed");
  }
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const note = `${OBJECTS.toLocaleString("en-US")} units, ${INSPECTORS} inspectors, 2,000 conflicts, 20,000 earlier pairs; median of ${ROUNDS}`;
  return [
    { name: "draw 1,000 of 200,000", value: middle(times.draw), unit: "ms", budget: BUDGET_MS, note },
    {
      name: "freeze and hash the lists of it",
      value: middle(times.freeze),
      unit: "ms",
      budget: null,
      note: "sorting and SHA-256 over 242,000 lines",
    },
    {
      name: "recompute it from its package",
      value: middle(times.whole),
      unit: "ms",
      budget: null,
      note: "reading the lines, hash, seed, draw",
    },
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { name, value, unit } of benchDraw()) process.stdout.write(`${name}: ${value.toFixed(0)} ${unit}\n`);
