/**
 * Reads the shipped check lists: grounds and penalties by key, common blocks, and lists that include blocks and add their own items.
 * Pure: takes parsed YAML, gives lists or what is wrong, in Chinese, with the place.
 */
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { confidences, type Reading, readRules } from "../rule-files.ts";
import { type CheckItem, type Checklist, frequencies, itemGrades, listPurposes, photoDemands } from "./checklist.ts";

const keysOf = <K extends string>(table: Readonly<Record<K, string>>) => z.enum(Object.keys(table) as [K, ...K[]]);
const confirmed = z.strictObject({ text: z.string().min(1), confidence: z.enum(confidences) });
const groundsFile = z.strictObject({ grounds: z.record(z.string(), confirmed), penalties: z.record(z.string(), confirmed) });
export type Grounds = z.infer<typeof groundsFile>;

const item = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-\d{2}$/, "编号应如 EV-01"),
  text: z.string().min(4).max(300),
  ground: z.string(),
  grade: keysOf(itemGrades),
  penalty: z.string().nullable(),
  photo: keysOf(photoDemands),
  remedy: z.string().min(2),
  confidence: z.enum(confidences).optional(),
});
const sections = z.record(z.string(), z.array(item).min(1));
const blockFile = z.strictObject({ id: z.string(), title: z.string(), sections });
export type Block = z.infer<typeof blockFile>;
const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);
const listFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]+$/),
  version: z.number().int().min(1),
  title: z.string(),
  kinds: z.array(kind),
  subject: z.string().optional(),
  purpose: keysOf(listPurposes),
  frequency: keysOf(frequencies).optional(),
  validFrom: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  source: z.string().min(1),
  include: z.array(z.string()).default([]),
  sections,
});

export const readGrounds = (data: unknown) => readRules(groundsFile, data);
export const readBlock = (data: unknown) => readRules(blockFile, data);

/** A list with the blocks it includes, every key resolved. Problems name the item. */
export function readChecklist(data: unknown, blocks: ReadonlyMap<string, Block>, grounds: Grounds): Reading<Checklist> {
  const read = readRules(listFile, data);
  if (!read.ok) return read;
  const file = read.value;
  const problems: string[] = [];
  if (file.kinds.length === 0 && !file.subject) problems.push("kinds 为空时须写 subject");
  const all = file.include.flatMap((name) => {
    const block = blocks.get(name);
    if (!block) problems.push(`没有公共项 ${name}`);
    return block ? [block.sections] : [];
  });
  const items = [...all, file.sections].flatMap((each) =>
    Object.entries(each).flatMap(([section, rows]) => rows.map((row) => resolved(section, row, grounds, problems))),
  );
  const ids = items.map(({ id }) => id);
  for (const id of new Set(ids.filter((each, i) => ids.indexOf(each) !== i))) problems.push(`编号 ${id} 重复`);
  if (problems.length > 0) return { ok: false, problems };
  const { include: _, sections: __, subject, frequency, ...head } = file;
  return { ok: true, value: { ...head, subject: subject ?? null, frequency: frequency ?? null, scope: "national", items } };
}

function resolved(section: string, row: z.infer<typeof item>, { grounds, penalties }: Grounds, problems: string[]): CheckItem {
  const ground = grounds[row.ground];
  const penalty = row.penalty === null ? undefined : penalties[row.penalty];
  if (!ground) problems.push(`${row.id}：没有依据 ${row.ground}`);
  if (row.penalty !== null && !penalty) problems.push(`${row.id}：没有罚则 ${row.penalty}`);
  return {
    id: row.id,
    section,
    text: row.text,
    ground: ground?.text ?? null,
    grade: row.grade,
    penalty: penalty?.text ?? null,
    photo: row.photo,
    remedy: row.remedy,
    confidence: row.confidence ?? ground?.confidence ?? "unknown",
  };
}

/** What no single list can see: two of one name, a kind of unit that has no list. */
export function problemsOfLists(lists: readonly Checklist[]): readonly string[] {
  const ids = lists.map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) => `检查表 ${id} 重复`);
  const missing = (purpose: Checklist["purpose"]) =>
    Object.keys(unitKinds)
      .filter((each) => !lists.some((list) => list.purpose === purpose && list.kinds.some((own) => own === each)))
      .map((each) => `单位类别 ${each} 没有${listPurposes[purpose]}表`);
  return [...twice, ...missing("supervision"), ...missing("selfCheck")];
}
