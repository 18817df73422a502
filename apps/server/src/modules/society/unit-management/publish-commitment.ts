/** 两公开一承诺: publish, withdraw, and the page anybody may read with its address. Nothing is shown that the unit did not publish. TY-2.5.2.3. */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { addDays, calendarDate } from "#platform/values.ts";
import { type Cycle, cycles } from "./domain/duty-file.ts";
import { periodBefore, periodOf } from "./domain/periods.ts";
import { commitment } from "./ledgers/commitment.ts";
import { publicPage } from "./shapes.ts";
import { standingOf, tag } from "./show-duties.ts";
import { ownUnit } from "./submit-check.ts";

const TOKEN_BYTES = 24;
const MOST_DAYS = 366;
const PHONE = /^(1[0-9]{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400\d{7}|\d{3,8})$/;

export const publishCommitment = route({
  method: "POST",
  path: "/unit/commitments",
  tag,
  summary: "公示消防安全承诺",
  description: "须先自主评估和自查；有未销号的重大隐患不能承诺。新的公示替换旧的，旧地址随之失效。",
  permission: "unit-management.publish",
  input: z.object({
    responsible: z.string().trim().min(2).max(40),
    responsiblePost: z.string().trim().max(40).default(""),
    manager: z.string().trim().min(2).max(40),
    managerPost: z.string().trim().max(40).default(""),
    phone: z.string().trim().regex(PHONE).nullable().default(null).describe("单位愿意公开的电话；不给就不公开"),
    words: z.string().trim().min(10).max(600),
    until: calendarDate,
  }),
  output: z.object({ id: z.uuid(), token: z.string(), until: z.string() }),
  async run(context, given) {
    const { tx, services, actor, now, today } = context;
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    if (given.until <= today || given.until > addDays(today, MOST_DAYS))
      return refuse("invalid", "unit-management.bad_until", { days: MOST_DAYS });
    const { rows } = await sql<{ major: number; checked: boolean; assessed: boolean }>`select
      (select count(*)::int from hazard_loop.hazard where unit = ${unit.value.id} and grade = 'major' and closed_at is null and deleted_at is null) as major,
      exists (select 1 from unit_management.self_check where unit = ${unit.value.id} and checked_on > ${addDays(today, -92)} and deleted_at is null) as checked,
      exists (select 1 from unit_management.evaluation where unit = ${unit.value.id} and evaluated_on > ${addDays(today, -366)} and deleted_at is null) as assessed`.execute(
      tx,
    );
    const standing = rows[0];
    if (standing && standing.major > 0) return refuse("conflict", "unit-management.major_open", { count: standing.major });
    if (!standing?.checked) return refuse("conflict", "unit-management.check_first");
    if (!standing.assessed) return refuse("conflict", "unit-management.assess_first");
    const { rows: before } = await sql<{
      id: string;
    }>`update unit_management.commitment set state = 'replaced', version = version + 1, updated_at = now()
      where unit = ${unit.value.id} and state = 'public' and deleted_at is null returning id`.execute(tx);
    const id = uuidv7(now.getTime());
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    const { phone, ...words } = given;
    const values = { ...words, unit: unit.value.id, phone, showPhone: phone !== null, publishedOn: today, state: "public", token };
    const scope = { area: actor.area, unitId: actor.unitId, userId: actor.userId };
    await insertRows(services.catalog.get(commitment.name), [{ id, area: unit.value.area, values, demo: unit.value.demo }], {
      tx,
      sealer: services.sealer,
      scope,
    });
    context.audit({
      action: "公示消防安全承诺",
      subject: commitment.name,
      subjectId: id,
      area: unit.value.area,
      detail: { replaces: before.map((row) => row.id), until: given.until },
    });
    return ok({ id, token, until: given.until });
  },
});

export const revokeCommitment = route({
  method: "POST",
  path: "/unit/commitments/:id/revoke",
  tag,
  summary: "撤下公示",
  permission: "unit-management.publish",
  input: z.object({ id: z.uuid(), why: z.string().trim().min(2).max(200) }),
  output: z.object({ id: z.uuid() }),
  async run({ tx, now, actor, audit }, { id, why }) {
    // Row-level security leaves a unit its own; an official within his area may take a page down too.
    const { rows } = await sql<{
      area: number;
    }>`update unit_management.commitment set state = 'revoked', revoked_at = ${now.toISOString()}, revoked_why = ${why},
      version = version + 1, updated_at = now() where id = ${id} and state = 'public' and deleted_at is null
      and (${actor.unitId}::uuid is null or unit = ${actor.unitId}) and area between ${actor.area.lo} and ${actor.area.hi} returning area`.execute(
      tx,
    );
    const row = rows[0];
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    audit({ action: "撤下公示", subject: commitment.name, subjectId: id, area: row.area, detail: { why } });
    return ok({ id });
  },
});

/** A contract item is late when a whole turn went by without it. */
export const isLate = (cycle: Cycle, lastOn: string | null, today: string): boolean => {
  const before = periodBefore(cycle, periodOf(cycle, calendarDate.parse(today)));
  return lastOn === null || lastOn < before.from;
};

export const showPublicPage = route({
  method: "GET",
  path: "/public/units/:token",
  tag: "公开",
  summary: "单位消防安全公示页（公开）",
  description: "公示页上的二维码就是这个地址；撤下、替换或到期后没有这一页。",
  permission: "public",
  scope: "owner",
  input: z.object({ token: z.string().regex(/^[\w-]{20,43}$/) }),
  output: publicPage,
  async run({ tx, now, today }, { token }) {
    const { rows } = await sql<{
      unit: string;
      responsible: string;
      responsiblePost: string | null;
      manager: string;
      managerPost: string | null;
      phone: string | null;
      showPhone: boolean;
      words: string;
      publishedOn: string;
      until: string;
      name: string;
      kind: string;
      address: string;
      demo: boolean;
    }>`select c.unit, c.responsible, c.responsible_post, c.manager, c.manager_post, c.phone, c.show_phone, c.words, c.published_on::text, c.until::text, u.name, u.kind, u.address, c.demo
      from unit_management.commitment c join places.unit u on u.id = c.unit and u.deleted_at is null
      where c.token = ${token} and c.state = 'public' and c.until >= ${today} and c.deleted_at is null`.execute(tx);
    const page = rows[0];
    if (!page) return refuse("not_found", "unit-management.no_page");
    const standing = await standingOf({ tx, now, today }, page.unit);
    const { rows: counts } = await sql<{ open: number; rectified: number; level: "A" | "B" | "C" | "none" | null }>`select
      (select count(*)::int from hazard_loop.hazard where unit = ${page.unit} and closed_at is null and deleted_at is null) as open,
      (select count(*)::int from hazard_loop.hazard where unit = ${page.unit} and state = 'closed' and closed_at > ${new Date(now.getTime() - 365 * 86_400_000).toISOString()} and deleted_at is null) as rectified,
      (select level from unit_management.standardisation where unit = ${page.unit} and level is not null and valid_until >= ${today} and deleted_at is null order by verified_on desc limit 1) as level`.execute(
      tx,
    );
    const { rows: services } = await sql<{
      what: string;
      cycle: Cycle;
      lastOn: string | null;
    }>`select what, cycle, last_on::text from unit_management.service_item
      where unit = ${page.unit} and deleted_at is null order by kind, what limit 30`.execute(tx);
    const { unit: _, name, showPhone, phone, ...shown } = page;
    return ok({
      ...shown,
      unit: name,
      phone: showPhone ? phone : null,
      checkedOn: standing?.duties.find((duty) => duty.matter === "selfCheck")?.lastOn ?? null,
      openHazards: counts[0]?.open ?? 0,
      rectified: counts[0]?.rectified ?? 0,
      level: counts[0]?.level ?? null,
      services: services.filter(({ cycle }) => cycle in cycles).map((each) => ({ ...each, late: isLate(each.cycle, each.lastOn, today) })),
    });
  },
});
