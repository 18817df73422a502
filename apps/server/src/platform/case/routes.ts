/** The routes every case gets beside those of its ledger: its next moves, its timeline, a move. */
import { z } from "zod";
import { pathOf } from "../ledger/names.ts";
import { findRow } from "../ledger/read.ts";
import { actionsOf, composedKeys, labelsOf, readerOf } from "../ledger/routes.ts";
import { exampleRow, rowOf } from "../ledger/shapes.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import { byHandRoute } from "./by-hand.ts";
import type { AnyCase, AnyMove, Given } from "./define.ts";
import { mayTell, noticeRoute, urgeRoute } from "./notices.ts";
import { requestRoutes } from "./request-routes.ts";
import { closedMove, givenOf, openMove, timelineLine } from "./shapes.ts";
import { moveCase, movesOf, timelineOf } from "./store.ts";

export function caseRoutes(declared: AnyCase): readonly Route[] {
  const path = `/${pathOf(declared.name)}`;
  const reading = { method: "GET" as const, permission: `${declared.name}.read`, tag: declared.label };
  const id = z.object({ id: z.uuid() });
  const row = rowOf(declared);
  return [
    route({
      ...reading,
      composed: composedKeys(declared),
      path: `${path}/:id/next`,
      summary: `${declared.label} 下一步`,
      input: id,
      output: z.object({ row, can: z.array(openMove), cannot: z.array(closedMove), actions: z.array(z.string()) }),
      async run(context, input) {
        const found = await findRow(context.services.catalog.get(declared.name), input.id, readerOf(context));
        if (!found) return refuse("not_found", "ledger.unknown_row", { id: input.id });
        const { can, cannot } = await movesOf(spokenCase(declared, context), found, context, context.tx);
        const spoken = cannot.map((each) => ({
          ...each,
          message: context.services.messages.say(each.code, each.params, context.language),
        }));
        return ok({
          row: found,
          can,
          cannot: spoken,
          actions: [
            ...actionsOf(context.services.catalog.get(declared.name).ledger, context.actor),
            ...(mayTell(declared, context.actor) ? ["tell"] : []),
          ],
        });
      },
    }),
    route({
      ...reading,
      composed: ["actorName"],
      path: `${path}/:id/timeline`,
      summary: `${declared.label} 时间线`,
      input: id,
      output: z.object({ lines: z.array(timelineLine) }),
      async run(context, input) {
        const row = await findRow(context.services.catalog.get(declared.name), input.id, readerOf(context));
        if (!row) return refuse("not_found", "ledger.unknown_row", { id: input.id });
        const lines = await timelineOf(input.id, context.tx);
        return ok({
          lines: lines.map((line) => ({
            ...line,
            sentence: sentenceOf(spokenCase(declared, context), line, (code, params) =>
              context.services.messages.say(code, params, context.language),
            ),
          })),
        });
      },
    }),
    noticeRoute(declared),
    ...(declared.byHand ? [byHandRoute(declared, declared.byHand)] : []),
    urgeRoute(declared),
    ...requestRoutes(declared),
    ...Object.entries(declared.moves).map(([key, move]) =>
      route({
        method: "POST",
        permission: move.by,
        tag: declared.label,
        labels: labelsOf(declared),
        path: `${path}/:id/${key}`,
        summary: `${declared.label} ${move.label}`,
        input: z.looseObject({ id: z.uuid(), version: z.number().int().optional(), note: z.string().max(2_000).optional() }),
        shown: givenOf(declared, move),
        output: row,
        ...exampleOf(declared, move),
        async run(context, { id: caseId, ...given }) {
          const ready = await readied(declared, key, caseId, given, context);
          if (!ready.ok) return ready;
          const moved = await moveCase(declared, caseId, key, { ...given, ...ready.value }, context, readerOf(context));
          if (moved.ok)
            context.audit({
              action: `${declared.label} ${move.label}`,
              subject: declared.name,
              subjectId: caseId,
              area: moved.value.area,
              detail: { given },
            });
          return moved;
        },
      }),
    ),
  ];
}

/** What the move's own preparation adds; nothing is prepared for a move that cannot be made. */
async function readied(declared: AnyCase, key: string, id: string, given: Given, context: RouteContext): Promise<Result<Given>> {
  const move = declared.moves[key];
  if (!move?.ready) return ok({});
  const row = await findRow(context.services.catalog.get(declared.name), id, readerOf(context), true);
  if (!row || !move.from.includes(String(row.state))) return ok({});
  return move.ready(context, row, given);
}

/** The case in the words of who asks. */
export const spokenCase = (declared: AnyCase, { services, language }: Pick<RouteContext, "services" | "language">): AnyCase =>
  services.spoken[language].registry.cases.get(declared.name) ?? declared;

/** A move with the values of the case's example, as far as it declares them. */
function exampleOf(declared: AnyCase, move: AnyMove): Pick<Route, "example"> {
  const output = exampleRow(declared);
  const needed = move.asks ?? [];
  if (!output || needed.some((key) => output[key] === null || output[key] === undefined)) return output ? { example: { output } } : {};
  const given = [...needed, ...(move.takes ?? [])].filter((key) => output[key] !== null && output[key] !== undefined);
  const note = move.note ? { note: "已与控制室通话" } : {};
  return {
    example: { input: { version: output.version, ...Object.fromEntries(given.map((key) => [key, output[key]])), ...note }, output },
  };
}

type Spoken = {
  readonly code: string | null;
  readonly move: string | null;
  readonly given: Readonly<Record<string, unknown>>;
  readonly toState: string | null;
};

/** A timeline line in words: its own sentence by code, else the move's label with the note. */
export function sentenceOf(
  declared: AnyCase,
  line: Spoken,
  say: (code: string, params: Readonly<Record<string, unknown>>) => string,
): string {
  if (line.code) return say(line.code, line.given);
  const label =
    (line.move ? declared.moves[line.move]?.label : undefined) ?? (line.toState ? declared.states[line.toState]?.label : undefined) ?? "";
  const note = line.given.note;
  return typeof note === "string" && note !== "" ? `${label}：${note}` : label;
}
