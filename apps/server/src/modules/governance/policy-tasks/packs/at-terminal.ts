/** A trial as it is printed at a terminal. */

import { type CalendarDate, keyOfCode } from "#platform/values.ts";
import { judgeExample } from "../duties/judge-example.ts";
import { toWorkday } from "../duties/working-days.ts";
import type { City } from "./domain/known.ts";
import { nextDue, type Owed, type Sum } from "./domain/owed.ts";
import { packText } from "./domain/schema.ts";
import { readYaml } from "./format/read-yaml.ts";
import { cityOf } from "./known-names.ts";
import type { PackFile } from "./shipped.ts";
import { type Ground, knownAmong, type Tried, tryPack } from "./try-pack.ts";
import { bindingWords, levelWords, periodWords } from "./words.ts";

type Asked = Pick<Ground, "registry" | "catalog" | "document"> & {
  readonly code: string | undefined;
  readonly others: readonly PackFile[];
};
export type Trial = Pick<Tried, "problems"> & { lines?(on: CalendarDate, whole: boolean): readonly string[] };

const DEFAULT_CITY = "330800";

/** @returns undefined when the named city is not delivered with the program; without a name it is the pack's own, or the demo city */
export async function packTrial(text: string, { code, others, ...ground }: Asked): Promise<Trial | undefined> {
  const read = readYaml(text);
  const area = read.ok ? areaIn(read.data) : undefined;
  const own = area === undefined ? undefined : await cityOf(area);
  const whole = code === undefined ? (own ?? (await cityOf(DEFAULT_CITY))) : await cityOf(code);
  if (!whole) return undefined;
  const city = area === undefined ? whole : partOf(whole, area);
  const { problems, pack, owed, sum } = tryPack(text, { ...ground, city, others: knownAmong(others), judge: judgeExample });
  if (!pack || !sum) return { problems };
  return {
    problems,
    lines: (on, whole) => [
      `${pack.pack} ${pack.title}：${sum.clauses} 条，应尽事项 ${sum.duties} 项，暂无事项 ${sum.waiting} 条`,
      `在${city.name}（${city.code}）：${levels(sum)}，涉及 ${sum.organs} 个机构`,
      `凭据：${Object.entries(sum.byBinding)
        .map(([kind, n]) => `${bindingWords[kind] ?? kind} ${n}`)
        .join("，")}`,
      ...(whole ? owed.map((each) => lineOf(each, on)) : []),
    ],
  };
}

/** Also of a text with errors. */
const areaIn = (data: unknown): string | undefined => packText.pick({ area: true }).loose().safeParse(data).data?.area;

/** A county's document is tried in that county: its own account would lay it there. */
function partOf(city: City, area: string): City {
  const own = city.areas.get(keyOfCode(area));
  return own ? { ...city, code: area, name: own.name } : city;
}

const levels = ({ byLevel }: Sum): string =>
  Object.entries(levelWords)
    .flatMap(([level, word]) => (byLevel[level] ? [`${word} ${byLevel[level]} 项次`] : []))
    .join("，") || "没有机构应尽";

const NAMED = 3;

function lineOf({ duty, organs }: Owed, on: CalendarDate): string {
  const names = organs.slice(0, NAMED).map(({ name }) => name);
  const who = organs.length > NAMED ? `${names.join("、")}等 ${organs.length} 个` : names.join("、") || "无人";
  const due = nextDue(duty.rhythm, on, toWorkday);
  const when =
    duty.rhythm.kind === "keep"
      ? "一直保持"
      : due
        ? `${duty.rhythm.kind === "every" ? `${periodWords[duty.rhythm.every]}，` : ""}${due} 前`
        : "期限已过";
  return `  ${duty.id} ${duty.text}｜${who}｜${when}｜${bindingWords[duty.binding.kind]}`;
}
