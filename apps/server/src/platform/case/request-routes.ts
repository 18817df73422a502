/** Routes of side requests: asked on a case, received and answered by the organ asked, settled by who asked; and 催办. */
import { z } from "zod";
import { may } from "../actor.ts";
import { pathOf } from "../ledger/names.ts";
import { findRow } from "../ledger/read.ts";
import { readerOf } from "../ledger/routes.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Route, type RouteContext, route } from "../route.ts";
import { calendarDate } from "../values.ts";
import type { AnyCase } from "./define.ts";
import { type AskedRequest, askedRequest, requestKind, type ShownRequest, shownRequest } from "./request-shapes.ts";
import { answerRequest, askable, askedOf, askRequest, findRequest, receiveRequest, requestsOf, settleRequest } from "./requests.ts";
import { systemReader } from "./store.ts";

const id = z.object({ id: z.uuid() });
const note = z.string().trim().max(2_000);
const files = z.array(z.uuid()).max(20).default([]);

function shown(context: RouteContext, request: AskedRequest): ShownRequest {
  const { actor, services, language } = context;
  const declared = services.spoken[language].registry.cases.get(request.caseName);
  const kind = declared?.requests?.[request.kind];
  const mine = request.toOrgan !== null && request.toOrgan === actor.organId;
  const open = request.answeredAt === null;
  const decides = !kind?.decidedBy || may(actor, kind.decidedBy);
  const can: ShownRequest["can"] = [];
  if (mine && open && request.receivedAt === null) can.push("receive");
  if (mine && open && decides) can.push("answer");
  if (kind?.accepted && !open && request.settledAt === null && may(actor, kind.by) && (!mine || request.fromOrgan === actor.organId))
    can.push("settle");
  return {
    ...request,
    label: kind?.label ?? request.kind,
    answers: kind?.answer ?? "reply",
    can,
    href: may(actor, `${request.caseName}.read`) ? `/${pathOf(request.caseName)}?open=${request.caseId}` : null,
  };
}
const shownOf = (context: RouteContext, result: Result<AskedRequest>): Result<ShownRequest> =>
  result.ok ? ok(shown(context, result.value)) : result;

/** What a case that declares requests gets beside its moves. */
export function requestRoutes(declared: AnyCase): readonly Route[] {
  const path = `/${pathOf(declared.name)}`;
  if (Object.keys(declared.requests ?? {}).length === 0) return [];
  const kinds = Object.keys(declared.requests ?? {}) as [string, ...string[]];
  return [
    route({
      method: "GET",
      path: `${path}/:id/requests`,
      summary: `${declared.label} 请求`,
      tag: declared.label,
      permission: `${declared.name}.read`,
      input: id,
      output: z.object({ requests: z.array(shownRequest), askable: z.array(requestKind) }),
      async run(context, input) {
        const row = await findRow(context.services.catalog.get(declared.name), input.id, readerOf(context));
        if (!row) return refuse("not_found", "ledger.unknown_row", { id: input.id });
        const spoken = context.services.spoken[context.language].registry.cases.get(declared.name) ?? declared;
        return ok({
          requests: (await requestsOf(input.id, context.tx)).map((request) => shown(context, request)),
          askable: askable(declared, row, context.actor).map((key) => ({
            kind: key,
            label: spoken.requests?.[key]?.label ?? key,
            toNamed: declared.requests?.[key]?.to === "named",
            asks: [...(declared.requests?.[key]?.asks ?? [])],
          })),
        });
      },
    }),
    route({
      method: "POST",
      path: `${path}/:id/requests`,
      summary: `${declared.label} 提请求`,
      tag: declared.label,
      permission: `${declared.name}.read`,
      input: id.extend({
        kind: z.enum(kinds),
        organ: z.uuid().optional(),
        dueOn: calendarDate.optional(),
        note,
        files,
        given: z.record(z.string(), z.unknown()).default({}),
      }),
      output: askedRequest,
      async run(context, { id: caseId, ...asking }) {
        const asked = await askRequest(declared, caseId, asking, context, readerOf(context));
        if (asked.ok)
          context.audit({
            action: `${declared.label} ${declared.requests?.[asking.kind]?.label ?? ""}`,
            subject: declared.name,
            subjectId: caseId,
            detail: { organ: asked.value.toOrgan, note: asking.note },
          });
        return asked;
      },
    }),
  ];
}

const own = { tag: "工作台", permission: "signed-in" } as const;
const MOST = 200;

/** What my organ was asked; each of its people may answer, where no right is demanded. */
export const askedRoutes: readonly Route[] = [
  route({
    ...own,
    method: "GET",
    path: "/work/asked",
    summary: "待答复：本机构被抄告、协办、会签、请准的事",
    input: z.object({}),
    output: z.object({ requests: z.array(shownRequest) }),
    async run(context) {
      const { actor, tx } = context;
      const rows = actor.organId ? await askedOf(actor.organId, MOST, tx) : [];
      return ok({ requests: rows.map((request) => shown(context, request)) });
    },
  }),
  route({
    ...own,
    method: "GET",
    path: "/work/asked/:id",
    summary: "一项请求",
    input: id,
    output: shownRequest,
    async run(context, input) {
      const request = await findRequest(input.id, context.tx);
      return request ? ok(shown(context, request)) : refuse("not_found", "case.unknown_request");
    },
  }),
  route({
    ...own,
    method: "POST",
    path: "/work/asked/:id/receive",
    summary: "签收",
    input: id,
    output: shownRequest,
    run: async (context, input) => shownOf(context, await receiveRequest(input.id, context)),
  }),
  route({
    ...own,
    method: "POST",
    path: "/work/asked/:id/answer",
    summary: "答复，或准与不准",
    input: id.extend({ granted: z.boolean().optional(), answer: note.min(1), files }),
    output: shownRequest,
    async run(context, { id: requestId, ...given }) {
      const reader = systemReader(context.services, context.tx, context.now, context.today);
      const answered = await answerRequest(requestId, given, context, reader);
      if (answered.ok) noteAudit(context, answered.value, "答复请求", given.granted);
      return shownOf(context, answered);
    },
  }),
  route({
    ...own,
    method: "POST",
    path: "/work/asked/:id/settle",
    summary: "核实协办：认可，或退回",
    input: id.extend({ accepted: z.boolean(), note: note.default("") }),
    output: shownRequest,
    async run(context, { id: requestId, ...given }) {
      const settled = await settleRequest(requestId, given, context);
      if (settled.ok) noteAudit(context, settled.value, "核实协办", given.accepted);
      return shownOf(context, settled);
    },
  }),
];

const noteAudit = (context: RouteContext, request: AskedRequest, action: string, yes: boolean | undefined): void =>
  context.audit({ action, subject: request.caseName, subjectId: request.caseId, detail: { request: request.id, yes: yes ?? null } });
