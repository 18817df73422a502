/** The problem list and the county's centre: what is listed here is told there, what is listed there comes in once by its number. QZ-3.1.1 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { writeAudit } from "#platform/audit.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import { parseAsked } from "#platform/http/server.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { calendarDate, isWithin, keyOfCode } from "#platform/values.ts";
import { tellPlatforms } from "../embed/hear.ts";
import { authenticatePlatform, jsonOf } from "../embed/partner.ts";
import { type Platform, rangeOfPlatform } from "../embed/store.ts";
import { PROBLEM, problem, problemLists } from "./problem.ts";

const lists = Object.keys(problemLists) as [keyof typeof problemLists];
const problemInput = z
  .object({
    number: z.string().trim().min(1).max(80).describe("对方清单编号；同一编号重复推送只立一个"),
    list: z.enum(lists),
    title: z.string().trim().min(2).max(120),
    what: z.string().trim().min(2).max(2_000),
    areaCode: z
      .string()
      .regex(/^\d{6}(\d{3}){0,3}$/)
      .describe("区划代码，须在授权辖区内"),
    branch: z.string().trim().min(2).max(80).describe("牵头党组织"),
    branchLead: z.string().trim().min(1).max(40),
    dueOn: calendarDate,
    measures: z.string().trim().max(2_000).nullable().default(null),
  })
  .meta({ id: "PlatformProblem", description: "社会治理中心推送的重大消防问题" });
type Given = z.output<typeof problemInput>;
const taken = z.object({ id: z.uuid(), number: z.string(), state: z.string(), isNew: z.boolean() });

async function takeProblem(tx: Tx, services: Services, platform: Platform, given: Given): Promise<Result<z.output<typeof taken>>> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${PROBLEM} ${platform.key} ${given.number}`}, 0))`.execute(tx);
  const digest = createHash("sha256").update(JSON.stringify(given)).digest("hex");
  const { rows } = await sql<{ id: string; state: string; digest: string | null }>`select id, state, digest from grassroots.problem
    where platform_key = ${platform.key} and number = ${given.number} and deleted_at is null`.execute(tx);
  const [before] = rows;
  if (before && before.digest !== digest) return refuse("conflict", "grassroots.event_differs", { number: given.number });
  if (before) return ok({ id: before.id, number: given.number, state: before.state, isNew: false });
  const { areaCode, ...values } = given;
  const area = keyOfCode(areaCode);
  if (!isWithin(area, rangeOfPlatform(platform))) return refuse("forbidden", "grassroots.outside_platform");
  // Who answers: the government of the place, else of the nearest above it.
  const organ = await sql<{ id: string }>`select o.id from organizations.v_organ o where o.kind = 'government'
    and o.area in (${area}, ${Math.floor(area / 1e6) * 1e6}, ${Math.floor(area / 1e9) * 1e9}) order by o.area desc, o.id limit 1`.execute(
    tx,
  );
  const responsible = organ.rows[0]?.id;
  if (!responsible) return refuse("invalid", "ledger.unknown_area", { key: areaCode });
  const own = { platform: platform.name, platformKey: platform.key, digest, organ: responsible };
  const raised = await raiseCase(
    eraseCase(problem),
    {
      area,
      holderOrgan: responsible,
      at: now,
      kind: "system",
      actorName: platform.name,
      demo: platform.key.startsWith("demo-"),
      code: "grassroots.problem_received",
      values: { ...values, ...own },
    },
    systemReader(services, tx, now, today),
    services,
  );
  if (!raised.ok) return raised;
  const detail = { platform: platform.key, number: given.number };
  await writeAudit(tx, {
    action: "平台推送重大问题",
    actor: null,
    actorName: platform.name,
    subject: PROBLEM,
    subjectId: raised.value.id,
    area,
    detail,
  });
  return ok({ id: raised.value.id, number: given.number, state: "listed", isNew: true });
}

export const postProblem: RawRoute = {
  method: "POST",
  path: "/partner/problems",
  summary: "推送重大消防问题",
  description: "按清单编号幂等；内容不同则拒绝。销号、撤出经回调告知。",
  tag: "基层平台接口",
  permission: "public",
  proof: "signature",
  input: problemInput,
  output: taken,
  example: {
    input: {
      ...{ number: "WT2026031800007", list: "safety", title: "老街连片木屋无消防通道", what: "三百余户连片木屋，消防车无法进入" },
      ...{ areaCode: "330802001", branch: "荷花街道党工委", branchLead: "毛卫东", dueOn: "2026-06-30" },
    },
    output: { id: "01997c2e-8f00-7000-8000-000000000031", number: "WT2026031800007", state: "listed", isNew: true },
  },
  async answer({ request, services }) {
    const platform = await authenticatePlatform(request, "problems", services);
    if (!platform.ok) return platform;
    const json = jsonOf(request);
    const given = json.ok ? parseAsked(problemInput, json.value, request) : json;
    return given.ok ? asWorker(services.db, (tx) => takeProblem(tx, services, platform.value, given.value)) : given;
  },
};

type Told = {
  readonly number: string | null;
  readonly list: string;
  readonly title: string;
  readonly branch: string;
  readonly dueOn: string;
  readonly state: string;
  readonly closedOn: string | null;
  readonly areaCode: string;
  readonly areaName: string;
};

/** To every platform of its place that takes problems; the person's name stays here. */
export const tellProblem: EventHandler = {
  name: "grassroots.tell-problem",
  types: ["raised", "plan", "report", "close", "sendBack", "strike"].map((what) => `${PROBLEM}.${what}`),
  async handle(event, tx, services) {
    const id = String(event.payload.id);
    const { rows } =
      await sql<Told>`select p.number, p.list, p.title, p.branch, p.due_on, p.state, p.closed_on, a.code as area_code, a.full_name as area_name
      from grassroots.problem p join platform.area a on a.key = p.area where p.id = ${id}`.execute(tx);
    const [row] = rows;
    if (!row || event.area === null) return;
    const body = { id, ...row, stateLabel: services.registry.cases.get(PROBLEM)?.states[row.state]?.label ?? row.state };
    await tellPlatforms(tx, services, "problems", {
      kind: "problem",
      type: `problem.${row.state}`,
      subject: id,
      area: event.area,
      sameness: `problem ${event.id}`,
      body,
    });
  },
};
