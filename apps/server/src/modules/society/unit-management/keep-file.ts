/** What a unit declares beyond its ledgers: its standardisation score, what it lacks, and an application to the maintenance fund. */
import { sql } from "kysely";
import { z } from "zod";
import { HAZARD } from "#modules/supervision/hazard-loop/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { type Level, levels, scoreOf, standardFor } from "./domain/file-score.ts";
import { dutyFile } from "./duty-rules.ts";
import { equipment } from "./ledgers/file.ts";
import { standardisation } from "./ledgers/followed.ts";
import { fundRequest } from "./ledgers/property.ts";
import { factsOf } from "./load.ts";
import { raiseOwn } from "./raise-own.ts";
import { equipmentOf, tag } from "./show-duties.ts";
import { ownUnit } from "./submit-check.ts";

const level = z.enum(Object.keys(levels) as [Level, ...Level[]]);

export const showStandard = route({
  method: "GET",
  path: "/unit/standard",
  tag,
  summary: "本单位适用的标准化评分表",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: z.object({}),
  composed: ["title"],
  output: z.object({
    key: z.string(),
    title: z.string(),
    items: z.array(z.object({ item: z.string(), title: z.string(), weight: z.number() })),
  }),
  async run(context) {
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const { key, title, items } = standardFor(dutyFile, factsOf(unit.value));
    return ok({ key, title, items: items.map(([item, words, weight]) => ({ item, title: words, weight })) });
  },
});

export const assessStandard = route({
  method: "POST",
  path: "/unit/standardisations",
  tag,
  summary: "标准化自评，报部门核定",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: z.object({ scores: z.record(z.string(), z.number().int().min(0).max(100)) }),
  output: z.object({ id: z.uuid(), score: z.number().int(), level, isNew: z.boolean() }),
  async run(context, { scores }) {
    const { tx, services, actor, now, today } = context;
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const set = standardFor(dutyFile, factsOf(unit.value));
    const open = set.items.filter(([key]) => scores[key] === undefined);
    if (open.length > 0) return refuse("invalid", "unit-management.unanswered", { items: open.map(([, title]) => title).join("、") });
    const { score, level: reached, over } = scoreOf(set, scores);
    if (over.length > 0) return refuse("invalid", "unit-management.above_weight", { items: over.join("、") });
    const { rows } = await sql<{
      id: string;
    }>`select id from unit_management.standardisation where unit = ${unit.value.id} and closed_at is null and deleted_at is null`.execute(
      tx,
    );
    if (rows[0]) return refuse("conflict", "unit-management.already_assessed");
    const { rows: regulators } = await sql<{
      regulator: string | null;
    }>`select regulator from places.unit where id = ${unit.value.id}`.execute(tx);
    const values = {
      unit: unit.value.id,
      kind: unit.value.kind,
      set: set.key,
      year: Number(today.slice(0, 4)),
      items: set.items.map(([item, title, weight]) => ({ item, title, weight, self: scores[item] ?? 0, verified: null })),
      selfScore: score,
      selfLevel: reached,
      assessedOn: today,
    };
    const raise = {
      area: unit.value.area,
      values,
      holderOrgan: regulators[0]?.regulator ?? null,
      at: now,
      actorName: actor.name,
      actor: actor.userId,
      kind: "person",
      demo: unit.value.demo,
    } as const;
    const raised = await raiseCase(eraseCase(standardisation), raise, readerOf(context), services);
    if (!raised.ok) return raised;
    context.audit({
      action: "标准化自评",
      subject: standardisation.name,
      subjectId: raised.value.id,
      area: unit.value.area,
      detail: { score },
    });
    return ok({ id: raised.value.id, score, level: reached, isNew: raised.value.isNew });
  },
});

export const reportGaps = route({
  method: "POST",
  path: "/unit/equipment-gaps",
  tag,
  summary: "把缺配的器材报成自查隐患",
  description: "只报来源已确认的配备要求；同一器材未销号前只有一起。",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: z.object({}),
  output: z.object({ hazards: z.array(z.uuid()), gaps: z.number().int() }),
  async run(context) {
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const gaps = (await equipmentOf(context, unit.value)).filter((gap) => gap.confirmed);
    const hazards: string[] = [];
    for (const gap of gaps) {
      const raised = await raiseOwn(context, unit.value, {
        what: `${gap.title}应配 ${gap.required} ${gap.counter}，现有完好 ${gap.held} ${gap.counter}`,
        placeWords: unit.value.name,
        item: `equipment#${gap.item}`,
        grade: "minor",
        ground: "消防法 第十六条第一款第二项",
        remedy: `补足${gap.title}`,
        photos: [],
        origin: "selfCheck",
        originName: equipment.name,
        originId: unit.value.id,
        foundOn: context.today,
      });
      if (!raised.ok) return raised;
      hazards.push(raised.value.id);
    }
    context.audit({ action: "报缺配器材", subject: equipment.name, area: unit.value.area, detail: { hazards } });
    return ok({ hazards, gaps: gaps.length });
  },
});

export const applyForFund = route({
  method: "POST",
  path: "/unit-management/fund-requests",
  tag: "维修资金应急使用",
  summary: "从一起隐患申请应急使用维修资金",
  permission: "unit-management.own",
  refuses: ["not_found"],
  input: z.object({
    hazard: z.uuid(),
    works: z.string().trim().min(4).max(1_000),
    amount: z.number().min(1).max(100_000_000),
    estate: z.uuid().nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
  example: { input: { hazard: "01997c2e-8f00-7000-8000-000000000001", works: "更换消火栓主管 36 米", amount: 68_000 } },
  async run(context, given) {
    const { services, actor, now, today, tx } = context;
    const unit = await ownUnit(context);
    if (!unit.ok) return unit;
    const reader = readerOf(context);
    const hazard = await findRow(services.catalog.get(HAZARD), given.hazard, reader);
    if (!hazard || hazard.unit !== unit.value.id) return refuse("invalid", "unit-management.no_such_hazard");
    if (hazard.closedAt) return refuse("conflict", "unit-management.hazard_closed");
    const { rows } = await sql<{
      id: string;
    }>`select id from unit_management.fund_request where hazard = ${given.hazard} and state <> 'refused' and deleted_at is null`.execute(
      tx,
    );
    if (rows[0]) return refuse("conflict", "unit-management.already_applied");
    const values = {
      unit: unit.value.id,
      estate: given.estate,
      hazard: given.hazard,
      what: String(hazard.what).slice(0, 200),
      works: given.works,
      amount: given.amount,
      appliedOn: today,
    };
    const raise = {
      area: unit.value.area,
      values,
      holderOrgan: null,
      at: now,
      actorName: actor.name,
      actor: actor.userId,
      kind: "person",
      demo: unit.value.demo,
    } as const;
    const raised = await raiseCase(eraseCase(fundRequest), raise, reader, services);
    if (!raised.ok) return raised;
    context.audit({
      action: "申请应急使用维修资金",
      subject: fundRequest.name,
      subjectId: raised.value.id,
      area: unit.value.area,
      detail: { amount: given.amount },
    });
    return ok({ id: raised.value.id });
  },
});
