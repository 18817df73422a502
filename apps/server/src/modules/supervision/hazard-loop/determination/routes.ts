/** Beginning a determination, the rules its form is made of, and the reasons behind its verdict. */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { HAZARD } from "../hazard.ts";
import { DETERMINATION, decideBy, determination } from "./determination.ts";
import { editions, lastComplete } from "./editions.ts";
import { determineRow, words } from "./given.ts";
import { mayDecide, setInForce } from "./rule-set.ts";

const tag = "重大火灾隐患判定";
const count = z.object({
  id: z.string(),
  clause: z.string(),
  applies: z.boolean().nullable(),
  need: z.number(),
  met: z.number(),
  withUnconfirmed: z.number(),
  possible: z.number(),
  confirmed: z.boolean(),
  reached: z.boolean(),
});
const reason = z.object({
  clause: z.string(),
  direct: z.boolean(),
  state: z.enum(["met", "notMet", "unknown", "unconfirmed", "notApplicable", "unanswered"]),
  measured: z.array(z.object({ way: z.number(), quotient: z.number(), comparator: z.string(), limit: z.number(), holds: z.boolean() })),
});
const judgement = z
  .object({
    edition: z.string(),
    verdict: z.enum(["direct", "comprehensive", "notMajor", "prompt"]),
    leaning: z.enum(["major", "notMajor"]).nullable(),
    by: z.array(z.string()),
    prompts: z.array(z.enum(["precondition", "exclusion", "unconfirmed", "unknown", "threshold"])),
    reasons: z.array(reason),
    counts: z.array(count),
  })
  .meta({ id: "Judgement", description: "逐项理由与计数；未确认的规则只提示" });
const judged = z
  .object({
    edition: z.string().nullable(),
    status: z.enum(["complete", "awaiting_official_text", "none"]),
    verdict: z.enum(["direct", "comprehensive", "notMajor", "prompt"]),
    words: z.string(),
    judgement: judgement.nullable(),
    reference: judgement.nullable().describe("已不施行的版本会怎么说，只供参照"),
  })
  .meta({ id: "Determined", description: "按检查当日施行的标准判定" });

const way = z.object({
  yes: z.string().nullable(),
  first: z.string().nullable(),
  second: z.string().nullable(),
  comparator: z.string().nullable(),
  limit: z.number().nullable(),
  stricterLimit: z.number().nullable(),
});
const titled = z.object({ id: z.string(), title: z.string(), clause: z.string(), confirmed: z.boolean() });

/** The form's questions. They are those of the last edition whose text is held, which the answer says. */
export const showRules = route({
  method: "GET",
  path: "/hazard-loop/determination-rules",
  summary: "重大火灾隐患判定标准",
  tag,
  permission: "hazard-loop.determination.read",
  input: z.object({ on: calendarDate.optional() }),
  output: z.object({
    inForce: z
      .object({
        edition: z.string(),
        title: z.string(),
        status: z.enum(["complete", "awaiting_official_text"]),
        validFrom: z.string(),
        note: z.string(),
        known: z.array(z.string()),
      })
      .nullable(),
    edition: z.string(),
    validTo: z.string().nullable(),
    tags: z.record(z.string(), z.string()),
    inputs: z.record(z.string(), z.object({ title: z.string(), unit: z.string() })),
    groups: z.record(z.string(), z.string()),
    precondition: titled,
    exclusions: z.array(titled),
    thresholds: z.array(titled.extend({ need: z.number() })),
    elements: z.array(
      z.object({
        clause: z.string(),
        title: z.string(),
        confirmed: z.boolean(),
        confidence: z.string(),
        askReading: z.string().nullable(),
        places: z.array(z.string()),
        notPlaces: z.array(z.string()),
        any: z.array(way),
      }),
    ),
  }),
  async run({ today }, { on }) {
    const set = lastComplete();
    const now = setInForce(editions, on ?? today);
    const known = now?.status === "awaiting_official_text" ? now.known.map((each) => each.title) : [];
    const titles = ({
      id,
      title,
      clause,
      confidence,
    }: {
      id: string;
      title: string;
      clause: string;
      confidence: Parameters<typeof mayDecide>[0];
    }) => ({ id, title, clause, confirmed: mayDecide(confidence) });
    return ok({
      inForce: now
        ? { edition: now.edition, title: now.title, status: now.status, validFrom: now.validFrom, note: now.validity.note, known }
        : null,
      edition: set.edition,
      validTo: set.validTo ?? null,
      tags: set.tags,
      inputs: set.inputs,
      groups: set.groups,
      precondition: titles(set.precondition),
      exclusions: set.exclusions.map(titles),
      thresholds: set.thresholds.map((each) => ({ ...titles(each), need: each.need })),
      elements: set.elements.map((each) => ({
        clause: each.clause,
        title: each.title,
        confirmed: mayDecide(each.confidence),
        confidence: each.confidence,
        askReading: each.askReading ?? null,
        places: each.places ?? [],
        notPlaces: each.notPlaces ?? [],
        any: each.any.map((one) =>
          "yes" in one
            ? { yes: one.yes, first: null, second: null, comparator: null, limit: null, stricterLimit: null }
            : {
                yes: null,
                first: one.ratio[0],
                second: one.ratio[1],
                comparator: one.comparator,
                limit: one.limit,
                stricterLimit: one.stricter?.limit ?? null,
              },
        ),
      })),
    });
  },
});

/** Judges what stands in the form now; nothing is kept. */
export const checkDetermination = route({
  method: "POST",
  path: "/hazard-loop/determination-check",
  summary: "试判：按所填逐项核对",
  tag,
  permission: "hazard-loop.determination.read",
  audited: false,
  composed: ["words"],
  input: z.object({
    inspectedOn: calendarDate,
    tags: z.array(z.string().max(30)).max(30).nullable().default([]),
    tagsUnknown: z.array(z.string().max(30)).max(30).nullable().default([]),
    correctable: z.enum(["yes", "no", "unknown"]).nullable().default(null),
    exclusions: z.array(z.string().max(20)).max(10).nullable().default([]),
    exclusionsUnknown: z.array(z.string().max(20)).max(10).nullable().default([]),
    elements: z
      .array(
        z.object({
          clause: z.string().max(10),
          way: z.number().int(),
          fact: z.boolean().nullable().optional(),
          first: z.number().nullable().optional(),
          second: z.number().nullable().optional(),
          confirmed: z.boolean().nullable().optional(),
        }),
      )
      .max(150)
      .nullable()
      .default([]),
  }),
  output: judged,
  example: {
    input: { inspectedOn: "2025-10-20", tags: ["shop"], correctable: "no", elements: [{ clause: "6.5", way: 0, first: 1, second: 2 }] },
  },
  async run(_, given) {
    const found = determineRow(editions, given);
    return ok({ ...found, words: words(found) });
  },
});

/** The reasons of a determination, element by element. */
export const showReasons = route({
  method: "GET",
  path: "/hazard-loop/determination/:id/reasons",
  summary: "判定理由",
  tag,
  permission: "hazard-loop.determination.read",
  composed: ["words"],
  input: z.object({ id: z.uuid() }),
  output: judged,
  async run(context, { id }) {
    const row = await findRow(context.services.catalog.get(DETERMINATION), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const found = determineRow(editions, row);
    return ok({ ...found, words: words(found) });
  },
});

async function nextNumber(tx: Tx, today: CalendarDate): Promise<string> {
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<{ last: number }>`insert into hazard_loop.determination_counter (year, last) values (${year}, 1)
    on conflict (year) do update set last = hazard_loop.determination_counter.last + 1 returning last`.execute(tx);
  return `PD${year}-${String(rows[0]?.last ?? 0).padStart(3, "0")}`;
}

export const beginDetermination = route({
  method: "POST",
  path: "/hazard-loop/determinations",
  summary: "发起重大火灾隐患判定",
  tag,
  permission: "hazard-loop.determine",
  input: z.object({ hazard: z.uuid(), inspectedOn: calendarDate }),
  output: z.object({ id: z.uuid(), isNew: z.boolean() }),
  async run(context, { hazard: hazardId, inspectedOn }) {
    const { tx, services, actor, now, today } = context;
    const hazard = await findRow(services.catalog.get(HAZARD), hazardId, readerOf(context));
    if (!hazard) return refuse("invalid", "ledger.unknown_reference");
    if (!["found", "graded", "assigned"].includes(String(hazard.state))) return refuse("conflict", "hazard-loop.not_to_be_determined");
    if (hazard.grade === "major") return refuse("conflict", "hazard-loop.is_major_already");
    if (inspectedOn > today) return refuse("invalid", "hazard-loop.inspected_in_future");
    const raised = await raiseCase(
      eraseCase(determination),
      {
        area: hazard.area,
        values: {
          number: await nextNumber(tx, today),
          hazard: hazardId,
          what: String(hazard.what).slice(0, 400),
          unit: hazard.unit ?? null,
          inspectedOn,
          correctable: "unknown",
          decideBy: decideBy(inspectedOn),
        },
        holderOrgan: actor.organId,
        at: now,
        kind: "person",
        actorName: actor.name,
        actor: actor.userId,
      },
      readerOf(context),
      services,
    );
    if (!raised.ok) return raised;
    context.audit({ action: "发起重大火灾隐患判定", subject: DETERMINATION, subjectId: raised.value.id, area: hazard.area });
    return ok({ id: raised.value.id, isNew: raised.value.isNew });
  },
});
