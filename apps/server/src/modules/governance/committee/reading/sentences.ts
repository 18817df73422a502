/**
 * Minutes read sentence by sentence: which sentence gives somebody something to do, to whom and by when, and what it forgets to say. Pure.
 * It only points out; a person decides whether it becomes a task.
 */
import type { CalendarDate } from "#platform/values.ts";
import { daysIn } from "./days.ts";

export type Span = { readonly start: number; readonly end: number };
export type Sentence = Span & { readonly text: string };

/** Parts between 。；！？ and line ends, without the space around them. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  const pattern = /[^。；;！!？?\n]+/g;
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const start = match.index + (raw.length - raw.trimStart().length);
    const trimmed = raw.trim();
    if (trimmed !== "") found.push({ start, end: start + trimmed.length, text: trimmed });
  }
  return found;
}

/** An organ as minutes may call it: by its name, its short name, with or without 市. */
export type KnownOrgan = { readonly id: string; readonly names: readonly string[] };

const ALL_BELOW = [
  { pattern: /各(?:县|区|县区|县市区)(?:[（(〔][^）)〕]*[）)〕])?(?:人民)?(?:政府)?/, spread: "counties" },
  { pattern: /各(?:乡镇|镇街|街道|街镇|镇（街道）)[^，。；\s]{0,6}?(?=[^\p{Script=Han}]|于|在|要|须|应|\d|$)/u, spread: "towns" },
  { pattern: /各(?:成员单位|有关部门|部门|相关部门)/, spread: "members" },
] as const;
export type Spread = "one" | (typeof ALL_BELOW)[number]["spread"];

export type NamedOrgan = Span & { readonly id: string | null; readonly words: string; readonly spread: Spread };

/** Words that look like an organ though we do not know it: it still has somebody in it. */
const LIKE_ORGAN =
  /[\p{Script=Han}]{1,12}?(?:人民政府|县政府|市政府|区政府|管委会|大队|支队|街道|集团|公司|委员会|办公室|局|委(?=\d|负责|牵头|要|在|于)|消安办)/u;

/** The organ a sentence speaks to: the one named first. */
export function organIn(text: string, organs: readonly KnownOrgan[]): NamedOrgan | undefined {
  let best: NamedOrgan | undefined;
  const take = (named: NamedOrgan) => {
    if (!best || named.start < best.start || (named.start === best.start && named.end > best.end)) best = named;
  };
  for (const { id, names } of organs)
    for (const name of names) {
      const start = name.length >= 2 ? text.indexOf(name) : -1;
      if (start >= 0) take({ start, end: start + name.length, id, words: name, spread: "one" });
    }
  for (const { pattern, spread } of ALL_BELOW) {
    const match = pattern.exec(text);
    if (match) take({ start: match.index, end: match.index + match[0].length, id: null, words: match[0], spread });
  }
  if (best) return best;
  const like = LIKE_ORGAN.exec(text);
  return like ? { start: like.index, end: like.index + like[0].length, id: null, words: like[0], spread: "one" } : undefined;
}

const ACTIONS =
  /修复|整改|完成|提出|提交|报送|上报|补报|核拨|拨付|落实|牵头|负责|配合|制定|印发|开展|组织|推进|督促|抓好|建立|完善|清零|排查|纳入|解决|研究|召开|开完|协调|安排|保障|建成|更新|增配|公布|通报至|反馈|签订|培训/;
/** What was already done, or was only told. */
const TOLD = /听取了|通报了|汇报了|介绍了|学习了|传达了|审议通过|原则同意|认为|指出|已经?(?:完成|落实|修复|整改)|(?:完成|修复|整改)了/;
const DEMANDS = /要求|责成|请|必须|须|应当?|限|务必|由.{1,16}(?:负责|牵头)/;

export type Lacks = "organ" | "day";
export type Assignment = Sentence & {
  readonly organ: NamedOrgan | undefined;
  readonly day: CalendarDate | undefined;
  readonly lacks: readonly Lacks[];
};

/** Whether a sentence gives somebody something to do; and what of whom and by when it leaves out. */
export function assignmentIn(sentence: Sentence, on: CalendarDate, organs: readonly KnownOrgan[]): Assignment | undefined {
  const { text } = sentence;
  const action = ACTIONS.exec(text);
  if (!action) return undefined;
  const organ = organIn(text, organs);
  const [day] = daysIn(text, on).slice(-1);
  const demanded = DEMANDS.test(text);
  if (TOLD.test(text) && !demanded) return undefined;
  // The organ must stand before what it is to do; or something is demanded by a day, of nobody.
  const addressed = organ !== undefined && organ.start < action.index;
  if (!addressed && !(demanded && day !== undefined)) return undefined;
  const lacks: Lacks[] = [...(addressed ? [] : (["organ"] as const)), ...(day ? [] : (["day"] as const))];
  return { ...sentence, organ: addressed ? organ : undefined, day: day?.day, lacks };
}

export type Marked = Span & { readonly kind: "task" | "decision" };
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Assignments nobody has made a task or a decision of, nor set aside. */
export function unmarked(
  text: string,
  on: CalendarDate,
  {
    organs,
    marks,
    setAside,
  }: { readonly organs: readonly KnownOrgan[]; readonly marks: readonly Span[]; readonly setAside: readonly string[] },
): readonly Assignment[] {
  return sentencesOf(text).flatMap((sentence) => {
    if (marks.some((mark) => overlaps(mark, sentence)) || setAside.includes(sentence.text)) return [];
    return assignmentIn(sentence, on, organs) ?? [];
  });
}

/** What a task is called: the sentence without 会议要求, the organ, and the day that stands in a field of its own. */
export function titleOf(text: string, organ: Pick<NamedOrgan, "words"> | undefined, dayWords: string | undefined): string {
  let title = text.trim().replace(/^会议(?:要求|强调|明确|决定)[，,：:]?/, "");
  if (organ && title.startsWith(organ.words)) title = title.slice(organ.words.length);
  if (dayWords)
    title = title
      .replace(dayWords, "")
      .replace(/^\s*(?:之?前|以前)[，,]?/, "")
      .replace(/\s+(?:之?前|以前)/, "");
  return (
    title
      .replace(/^[\s，,、：:要应须]+/, "")
      .trim()
      .slice(0, 200) || text.trim().slice(0, 200)
  );
}

/** QZ-7.3.4 where a text names a clause. */
export const clauseIn = (text: string): string | undefined => /\b[A-Z]{2}-\d+(?:\.\d+)*\b/.exec(text)?.[0];
