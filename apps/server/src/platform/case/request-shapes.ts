/** What the API shows of a side request of a case. */
import { z } from "zod";
import { instant } from "../values.ts";

const textOrNone = z.string().nullable();

export const askedRequest = z
  .object({
    id: z.uuid(),
    number: textOrNone,
    caseName: z.string(),
    caseId: z.uuid(),
    kind: z.string(),
    subject: z.string(),
    note: z.string(),
    given: z.record(z.string(), z.unknown()).describe("随请求所报的栏"),
    files: z.array(z.uuid()),
    fromOrgan: z.uuid().nullable(),
    fromName: textOrNone,
    byName: textOrNone,
    toOrgan: z.uuid().nullable(),
    toName: textOrNone,
    askedAt: instant,
    dueAt: instant.nullable(),
    receivedAt: instant.nullable().describe("签收"),
    answeredAt: instant.nullable(),
    answeredByName: textOrNone,
    granted: z.boolean().nullable().describe("准与不准；答复类没有"),
    answer: textOrNone,
    answerFiles: z.array(z.uuid()),
    settledAt: instant.nullable().describe("了结；协办须经核实"),
    returns: z.number().int().describe("退回次数"),
  })
  .meta({ id: "AskedRequest", description: "办件的一项附带请求：抄告、协办、会签、延期" });
export type AskedRequest = z.output<typeof askedRequest>;

/** With the words and rights of whoever looks. */
export const shownRequest = askedRequest
  .extend({
    label: z.string(),
    answers: z.enum(["reply", "decision"]),
    can: z.array(z.enum(["receive", "answer", "settle"])),
    href: textOrNone.describe("有权查看办件的才有"),
  })
  .meta({ id: "ShownRequest", description: "一项请求，与本人可办的" });
export type ShownRequest = z.output<typeof shownRequest>;

export const requestKind = z
  .object({
    kind: z.string(),
    label: z.string(),
    toNamed: z.boolean().describe("须指定机构"),
    asks: z.array(z.string()),
  })
  .meta({ id: "RequestKind", description: "可以提的请求" });
