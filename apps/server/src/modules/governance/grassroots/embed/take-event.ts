/** Events of another platform come in: once each by their number there; a fire hazard becomes one, the rest a task of the town. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { writeAudit } from "#platform/audit.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import { parseAsked } from "#platform/http/server.ts";
import { ok, RefusalError, type Result, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { calendarDate, dayOf, instant, isWithin, keyOfCode } from "#platform/values.ts";
import { type RiskFound, takeRisk } from "../risk/take-risk.ts";
import { EVENT, event, eventKinds } from "./event.ts";
import { authenticatePlatform, jsonOf } from "./partner.ts";
import { type Platform, rangeOfPlatform } from "./store.ts";

const erased = eraseCase(event);
const tag = "基层平台接口";

const kinds = Object.keys(eventKinds) as [keyof typeof eventKinds];
export const eventInput = z
  .object({
    number: z.string().trim().min(1).max(80).describe("对方平台的事件编号；同一编号重复推送只立一件"),
    kind: z.enum(kinds).describe("hazard 火灾隐患，task 工单，report 群众反映"),
    title: z.string().trim().min(2).max(120),
    what: z.string().trim().min(2).max(2_000),
    areaCode: z
      .string()
      .regex(/^\d{9}(\d{3}){0,2}$/)
      .describe("乡镇（9 位）、村社（12 位）或网格（15 位）区划代码，须在授权辖区内"),
    placeWords: z.string().trim().min(1).max(200),
    occurredAt: instant.nullable().default(null),
    reporter: z.string().trim().max(40).nullable().default(null),
    creditCode: z.string().max(18).nullable().default(null).describe("涉及单位的统一社会信用代码，可不填"),
    dueOn: calendarDate.nullable().default(null),
    point: z
      .object({ lon: z.number(), lat: z.number(), datum: z.enum(["wgs84", "cgcs2000", "gcj02", "bd09"]) })
      .nullable()
      .default(null),
  })
  .meta({ id: "PlatformEvent", description: "基层平台推送的事件" });
type Given = z.output<typeof eventInput>;

const taken = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.string(),
  isNew: z.boolean(),
  hazard: z.string().nullable().describe("隐患编号"),
});
type Taken = z.output<typeof taken>;

const digestOf = (given: Given): string => createHash("sha256").update(JSON.stringify(given)).digest("hex");

type Known = { readonly id: string; readonly state: string; readonly digest: string | null; readonly hazard: string | null };
const known = async (tx: Tx, platform: Platform, number: string): Promise<Known | undefined> =>
  (
    await sql<Known>`select e.id, e.state, e.digest, h.number as hazard from grassroots.event e left join hazard_loop.hazard h on h.id = e.hazard
      where e.platform_key = ${platform.key} and e.number = ${number} and e.deleted_at is null`.execute(tx)
  ).rows[0];

/** In the transaction that holds all of it. */
export async function takeEvent(tx: Tx, services: Services, platform: Platform, given: Given): Promise<Result<Taken>> {
  const now = services.clock.now();
  const today = services.clock.today();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`grassroots.event ${platform.key} ${given.number}`}, 0))`.execute(tx);
  const before = await known(tx, platform, given.number);
  const digest = digestOf(given);
  if (before && before.digest !== digest) return refuse("conflict", "grassroots.event_differs", { number: given.number });
  if (before) return ok({ id: before.id, number: given.number, state: before.state, isNew: false, hazard: before.hazard });
  const area = keyOfCode(given.areaCode);
  if (!isWithin(area, rangeOfPlatform(platform))) return refuse("forbidden", "grassroots.outside_platform");
  const place = await sql<{
    town: string | null;
  }>`select (select o.id from organizations.v_organ o where o.area = ${Math.floor(area / 1e6) * 1e6} and o.kind = 'government'
    order by o.id limit 1) as town from platform.area a where a.key = ${area}`.execute(tx);
  if (!place.rows[0]) return refuse("invalid", "ledger.unknown_area", { key: given.areaCode });
  const demo = platform.key.startsWith("demo-");
  const reader = systemReader(services, tx, now, today);
  const { areaCode: _, creditCode, ...values } = given;
  const raised = await raiseCase(
    erased,
    {
      area,
      holderOrgan: place.rows[0].town,
      at: now,
      kind: "system",
      actorName: platform.name,
      demo,
      code: "grassroots.event_received",
      values: { ...values, platform: platform.name, platformKey: platform.key, digest },
    },
    reader,
    services,
  );
  if (!raised.ok) return raised;
  const { id } = raised.value;
  if (given.kind === "report") {
    const fed = await toSurvey(tx, services, { given, area, creditCode, id, demo });
    if (!fed.ok) return fed;
  }
  const number = given.kind === "hazard" ? await toHazard(tx, services, platform, { given, area, creditCode, id, demo }) : ok(null);
  if (!number.ok) return number;
  await writeAudit(tx, {
    action: "平台推送事件",
    actor: null,
    actorName: platform.name,
    subject: EVENT,
    subjectId: id,
    area,
    detail: { platform: platform.key, number: given.number, kind: given.kind },
  });
  return ok({ id, number: given.number, state: number.value === null ? "received" : "linked", isNew: true, hazard: number.value });
}

type Seen = {
  readonly given: Given;
  readonly area: number;
  readonly creditCode: string | null;
  readonly id: string;
  readonly demo: boolean;
};

/** By the one way in: the same hazard found by somebody else already is counted on. @returns its number */
async function toHazard(
  tx: Tx,
  services: Services,
  platform: Platform,
  { given, area, creditCode, id, demo }: Seen,
): Promise<Result<string>> {
  const now = services.clock.now();
  const today = services.clock.today();
  const { lo, hi } = rangeOfPlatform(platform);
  const unit = creditCode
    ? (
        await sql<{ id: string; area: number }>`select id, area from places.unit where credit_code = ${creditCode} and deleted_at is null
          and area between ${lo} and ${hi} order by id limit 1`.execute(tx)
      ).rows[0]
    : undefined;
  const raised = await raiseHazard(
    tx,
    services,
    {
      area: unit?.area ?? area,
      unit: unit?.id ?? null,
      placeWords: given.placeWords,
      what: given.what,
      item: null,
      origin: given.kind === "report" ? "report" : "patrol",
      originName: EVENT,
      originId: id,
      foundOn: given.occurredAt ? dayOf(new Date(given.occurredAt)) : today,
      point: given.point,
      demo,
    },
    { actor: null, actorName: given.reporter ? `${platform.name} ${given.reporter}` : platform.name, organ: null, now, today },
  );
  if (!raised.ok) return raised;
  const reader = systemReader(services, tx, now, today);
  const moved = await moveCase(erased, id, "link", { hazard: raised.value.id }, { actor: null, now, today }, reader);
  if (!moved.ok) return moved;
  const { rows } = await sql<{ number: string }>`select number from hazard_loop.hazard where id = ${raised.value.id}`.execute(tx);
  return ok(rows[0]?.number ?? "");
}

/** What the public tells a platform stands in the survey as well, counted as theirs; what is in it a grid member has yet to see. TY-3.2.3 */
function toSurvey(tx: Tx, services: Services, { given, area, demo }: Seen) {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const found: RiskFound = {
    ...{ area, placeWords: given.placeWords, placeKind: "other", unit: null, source: "citizen", member: null, factors: [], demo },
    ...{
      checkedOn: given.occurredAt ? dayOf(new Date(given.occurredAt)) : today,
      finder: given.reporter ?? "群众",
      words: given.what.slice(0, 1_000),
      spot: null,
    },
  };
  return takeRisk(tx, services, found, { actor: null, organ: null, now, today }, systemReader(services, tx, now, today));
}

/** A refusal rolls back whatever was begun. */
const inOne = <T>(services: Services, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
  asWorker(services.db, async (tx) => {
    const result = await work(tx);
    if (!result.ok) throw new RefusalError(result.refusal);
    return result;
  }).catch((error: unknown) => {
    if (error instanceof RefusalError) return { ok: false as const, refusal: error.refusal };
    throw error;
  });

const example = {
  number: "SJ202603180021",
  kind: "hazard",
  title: "楼道堆物",
  what: "3 幢 2 单元楼道堆放电动车，占用疏散通道",
  areaCode: "330802001001",
  placeWords: "荷花小区 3 幢 2 单元",
  reporter: "胡小平",
} as const;

export const postEvent: RawRoute = {
  method: "POST",
  path: "/partner/events",
  summary: "推送事件",
  description: "按平台编号幂等：内容相同的重复推送给回同一件，内容不同则拒绝。火灾隐患进入隐患闭环，其余由所在乡镇（街道）受理。",
  tag,
  permission: "public",
  proof: "signature",
  input: eventInput,
  output: taken,
  example: {
    input: example,
    output: { id: "01997c2e-8f00-7000-8000-000000000001", number: example.number, state: "linked", isNew: true, hazard: "YH20260318-0012" },
  },
  async answer({ request, services }) {
    const platform = await authenticatePlatform(request, "events", services);
    if (!platform.ok) return platform;
    const json = jsonOf(request);
    const given = json.ok ? parseAsked(eventInput, json.value, request) : json;
    return given.ok ? inOne(services, (tx) => takeEvent(tx, services, platform.value, given.value)) : given;
  },
};

const asked = z.object({ number: z.string().max(80) });
const standing = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.string(),
  stateLabel: z.string(),
  dueAt: z.string().nullable(),
  result: z.string().nullable(),
  doneOn: z.string().nullable(),
  hazard: z.string().nullable(),
});

/** What a platform may know of its event: where it stands, what came of it, no person. */
export async function standingOf(tx: Tx, services: Services, key: string, number: string): Promise<z.output<typeof standing> | undefined> {
  const { rows } = await sql<
    Omit<z.output<typeof standing>, "stateLabel">
  >`select e.id, e.number, e.state, e.due_at, e.result, e.done_on, h.number as hazard
    from grassroots.event e left join hazard_loop.hazard h on h.id = e.hazard where e.platform_key = ${key} and e.number = ${number} and e.deleted_at is null`.execute(
    tx,
  );
  const [row] = rows;
  return row && { ...row, stateLabel: services.registry.cases.get(EVENT)?.states[row.state]?.label ?? row.state };
}

export const getEvent: RawRoute = {
  method: "GET",
  path: "/partner/events/:number",
  summary: "查询事件办理情况",
  description: "回调之外的另一条路：对方可随时来问。",
  tag,
  permission: "public",
  proof: "signature",
  input: asked,
  output: standing,
  async answer({ request, services }) {
    const platform = await authenticatePlatform(request, "events", services);
    if (!platform.ok) return platform;
    const given = parseAsked(asked, request.params, request);
    if (!given.ok) return given;
    const found = await asWorker(services.db, (tx) => standingOf(tx, services, platform.value.key, given.value.number));
    return found ? ok(found) : refuse("not_found", "grassroots.unknown_event", { number: given.value.number });
  },
};
