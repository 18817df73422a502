/**
 * What a grid member's phone sends of a patrol: small finished facts, each with an id made on the phone. A fact never changes after it was saved, so
 * sending it again is harmless. Hazards found on the way are sent beside these as `hazardFound` of the field's own queue, under the id named here.
 */
import { z } from "zod";
import { instant } from "#platform/values.ts";
import { findSources, riskFactors, riskPlaces } from "../domain/risk.ts";

const keys = <T extends Readonly<Record<string, string>>>(choices: T) => z.enum(Object.keys(choices) as [keyof T & string]);
const words = (max: number) => z.string().trim().max(max);
const point = z
  .object({
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    accuracyM: z.number().min(0).max(100_000).nullable().default(null),
    at: instant.nullable().default(null),
  })
  .nullable()
  .default(null);
export type PiecePoint = z.output<typeof point>;

const head = { id: z.uuid().describe("手机生成的 UUIDv7"), at: instant.describe("手机上的时间") };
const ofPatrol = { ...head, patrol: z.uuid() };

const patrolBegun = z.object({ ...ofPatrol, kind: z.literal("patrolBegun"), route: words(200).min(1), point });
const pointVisited = z.object({
  ...ofPatrol,
  kind: z.literal("pointVisited"),
  place: words(200).min(1),
  unit: z.uuid().nullable().default(null),
  fine: z.boolean().describe("未见异常"),
  note: words(300).default(""),
  point,
});
const problemFound = z.object({
  ...ofPatrol,
  kind: z.literal("problemFound"),
  place: words(200).min(1),
  what: words(300).min(2),
  onSpot: z.boolean().describe("当场改正"),
  hazard: z.uuid().nullable().default(null).describe("没能当场改正时，另送的 hazardFound 所生成的隐患"),
});
const patrolEnded = z.object({ ...ofPatrol, kind: z.literal("patrolEnded"), words: words(300).default(""), point });
const riskChecked = z.object({
  ...head,
  kind: z.literal("riskChecked"),
  risk: z.uuid(),
  patrol: z.uuid().nullable().default(null),
  unit: z.uuid().nullable().default(null),
  place: words(200).min(2),
  placeKind: keys(riskPlaces),
  source: keys(findSources),
  finder: words(40).default(""),
  factors: z.array(keys(riskFactors)).max(20).default([]),
  words: words(1_000).default(""),
  point,
});

export const patrolPiece = z
  .discriminatedUnion("kind", [patrolBegun, pointVisited, problemFound, patrolEnded, riskChecked])
  .meta({ id: "PatrolPiece", description: "手机上的一件：开始巡查、到访一处、发现问题、结束巡查、风险排查" });
export type PatrolPiece = z.output<typeof patrolPiece>;
export type Begun = z.output<typeof patrolBegun>;
export type Visited = z.output<typeof pointVisited>;
export type Problem = z.output<typeof problemFound>;
export type Ended = z.output<typeof patrolEnded>;
export type Risk = z.output<typeof riskChecked>;

export const MOST_PIECES = 200;
export const patrolReceipt = z
  .object({
    id: z.string().describe("哪一件"),
    result: z.enum(["accepted", "had", "conflict", "refused", "later"]).describe("与监督检查的回执同义；巡查不会有 conflict"),
    receipt: z.string().nullable().describe("回执号"),
    code: z.string().nullable(),
    message: z.string().nullable().describe("不收的原因，或收下时要知道的话"),
  })
  .meta({ id: "PatrolReceipt", description: "一件的回执" });
export type PatrolReceipt = z.output<typeof patrolReceipt>;
