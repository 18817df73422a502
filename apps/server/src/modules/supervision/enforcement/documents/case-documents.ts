/**
 * Documents of a case: what may be drafted for it in its state, filled with what the case knows, and what was drafted so far. One pair of routes a
 * case, of whatever module; a module says by `CaseDocuments` which kinds belong to its case and what it knows.
 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type Route, type RouteContext, route } from "#platform/route.ts";
import { DOCUMENT } from "./document.ts";
import { type DocumentValues, inChinese } from "./domain/values.ts";
import { documentKinds } from "./kinds.ts";
import { draftDocument } from "./make-document.ts";

type Known = Readonly<Record<string, unknown>>;

export type CaseDocuments = {
  /** The case, or the ledger, its rows belong to. */
  readonly name: string;
  /** Where its documents are found: `enforcement/seal` → `/enforcement/seal/:id/documents`. */
  readonly path: string;
  readonly tag: string;
  /** Every kind that belongs to it. */
  readonly kinds: readonly string[];
  /** Those a row asks for as it stands, the likeliest first. */
  offered(row: Row): readonly string[];
  /** Whom a kind goes to where it is served on several: a document each, of those who have none yet. Without it, or of one alone, one document. */
  recipients?(row: Row, kind: string): readonly string[];
  /** 当事人, and what the row knows by the names of the kinds' fields; each kind takes what it has fields for. */
  known(context: RouteContext, row: Row, kind: string, recipient?: string): Promise<{ readonly party: string; readonly values: Known }>;
};

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Of what is known, that which this kind has fields for. */
const fitting = (kind: string, known: Known): DocumentValues =>
  Object.fromEntries(
    Object.keys(documentKinds.get(kind)?.fields ?? {}).flatMap((key) => (isNothing(known[key]) ? [] : [[key, known[key]]])),
  );

/** A day as official documents write it; nothing stays nothing. */
export const dayWords = (value: unknown): string => (typeof value === "string" && value ? inChinese(value.slice(0, 10)) : "");

const made = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    state: z.string(),
    issuedOn: z.string().nullable(),
    servedOn: z.string().nullable(),
  })
  .meta({ id: "CaseDocument", description: "为一件办件制作的一份文书" });
type Made = z.output<typeof made>;

const offer = z.object({ kind: z.string(), title: z.string() });

export function caseDocuments(of: CaseDocuments): readonly Route[] {
  const found = (context: RouteContext, id: string) => findRow(context.services.catalog.get(of.name), id, readerOf(context));
  return [
    route({
      method: "GET",
      path: `/${of.path}/:id/documents`,
      tag: of.tag,
      summary: `${of.tag}的文书`,
      permission: `${of.name}.read`,
      input: z.object({ id: z.uuid() }),
      output: z.object({ documents: z.array(made), offered: z.array(offer) }),
      async run(context, { id }) {
        const row = await found(context, id);
        if (!row) return refuse("not_found", "ledger.unknown_row", { id });
        const { actor, tx } = context;
        const { rows } = may(actor, `${DOCUMENT}.read`)
          ? await sql<Made>`select id, kind, kind_title as title, number, state, issued_on, served_on from enforcement.document
              where source_id = ${id} and deleted_at is null order by opened_at, id limit 100`.execute(tx)
          : { rows: [] };
        const offered = may(actor, "enforcement.draft") ? of.offered(row) : [];
        return ok({ documents: rows, offered: offered.map((kind) => ({ kind, title: documentKinds.get(kind)?.title ?? kind })) });
      },
    }),
    route({
      method: "POST",
      path: `/${of.path}/:id/documents`,
      tag: of.tag,
      summary: `为${of.tag}起草文书`,
      permission: "enforcement.draft",
      input: z.object({ id: z.uuid(), kind: z.enum(of.kinds as [string, ...string[]]) }),
      output: z.object({ documentId: z.uuid(), documents: z.number().int().describe("起草了几份；向多家送达的一家一份") }),
      async run(context, { id, kind }) {
        const row = await found(context, id);
        if (!row) return refuse("not_found", "ledger.unknown_row", { id });
        if (!of.offered(row).includes(kind))
          return refuse("conflict", "enforcement.document_not_now", { name: documentKinds.get(kind)?.title ?? kind });
        const owed = await owedTo(of, row, kind, context);
        if (owed.length === 0) return refuse("conflict", "enforcement.everybody_has_one", { name: documentKinds.get(kind)?.title ?? kind });
        const drafted: string[] = [];
        for (const recipient of owed) {
          const one = await draftFor(of, row, kind, recipient, context);
          if (!one.ok) return one;
          drafted.push(one.value.documentId);
        }
        return ok({ documentId: drafted[0] ?? "", documents: drafted.length });
      },
    }),
  ];
}

/** Those who get one now: all of several who have none; one document without a name of its own where nobody is named apart. */
async function owedTo(of: CaseDocuments, row: Row, kind: string, { tx }: RouteContext): Promise<readonly (string | undefined)[]> {
  const all = [...new Set(of.recipients?.(row, kind) ?? [])];
  if (all.length < 2) return [undefined];
  const { rows } = await sql<{ party: string }>`select party from enforcement.document where source_id = ${row.id} and kind = ${kind}
    and state <> 'void' and deleted_at is null`.execute(tx);
  const has = new Set(rows.map(({ party }) => party));
  return all.filter((name) => !has.has(partyWords(name)));
}

const partyWords = (party: string): string => party.slice(0, 120);

async function draftFor(of: CaseDocuments, row: Row, kind: string, recipient: string | undefined, context: RouteContext) {
  const { tx, services, actor, now, today } = context;
  const { party, values } = await of.known(context, row, kind, recipient);
  const drafted = await draftDocument(tx, services, {
    kind,
    values: fitting(kind, values),
    area: row.area,
    unit: typeof row.unit === "string" ? row.unit : null,
    party: partyWords(party),
    source: { name: of.name, id: row.id },
    by: { actor, now, today },
  });
  if (drafted.ok)
    context.audit({
      action: "起草法律文书",
      subject: DOCUMENT,
      subjectId: drafted.value.documentId,
      area: row.area,
      detail: { kind, source: of.name, sourceId: row.id },
    });
  return drafted;
}
