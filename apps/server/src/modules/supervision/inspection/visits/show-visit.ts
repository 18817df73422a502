/** The record of a check as a page: every item with its words of that day, photos, signatures, and what others found the same day. */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { instant } from "#platform/values.ts";
import { purposes } from "../tasks/purposes.ts";
import { listAsAnswered } from "./answered-list.ts";
import { signaturePlace } from "./apply-pieces.ts";
import { sides } from "./pieces.ts";
import { type ItemRow, itemsOf, signaturesOf, visitsOfDay } from "./store.ts";
import { visit as visitLedger, visitResults } from "./visit.ts";

const outcome = z.enum(["pass", "fail", "notApplicable"]);
const choice = <T extends Readonly<Record<string, string>>>(choices: T) => z.enum(Object.keys(choices) as [keyof T & string]);
const photo = z.object({
  id: z.uuid(),
  item: z.string().nullable(),
  takenAt: instant,
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  accuracyM: z.number().nullable(),
  place: z.string().nullable(),
  cameraAt: z.string().nullable(),
  originalSha256: z.string().nullable(),
  hasOriginal: z.boolean(),
  arrived: z.boolean().describe("展示图是否已到"),
});
const shownItem = z.object({
  item: z.string(),
  section: z.string(),
  text: z.string(),
  ground: z.string().nullable(),
  outcome: outcome.nullable().describe("空：没有查"),
  note: z.string().nullable(),
  place: z.string().nullable(),
  remedy: z.string().nullable(),
  dueOn: z.string().nullable(),
  hazard: z.uuid().nullable(),
  overruled: z.boolean(),
});
export const record = z
  .object({
    id: z.uuid(),
    unit: z.uuid().nullable(),
    unitName: z.string(),
    address: z.string(),
    areaName: z.string().nullable(),
    purpose: choice(purposes),
    result: choice(visitResults),
    listTitle: z.string(),
    checklist: z.string(),
    listVersion: z.number().int(),
    startedAt: instant,
    endedAt: instant.nullable(),
    inspectors: z.string(),
    present: z.string().nullable(),
    presentPost: z.string().nullable(),
    guidance: z.boolean(),
    firstExempt: z.boolean(),
    opinion: z.string().nullable(),
    unitRefused: z.string().nullable(),
    demo: z.boolean(),
    items: z.array(shownItem),
    photos: z.array(photo),
    signatures: z.array(
      z.object({
        side: z.enum(sides),
        name: z.string(),
        strokes: z.array(z.array(z.number())),
        refusedWhy: z.string().nullable(),
        signedAt: instant,
      }),
    ),
    sameDay: z.array(z.object({ id: z.uuid(), inspectors: z.string(), startedAt: instant })),
    conflict: z.uuid().nullable(),
  })
  .meta({ id: "VisitRecord", description: "一份监督检查记录" });
type Record_ = z.input<typeof record>;

export const showVisitRoute = route({
  method: "GET",
  path: "/inspection/visits/:id/record",
  tag: "监督检查",
  summary: "监督检查记录全文",
  permission: "inspection.visit.read",
  input: z.object({ id: z.uuid() }),
  output: record,
  async run(context, { id }) {
    const shown = await recordOf(context, id);
    return shown ? ok(shown) : refuse("not_found", "ledger.unknown_row", { id });
  },
});

export async function recordOf(context: RouteContext, id: string): Promise<Record_ | undefined> {
  const { tx, services } = context;
  const reader = readerOf(context);
  const row = await findRow(services.catalog.get(visitLedger.name), id, reader);
  if (!row) return undefined;
  const text = (key: string): string => String(row[key] ?? "");
  const maybe = (key: string): string | null => (row[key] === null || row[key] === undefined ? null : String(row[key]));
  const unit = row.unit ? await findRow(services.catalog.get("places.unit"), text("unit"), reader) : undefined;
  const list = await listAsAnswered(tx, text("checklist"), Number(row.listVersion));
  const answers = new Map((await itemsOf(tx, id)).map((each) => [each.item, each]));
  const open = await sql<{
    id: string;
  }>`select id from inspection.conflict where unit = ${row.unit} and on_day = ${row.onDay} and deleted_at is null order by id desc limit 1`.execute(
    tx,
  );
  const signatures = await signaturesOf(tx, id);
  return {
    id,
    unit: maybe("unit"),
    unitName: text("unitName"),
    address: String(unit?.address ?? ""),
    areaName: row.areaName,
    purpose: row.purpose as Record_["purpose"],
    result: row.result as Record_["result"],
    listTitle: text("listTitle"),
    checklist: text("checklist"),
    listVersion: Number(row.listVersion),
    startedAt: text("startedAt"),
    endedAt: maybe("endedAt"),
    inspectors: text("inspectors"),
    present: maybe("present"),
    presentPost: maybe("presentPost"),
    guidance: row.guidance === true,
    firstExempt: row.firstExempt === true,
    opinion: maybe("opinion"),
    unitRefused: maybe("unitRefused"),
    demo: row.demo,
    items: (list?.items ?? []).map((item) => ({
      item: item.id,
      section: item.section,
      text: item.text,
      ground: item.ground,
      ...answerOf(answers.get(item.id)),
    })),
    photos: await photosOf(context, id),
    signatures: signatures.map(({ side, name, strokes, refusedWhy, signedAt }) => ({
      ...{ side, name, refusedWhy, signedAt },
      strokes: strokes === null ? [] : (JSON.parse(services.sealer.open(strokes, signaturePlace(id, side))) as number[][]),
    })),
    sameDay: row.unit
      ? (await visitsOfDay(tx, text("unit"), text("onDay")))
          .filter((each) => each.id !== id)
          .map(({ id, inspectors, startedAt }) => ({ id, inspectors, startedAt }))
      : [],
    conflict: open.rows[0]?.id ?? null,
  };
}

const answerOf = (given: ItemRow | undefined) => ({
  outcome: given?.outcome ?? null,
  note: given?.note ?? null,
  place: given?.place ?? null,
  remedy: given?.remedy ?? null,
  dueOn: given?.dueOn ?? null,
  hazard: given?.hazard ?? null,
  overruled: given?.overruled ?? false,
});

async function photosOf({ tx }: RouteContext, visit: string): Promise<Record_["photos"]> {
  const { rows } = await sql<
    Record_["photos"][number]
  >`select id, item, taken_at, lon, lat, accuracy_m, place, camera_at::text as camera_at,
      encode(original_sha256, 'hex') as "original_sha256", original_file is not null as has_original, shown_file is not null as arrived
    from inspection.photo where visit = ${visit} order by taken_at, id`.execute(tx);
  return rows;
}
