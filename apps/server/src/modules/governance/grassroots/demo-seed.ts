/** Grassroots of the demonstration city: stations by category, some short of people, one county without all its seconds. Invented; marked as such. */
import { sql } from "kysely";
import { demoCityOf, demoId, insertDemo } from "#modules/ground/places/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, calendarDate, startOfDay, subtreeOf } from "#platform/values.ts";
import { appraisal } from "./appraisal/appraisal.ts";
import { appraiseMonth, figuresOf, RULE } from "./appraisal/appraise.ts";
import { demoEvents } from "./demo/events.ts";
import { demoGrid } from "./demo/grid.ts";
import { demoStation } from "./demo/stations.ts";
import { demoProblems, demoRatings, demoVillageWork } from "./demo/village-work.ts";
import { scoreMonth } from "./domain/score.ts";
import { EVENT, event } from "./embed/event.ts";
import { newSecret, sealSecret } from "./embed/store.ts";
import { activity } from "./forces/office.ts";
import { team, warden } from "./forces/village.ts";
import { gridMember, patrol } from "./grid/grid.ts";
import { problem } from "./problems/problem.ts";
import { countRegisters } from "./registers/count.ts";
import { riskCheck } from "./risk/ledgers.ts";
import { appraisalRule, registerRules } from "./rules-in-force.ts";
import { rating } from "./standards/ledgers.ts";
import { shippedNorms } from "./standards/shipped.ts";
import { memberTraining, notice, villageCheck } from "./village/ledgers.ts";
import { keepActive } from "./village/routes.ts";

const TOWN = 1_000_000;
type Place = { readonly key: number; readonly name: string; readonly county: string };

const placesOf = async (tx: Tx, level: "town" | "village"): Promise<readonly Place[]> =>
  (
    await sql<Place>`select a.key, a.name, coalesce(p.name, '') as county from platform.area a left join platform.area p on p.key = a.parent where a.level = ${level} order by a.key`.execute(
      tx,
    )
  ).rows;

export async function seedDemoForces(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const today = services.clock.today();
  const towns = await placesOf(tx, "town");
  const made = towns.map((town, i) => demoStation(town, i, towns.filter(({ county }) => county === town.county).indexOf(town), today));
  await sql`update grassroots.station s set category = x.category, status = x.status, form = x.form, document = x.document, set_on = x.set_on, phone = x.phone, head = x.head,
      staff_standard = x.staff_standard, staff_present = x.staff_present, staff_official = x.staff_official, staff_met = x.staff_met, counted_on = x.counted_on, patrol_car = x.patrol_car,
      address = x.address, equipment = x.equipment, demo = true
    from jsonb_to_recordset(${JSON.stringify(made.map(({ station }) => station))}::jsonb) as x(area bigint, category text, status text, form text, document text, set_on date, phone text, head text,
      staff_standard int, staff_present int, staff_official int, staff_met boolean, counted_on date, patrol_car boolean, address text, equipment jsonb) where s.area = x.area`.execute(
    tx,
  );
  await sql`update grassroots.station_post p set holder_a = x.holder_a, holder_b = x.holder_b, paired = x.paired, standing = x.standing, standing_on = x.standing_on, demo = true
    from jsonb_to_recordset(${JSON.stringify(made.flatMap(({ posts }) => posts))}::jsonb) as x(area bigint, post text, holder_a text, holder_b text, paired boolean, standing text, standing_on date)
    where p.area = x.area and p.post = x.post`.execute(tx);
  await sql`update grassroots.office o set status = x.status, host = x.host, document = x.document, set_on = x.set_on, director = x.director, director_post = x.director_post,
      director_fits = x.director_fits, officer = x.officer, staff = x.staff, phone = x.phone, party_lead = x.party_lead, government_lead = x.government_lead, self_lead = x.self_lead,
      social_lead = x.social_lead, standard_score = x.standard_score, demo = true
    from jsonb_to_recordset(${JSON.stringify(made.map(({ office }) => office))}::jsonb) as x(area bigint, status text, host text, document text, set_on date, director text, director_post text,
      director_fits boolean, officer text, staff int, phone text, party_lead text, government_lead text, self_lead text, social_lead text, standard_score int) where o.area = x.area`.execute(
    tx,
  );
  const { units } = await demoCityOf(services);
  const villages = await placesOf(tx, "village");
  const objects = new Map<number, number>();
  for (const { area } of units) objects.set(Number(area.padEnd(15, "0")), (objects.get(Number(area.padEnd(15, "0"))) ?? 0) + 1);
  const grid = demoGrid(villages, objects, today);
  await sql`update grassroots.village_body v set status = x.status, leader = x.leader, leader_post = x.leader_post, led_by_committees = x.led, members = x.members, set_on = x.set_on,
      pledge = x.pledge, households = x.households, signed = x.signed, patrols_a_month = 4, demo = true
    from jsonb_to_recordset(${JSON.stringify(grid.bodies)}::jsonb) as x(area bigint, status text, leader text, leader_post text, led boolean, members int, set_on date, pledge boolean,
      households int, signed int) where v.area = x.area`.execute(tx);
  await insertDemo(tx, services, gridMember, grid.members);
  await insertDemo(tx, services, patrol, grid.patrols);
  await insertDemo(tx, services, warden, grid.wardens);
  await insertDemo(tx, services, team, grid.teams);
  await insertDemo(tx, services, activity, grid.activities);
  await seedVillageWork(tx, services, villages, grid.members);
  report(
    `管理站 ${towns.length} 个，村社组织 ${villages.length} 个，网格员 ${grid.members.length} 名，巡查 ${grid.patrols.length} 次（演示数据）`,
  );
}

/** What names people, and what is counted once everything is there. */
async function seedVillageWork(tx: Tx, services: Services, villages: readonly Place[], members: readonly StoredRow[]): Promise<void> {
  const today = services.clock.today();
  const hazards = await sql<{
    id: string;
    area: number;
  }>`select id, area from hazard_loop.v_hazard where is_open order by id limit 500`.execute(tx);
  const work = demoVillageWork(villages, members, hazards.rows, today);
  await insertDemo(tx, services, villageCheck, work.checks);
  await insertDemo(tx, services, notice, work.told);
  await insertDemo(tx, services, riskCheck, work.finds);
  await insertDemo(tx, services, memberTraining, work.trainings);
  await sql`update grassroots.grid_member m set trained_on = t.trained_on from grassroots.member_training t where t.member = m.id`.execute(
    tx,
  );
  const bodies = await sql<{ id: string; area: number; town: string; force: "office" | "station" }>`select * from (
      (select id, area, town, 'office' as force from grassroots.office where status = 'set' order by area limit 12)
      union all (select id, area, town, 'station' from grassroots.station where status = 'set' order by area limit 12)) x order by area, force`.execute(
    tx,
  );
  const itemsOf = (force: "office" | "station") =>
    (shippedNorms.find((norm) => norm.force === force)?.items ?? []).filter(({ field }) => !field).map(({ what }) => what);
  await insertDemo(tx, services, rating, demoRatings(bodies.rows, itemsOf, today));
}

async function seedProblems(tx: Tx, services: Services, town: number): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select id from organizations.v_organ where area = ${town} and kind = 'government' order by id limit 1`.execute(tx);
  const [organ] = rows;
  if (organ) await insertDemo(tx, services, problem, demoProblems(town, organ.id, services.clock.today()));
}

export async function seedDemoPeople(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const today = services.clock.today();
  const { rows } = await sql<{
    id: string;
    name: string;
    area: number;
  }>`select u.id, u.name, p.area from identity."user" u join identity.posting p on p.user_id = u.id
    where p.role = 'grid-member' and p.ended_at is null order by u.id limit 1`.execute(tx);
  const [person] = rows;
  const town = person ? Math.floor(person.area / TOWN) * TOWN : null;
  if (person && town !== null) await makeMember(tx, person, town);
  await seedPlatform(tx, services, town ?? services.city.range.lo, person?.id ?? null);
  if (town !== null) await linkHazards(tx, town);
  if (town !== null) await seedAppraisals(tx, services, town, today);
  if (town !== null) await seedProblems(tx, services, town);
  await keepActive(tx, services);
  await countRegisters(tx, services, services.city.range);
  for (const { key, freshDays } of registerRules)
    await sql`update grassroots.register set last_confirmed_on = ${today}::date - (abs(hashtext(area::text || register)) % ${Math.round(freshDays * 1.06)}),
        last_confirmed_by = '街道专管员', accuracy = 92 + (abs(hashtext(register || area::text)) % 81) / 10.0, demo = true
      where register = ${key} and abs(hashtext(register || area::text || 'c')) % 20 > 0`.execute(tx);
  for (const { key, freshDays } of registerRules)
    await sql`update grassroots.register set fresh_until = last_confirmed_on + ${freshDays}::int where register = ${key} and last_confirmed_on is not null`.execute(
      tx,
    );
  report("底数清册已核算，网格员考核与平台事件已备（演示数据）");
}

/** The cast's grid member is one of his town. */
async function makeMember(tx: Tx, person: { readonly id: string; readonly name: string }, town: number): Promise<void> {
  const { lo, hi } = subtreeOf(town);
  await sql`update grassroots.grid_member set "user" = ${person.id}, name = ${person.name}, search_text = ${person.name}, kind = 'full'
    where id = (select id from grassroots.grid_member where area between ${lo} and ${hi} and status = 'active' order by area, id limit 1)`.execute(
    tx,
  );
}

/** Hazards of the demonstration that somebody found on patrol, as found on the nearest patrol of that place. */
async function linkHazards(tx: Tx, town: number): Promise<void> {
  const { lo, hi } = subtreeOf(town);
  await sql`update hazard_loop.hazard h set origin_name = 'grassroots.patrol', origin_id = (select p.id::text from grassroots.patrol p where p.area = h.area
      order by abs(p.patrolled_on - h.found_on), p.id limit 1)
    where h.demo and h.origin = 'patrol' and h.area between ${lo} and ${hi} and exists (select 1 from grassroots.patrol p where p.area = h.area)`.execute(
    tx,
  );
}

/** The month before, settled for everybody outside `except`: rows as the program would have made them. */
async function seedSettled(tx: Tx, services: Services, first: CalendarDate, today: CalendarDate, except: number): Promise<void> {
  const ended = addDays(first, 38);
  const settledOn = ended < today ? ended : today;
  const at = startOfDay(settledOn).toISOString();
  const rows: StoredRow[] = [];
  for (const { id, area, name, user, demo: _, planned, ...month } of await figuresOf(tx, first, services.city.range)) {
    const { score, grade, expectedPatrols } = scoreMonth({ ...month, planned }, appraisalRule);
    if (score === null || grade === "none" || Math.floor(area / TOWN) * TOWN === except) continue;
    const figures = { ...month, expected: expectedPatrols, score, grade, rule: RULE, countedOn: addDays(first, 32), frozenOn: settledOn };
    const life = {
      state: "frozen",
      openedAt: startOfDay(addDays(first, 32)).toISOString(),
      lastAt: at,
      closedAt: at,
      dueAt: null,
      repeats: 1,
    };
    rows.push({
      id: demoId(`appraisal ${id} ${first}`),
      area,
      demo: true,
      values: { says: `${first.slice(0, 7)} ${name}`, member: id, account: user, month: first, ...figures, ...life },
    });
  }
  await insertDemo(tx, services, appraisal, rows);
  await sql`update grassroots.grid_member m set last_score = round(a.score)::int, appraised_on = a.frozen_on from grassroots.appraisal a where a.member = m.id and a.month = ${first}::date
    and a.state = 'frozen'`.execute(tx);
}

/** Two months: the one before last is settled, the last one is shown. */
async function seedAppraisals(tx: Tx, services: Services, town: number, today: CalendarDate): Promise<void> {
  const firstOf = (day: CalendarDate): CalendarDate => calendarDate.parse(`${day.slice(0, 7)}-01`);
  const last = firstOf(addDays(firstOf(today), -1));
  const before = firstOf(addDays(last, -1));
  await appraiseMonth(tx, services, before, subtreeOf(town));
  const now = services.clock.now();
  const shown = await sql<{ id: string }>`select id from grassroots.appraisal where state = 'shown'`.execute(tx);
  for (const { id } of shown.rows)
    orThrow(await moveCase(eraseCase(appraisal), id, "freeze", {}, { actor: null, now, today }, systemReader(services, tx, now, today)));
  await appraiseMonth(tx, services, last, subtreeOf(town));
  await seedSettled(tx, services, last, today, town);
}

async function seedPlatform(tx: Tx, services: Services, town: number, handler: string | null): Promise<void> {
  const now = services.clock.now();
  const today = services.clock.today();
  const county = Math.floor(town / 1e9) * 1e9;
  const id = demoId("grassroots platform");
  const at = startOfDay(addDays(today, -120)).toISOString();
  await sql`insert into grassroots.platform (id, key, name, kind, area, scopes, webhook_url, allow_private, origin, per_minute, state, secret, secret_made_at, created_at, approved_at, last_in_at)
    values (${id}, 'demo-jczz', '基层智治综合应用', 'grassroots', ${county}, array['events', 'feedback', 'warnings', 'embed'], 'https://jczz.example.invalid/suiren', false,
      'https://jczz.example.invalid', 120, 'active', ${sealSecret(services, id, newSecret())}, ${at}, ${at}, ${at}, ${now.toISOString()})`.execute(
    tx,
  );
  const open = await sql<{
    id: string;
  }>`select id from hazard_loop.hazard where demo and closed_at is null and deleted_at is null and area between ${town} and ${town + TOWN - 1}
    and state = 'assigned' order by id limit 2`.execute(tx);
  const villages = await sql<{ key: number }>`select key from platform.area where parent = ${town} order by key`.execute(tx);
  const organ = await sql<{
    id: string;
  }>`select id from organizations.v_organ where area = ${town} and kind = 'government' order by id limit 1`.execute(tx);
  const events = demoEvents({
    villages: villages.rows.map(({ key }) => key),
    today,
    organ: organ.rows[0]?.id ?? null,
    handler,
    hazards: open.rows.map((row) => row.id),
  });
  await insertDemo(tx, services, event, events.rows);
  for (const line of events.rows)
    await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, to_state, code, given)
      values (${EVENT}, ${line.id}, ${String(line.values.openedAt)}, 'system', '基层智治综合应用', 'received', 'grassroots.event_received', '{}'::jsonb)`.execute(
      tx,
    );
  for (const { sameness, ...delivery } of events.deliveries)
    await sql`insert into grassroots.delivery (id, platform, kind, type, subject, area, sameness, body, state, attempts, created_at, last_at, delivered_at, status, receipt, trouble)
      values (${demoId(`delivery ${sameness}`)}, ${id}, ${delivery.kind}, ${delivery.type}, ${delivery.subject}, ${county}, ${sameness}, ${JSON.stringify(delivery.body)}, ${delivery.state},
        ${delivery.attempts}, ${delivery.at}, ${delivery.at}, ${delivery.state === "delivered" ? delivery.at : null}, ${delivery.status}, ${delivery.status === 200 ? "ok" : ""}, ${delivery.trouble})`.execute(
      tx,
    );
}
