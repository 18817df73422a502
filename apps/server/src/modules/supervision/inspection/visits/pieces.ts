/**
 * What a phone sends: small finished facts 件, each with an id made on the phone (UUIDv7). A fact is never changed after it was saved, so sending
 * it again is harmless; a corrected answer is a new fact with a later time.
 */
import { z } from "zod";
import { calendarDate, instant } from "#platform/values.ts";
import { purposes } from "../tasks/purposes.ts";

export const outcomes = { pass: "合格", fail: "不合格", notApplicable: "不适用" } as const;
export type Outcome = keyof typeof outcomes;
export const sides = ["inspector", "unit"] as const;
export type Side = (typeof sides)[number];
/** 责令立即改正 on the spot, 责令限期改正 by a day, 指导改正 as advice. */
export const remedies = ["onSpot", "deadline", "advice"] as const;

const choiceOf = <T extends Readonly<Record<string, string>>>(choices: T) => z.enum(Object.keys(choices) as [keyof T & string]);

const point = z
  .object({
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    accuracyM: z.number().min(0).max(100_000).nullable().default(null),
    at: instant.nullable().default(null),
  })
  .meta({ id: "FieldPoint", description: "手机所报的位置，WGS-84，误差以米计" });
export type FieldPoint = z.output<typeof point>;

const head = { id: z.uuid().describe("手机生成的 UUIDv7"), at: instant.describe("手机上的时间") };
const ofVisit = { ...head, visit: z.uuid() };
const words = (max: number) => z.string().trim().max(max);
const photos = z.array(z.uuid()).max(20).default([]);

export const visitBegun = z.object({
  ...ofVisit,
  kind: z.literal("visitBegun"),
  unit: z.uuid(),
  task: z.uuid().nullable().default(null),
  purpose: choiceOf(purposes),
  checklist: words(80),
  version: z.number().int().min(1),
  inspectors: z.array(words(40).min(1)).min(1).max(10),
  guidance: z.boolean().default(false).describe("指导式检查"),
  point: point.nullable().default(null),
});
export const itemAnswered = z.object({
  ...ofVisit,
  kind: z.literal("itemAnswered"),
  item: words(80).min(1),
  outcome: choiceOf(outcomes),
  note: words(1_000).default(""),
  photos,
  remedy: z.enum(remedies).nullable().default(null),
  dueOn: calendarDate.nullable().default(null),
  place: words(200).default("").describe("位置，如 3 层东侧走道"),
  hazard: z.uuid().nullable().default(null).describe("不合格时生成的隐患，手机给的 id"),
});
/** A stroke is x, y, x, y … in hundredths of the pad's width. */
const stroke = z.array(z.number().int().min(-200).max(20_000)).min(2).max(4_000);
export const visitSigned = z.object({
  ...ofVisit,
  kind: z.literal("visitSigned"),
  side: z.enum(sides),
  name: words(40).min(1),
  strokes: z.array(stroke).max(200).default([]),
  refusedWhy: words(200).nullable().default(null).describe("拒签时的理由"),
});
export const visitFinished = z.object({
  ...ofVisit,
  kind: z.literal("visitFinished"),
  present: words(40).default(""),
  presentPost: words(40).default(""),
  opinion: words(2_000).default(""),
  firstExempt: z.boolean().default(false).describe("首违不罚"),
  point: point.nullable().default(null),
});
export const hazardFound = z.object({
  ...head,
  kind: z.literal("hazardFound"),
  hazard: z.uuid(),
  unit: z.uuid().nullable().default(null),
  area: z.number().int().nullable().default(null).describe("没有单位时的辖区；不给则按位置或本人辖区"),
  place: words(200).min(1),
  what: words(500).min(2),
  photos,
  point: point.nullable().default(null),
});

export const piece = z
  .discriminatedUnion("kind", [visitBegun, itemAnswered, visitSigned, visitFinished, hazardFound])
  .meta({ id: "FieldPiece", description: "手机上的一件：开始检查、一项结论、签字、结束检查、随手拍" });
export type Piece = z.output<typeof piece>;
export type Begun = z.output<typeof visitBegun>;
export type Answered = z.output<typeof itemAnswered>;
export type Signed = z.output<typeof visitSigned>;
export type Finished = z.output<typeof visitFinished>;
export type Found = z.output<typeof hazardFound>;

export const MOST_PIECES = 200;

export const results = ["accepted", "had", "conflict", "refused", "later"] as const;
export const receipt = z
  .object({
    id: z.string().describe("哪一件"),
    result: z
      .enum(results)
      .describe("accepted 收下；had 早已收下；conflict 收下但与别人的结论不同；refused 不收；later 先收别的，稍后再送"),
    receipt: z.string().nullable().describe("回执号"),
    code: z.string().nullable(),
    message: z.string().nullable().describe("不收或冲突的原因"),
  })
  .meta({ id: "FieldReceipt", description: "一件的回执" });
export type Receipt = z.output<typeof receipt>;
