/** The package anybody recomputes a draw from: one JSON, no database. What it holds and how it is checked, pure. */
import { z } from "zod";
import { canonicalLines, commitmentOf, draw, FORMAT, planOfLines, seedOf } from "./draw-algorithm.ts";

export const drawPackage = z
  .object({
    format: z.literal(FORMAT),
    number: z.string(),
    title: z.string(),
    organizer: z.string().nullable(),
    algorithm: z.string().describe("算法说明的地址"),
    commitment: z.object({ sha256: z.string(), publishedAt: z.string() }),
    random: z.object({ text: z.string(), source: z.string(), at: z.string() }).nullable(),
    seed: z.string().nullable(),
    list: z.array(z.string()).nullable().describe("冻结名单，逐行；各行加换行符后求 SHA-256 即承诺。未公布时为空"),
    result: z
      .array(z.object({ object: z.string(), name: z.string(), inspectors: z.array(z.string()), names: z.array(z.string()) }))
      .nullable(),
    redrawOf: z.string().nullable(),
    void: z.string().nullable(),
  })
  .meta({ id: "DrawPackage", description: "双随机复算包：凭它即可复算，不需要本系统" });
export type DrawPackage = z.infer<typeof drawPackage>;

export type Verdict = {
  readonly same: boolean;
  readonly differs: readonly string[];
  readonly objects: number;
  readonly picks: number;
  readonly inspectors: number;
};

/** Recomputes commitment, order of time, seed and result from the package alone, and says what is not so. */
export function verifyPackage(given: DrawPackage): Verdict {
  const differs: string[] = [];
  const plan = given.list ? planOfLines(given.list) : undefined;
  if (!given.list || !given.random || !given.result) differs.push("名单、随机数或结果尚未公布，不能复算");
  else if (!plan) differs.push("名单不是本格式");
  if (!plan || !given.list || !given.random || !given.result) return { same: false, differs, objects: 0, picks: 0, inspectors: 0 };
  const commitment = commitmentOf(given.list);
  if (commitment !== given.commitment.sha256) differs.push(`承诺不同：名单算得 ${commitment}，公布的是 ${given.commitment.sha256}`);
  if (commitmentOf(canonicalLines(plan)) !== commitment) differs.push("名单的行没有按规定排序");
  if (Date.parse(given.random.at) < Date.parse(given.commitment.publishedAt)) differs.push("随机数产生在承诺公布之前");
  const seed = seedOf(given.commitment.sha256, given.random.text);
  if (seed !== given.seed) differs.push(`种子不同：算得 ${seed}，公布的是 ${given.seed ?? "无"}`);
  const done = draw(plan, seed);
  if ("problem" in done) differs.push(`名单抽不出：${done.problem.code}`);
  else differs.push(...differences(done.picks, given.result));
  return {
    same: differs.length === 0,
    differs,
    objects: plan.objects.length,
    picks: given.result.length,
    inspectors: plan.inspectors.length,
  };
}

function differences(
  mine: readonly { readonly object: string; readonly inspectors: readonly string[] }[],
  theirs: DrawPackage["result"] & object,
): string[] {
  const found: string[] = mine.length === theirs.length ? [] : [`家数不同：算得 ${mine.length}，公布 ${theirs.length}`];
  for (const [i, pick] of mine.entries()) {
    const other = theirs[i];
    if (!other) break;
    if (other.object !== pick.object) found.push(`第 ${i + 1} 家不同：算得 ${pick.object}，公布 ${other.object}（${other.name}）`);
    else if (other.inspectors.join() !== pick.inspectors.join())
      found.push(`第 ${i + 1} 家人员不同：算得 ${pick.inspectors.join("、")}，公布 ${other.inspectors.join("、")}`);
    if (found.length >= 10) return [...found, "其余不再列出"];
  }
  return found;
}
