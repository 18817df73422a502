/** 行政区划 files of this folder: what they hold and how they are read. Written by tools/generators. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

export type Area = {
  /** 6 digits for a county, 9 for a town or street, 12 for a village or community. */
  readonly code: string;
  readonly name: string;
  readonly level: "county" | "town" | "village";
  readonly parent: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly lon: number;
  readonly lat: number;
  /** Generated from a seed to place demo data; never a real position. */
  readonly approximate: boolean;
};

/** First letters of a name's syllables: qu zhou shi → qzs. */
export const initialsOf = (pinyin: string): string =>
  pinyin
    .split(" ")
    .map((syllable) => syllable[0] ?? "")
    .join("");

const levels = { 6: "county", 9: "town", 12: "village" } as const;
const parentOf = (code: string): string => (code.length === 6 ? `${code.slice(0, 4)}00` : code.slice(0, -3));

/** In the file an area is `[code, name, pinyin, lon, lat]`; the rest follows from the length of its code. */
const area = z
  .tuple([z.string().regex(/^(\d{6}|\d{9}|\d{12})$/), z.string().min(1), z.string(), z.number(), z.number()])
  .transform(([code, name, pinyin, lon, lat]): Area => {
    const level = levels[code.length === 6 ? 6 : code.length === 9 ? 9 : 12];
    return { code, name, level, parent: parentOf(code), pinyin, initials: initialsOf(pinyin), lon, lat, approximate: level !== "county" };
  });

const divisionsFile = z.object({
  origin: z.string(),
  licence: z.string(),
  edition: z.string(),
  note: z.string(),
  /** The root: a city (…00) or one district. */
  code: z.string().regex(/^\d{6}$/),
  name: z.string(),
  pinyin: z.string(),
  /** From the province down, the root not included. */
  ancestors: z.array(z.object({ code: z.string(), name: z.string() })),
  counts: z.object({
    counties: z.number(),
    towns: z.number(),
    villages: z.number(),
    /** Where the edition lists a town but no village below it. */
    townsWithoutVillages: z.number(),
    /** Villages of towns the list does not have; they are left out. */
    villagesWithoutTown: z.number(),
  }),
  /** Parents before children; the root is not among them, a district's towns have it as parent. */
  areas: z.array(area),
});
export type Divisions = z.infer<typeof divisionsFile>;
/** As it stands in the file. */
export type DivisionsFile = z.input<typeof divisionsFile>;

/** The roots with a file here: 衢州, 嘉兴, 上海普陀. */
export const divisionCodes = ["330800", "330400", "310107"] as const;
export type DivisionCode = (typeof divisionCodes)[number];

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(import.meta.dirname, file), "utf8"));
}

export const loadDivisions = async (code: DivisionCode): Promise<Divisions> => divisionsFile.parse(await readJson(`${code}.json`));

/** GeoJSON in WGS-84: the counties, and for a city its outline first. Read it with `shapesOf`. */
export const loadBoundary = (code: DivisionCode): Promise<unknown> => readJson(`${code}.boundary.geojson`);
