/** 抽卷: a sample of closed cases for review. The program takes the seed, so that nobody picks the sample; by it anybody can repeat the draw. */
import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { caseReview } from "./ledgers.ts";

type Closed = {
  readonly id: string;
  readonly area: number;
  readonly town: boolean | null;
  readonly officerOne: string | null;
  readonly officerTwo: string | null;
};
export type Drawable = { readonly id: string; readonly group: number };

/** From each group (town or county) this share, at least one: ordered by a hash of seed and id, so the seed decides and nobody else. */
export function drawCases(cases: readonly Drawable[], sharePercent: number, seed: string): readonly string[] {
  const rank = ({ id }: Drawable): string => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  const groups = [...Map.groupBy(cases, ({ group }) => group).entries()].toSorted(([a], [b]) => a - b);
  return groups.flatMap(([, own]) => {
    const n = Math.max(1, Math.ceil((own.length * sharePercent) / 100));
    return own
      .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .slice(0, n)
      .map(({ id }) => id);
  });
}

export const drawReviews = route({
  method: "POST",
  path: "/enforcement/case-reviews/draw",
  tag: "案卷评查",
  summary: "抽取案卷",
  permission: "enforcement.case-review.draw",
  input: z.object({
    batch: z.string().trim().min(2).max(60),
    from: calendarDate,
    to: calendarDate,
    sharePercent: z.number().min(1).max(100),
    townOnly: z.boolean().default(false),
  }),
  output: z.object({
    drawn: z.number().int(),
    of: z.number().int(),
    seed: z.string().describe("系统取的随机数，记入审计；照此可以重抽核对"),
  }),
  example: {
    input: { batch: "2026 年上半年", from: "2026-01-01", to: "2026-06-30", sharePercent: 10, townOnly: false },
    output: { drawn: 6, of: 52, seed: "5f0c2a9be417d683" },
  },
  async run(context, { batch, from, to, sharePercent, townOnly }) {
    const { tx, today, services, now } = context;
    const seed = randomBytes(8).toString("hex");
    const { rows: taken } = await sql`select 1 from enforcement.case_review where batch = ${batch} and deleted_at is null limit 1`.execute(
      tx,
    );
    if (taken.length > 0) return refuse("conflict", "enforcement.batch_drawn", { batch });
    const { rows } = await sql<Closed>`select id, area, town, officer_one, officer_two from enforcement.penalty
      where decided_on between ${from} and ${to} and deleted_at is null and closed_at is not null ${townOnly ? sql`and town` : sql``} order by id limit 20000`.execute(
      tx,
    );
    if (rows.length === 0) return refuse("conflict", "enforcement.nothing_to_draw");
    const TOWN = 1e6;
    const drawn = new Set(
      drawCases(
        rows.map(({ id, area }) => ({ id, group: Math.floor(area / TOWN) })),
        sharePercent,
        seed,
      ),
    );
    const made = rows
      .filter(({ id }) => drawn.has(id))
      .map(({ id, area, town, officerOne, officerTwo }) => ({
        id: uuidv7(now.getTime()),
        area,
        demo: false,
        values: { penalty: id, batch, town: town === true, drawnOn: today, officerOne, officerTwo },
      }));
    await insertRows(services.catalog.get(caseReview.name), made, readerOf(context));
    context.audit({
      action: "抽取案卷",
      subject: caseReview.name,
      detail: { batch, from, to, sharePercent, seed, drawn: made.length, of: rows.length },
    });
    return ok({ drawn: made.length, of: rows.length, seed });
  },
});
