/** 动火作业票: registered before the work, shown by its code, checked on the spot by scanning. Welding without one is found that way. QZ-4.1.3 */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, long, moment, ref, text, yes } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { dayOf } from "#platform/values.ts";

const required = true;

export const hotWork = defineLedger("enforcement.hot-work", {
  label: "动火作业票",
  counter: "张",
  title: "code",
  place: "point",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    code: text("票号", { readOnly: true, max: 20, unique: true }),
    where: text("作业部位", { required, max: 200 }),
    kind: choice("作业种类", { welding: "电焊", gas: "气焊气割", grinding: "切割打磨", other: "其他明火" }, { required }),
    worker: text("作业人", { required, max: 40 }),
    certificate: text("特种作业证号", { required, max: 40 }),
    certificateUntil: day("证书有效期至", { required }),
    guard: text("监护人", { required, max: 40 }),
    measures: long("防火措施", { required, max: 1_000 }),
    cleared: yes("可燃物已清理、灭火器材到位", { required }),
    from: moment("开始", { required }),
    until: moment("结束", { required, indexed: true }),
    approvedBy: text("批准人", { required, max: 40 }),
    cancelled: yes("已取消"),
  },
  search: ["code", "where", "worker"],
  list: {
    columns: ["code", "unit", "where", "kind", "worker", "area", "from", "until"],
    filters: ["area", "unit", "kind", "from", "until"],
    sort: "-from",
  },
  views: { today: { label: "进行中", where: { until: { after: "now" } }, sort: "until" } },
  unitMayEdit: ["cancelled"],
  derive: (row) => (row.code ? {} : { code: hotWorkCode() }),
  check: (row) => [
    ...(row.from && row.until && (row.until <= row.from || hours(row.from, row.until) > MOST_HOURS)
      ? [{ field: "until", code: "enforcement.hot_work_hours" }]
      : []),
    ...(row.until && row.certificateUntil && row.certificateUntil < dayOf(new Date(row.until))
      ? [{ field: "certificateUntil", code: "enforcement.certificate_over" }]
      : []),
    ...(row.cleared === false ? [{ field: "cleared", code: "enforcement.hot_work_not_ready" }] : []),
  ],
});

/** A ticket is for one stretch of work: a day and night at most. Product default, no rule of law. */
const MOST_HOURS = 24;
const hours = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 3_600_000;

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** DH-7K3M-9QXA: nobody guesses the next one. */
const hotWorkCode = (): string => {
  const signs = [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return `DH-${signs.slice(0, 4)}-${signs.slice(4)}`;
};

const answer = z
  .object({
    valid: z.boolean(),
    why: z.string(),
    code: z.string(),
    unitName: z.string(),
    where: z.string(),
    worker: z.string(),
    guard: z.string(),
    from: z.string(),
    until: z.string(),
  })
  .meta({ id: "HotWorkCheck", description: "扫码看一张动火作业票现在是否有效" });

type Ticket = Omit<z.output<typeof answer>, "valid" | "why"> & { readonly cancelled: boolean | null; readonly certificateUntil: string };

export type TicketState = "valid" | "cancelled" | "not_begun" | "over" | "certificate_over";
export function judgeTicket(
  ticket: Pick<Ticket, "cancelled" | "from" | "until" | "certificateUntil">,
  now: Date,
  today: string,
): TicketState {
  if (ticket.cancelled) return "cancelled";
  if (now.getTime() < Date.parse(ticket.from)) return "not_begun";
  if (now.getTime() > Date.parse(ticket.until)) return "over";
  return ticket.certificateUntil < today ? "certificate_over" : "valid";
}

export const scanHotWork = route({
  method: "GET",
  path: "/enforcement/hot-work-tickets/:code",
  tag: "动火作业票",
  summary: "扫码查动火作业票",
  permission: "enforcement.hot-work.read",
  input: z.object({ code: z.string().trim().toUpperCase().max(20) }),
  output: answer,
  async run({ tx, now, today, services, language }, { code }) {
    const { rows } =
      await sql<Ticket>`select h.code, u.name as unit_name, h."where", h.worker, h.guard, h."from", h.until, h.cancelled, h.certificate_until
      from enforcement.hot_work h join places.unit u on u.id = h.unit where h.code = ${code} and h.deleted_at is null`.execute(tx);
    const ticket = rows[0];
    if (!ticket) return refuse("not_found", "enforcement.no_ticket");
    const state = judgeTicket(ticket, now, today);
    const { cancelled: _, certificateUntil: __, ...shown } = ticket;
    return ok({ ...shown, valid: state === "valid", why: services.messages.say(`enforcement.ticket_${state}`, {}, language) });
  },
});
