/** 履职规则: what is in force, with source and confidence; an administrator confirms what we could not, sets another cycle, or takes a rule out of use. */
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { writeSetting } from "#platform/settings.ts";
import { isSeen } from "./domain/duties.ts";
import { type Cycle, cycles, sourceWords } from "./domain/duty-file.ts";
import { dutyFile } from "./duty-rules.ts";
import { decidedRules, RULES_SETTING } from "./load.ts";
import { tag } from "./show-duties.ts";

const cycle = z.enum(Object.keys(cycles) as [Cycle, ...Cycle[]]);
const rule = z
  .object({
    id: z.string(),
    title: z.string(),
    classes: z.array(z.string()),
    every: cycle,
    shippedEvery: cycle,
    evidence: z.array(z.string()),
    source: z.string(),
    confidence: z.string(),
    seen: z.boolean().describe("来源已读到原文或引文"),
    confirmed: z.boolean(),
    off: z.boolean(),
    note: z.string().nullable(),
  })
  .meta({ id: "DutyRule", description: "一条履职规则；confirmed 为假的只作提示，不计入率" });

const shown = z.object({ rules: z.array(rule) });

export const showDutyRules = route({
  method: "GET",
  path: "/unit-management/duty-rules",
  tag,
  summary: "履职规则与来源",
  permission: "unit-management.duty-month.read",
  input: z.object({}),
  composed: ["title", "source", "classes", "note"],
  output: shown,
  async run({ tx }) {
    const decided = await decidedRules(tx);
    const titles = new Map(dutyFile.classes.map(({ key, title }) => [key, title]));
    return ok({
      rules: dutyFile.duties.map((each) => ({
        id: each.id,
        title: each.title,
        classes: each.for.map((key) => titles.get(key) ?? key),
        every: decided[each.id]?.every ?? each.every,
        shippedEvery: each.every,
        evidence: [...each.evidence],
        source: sourceWords(each.source),
        confidence: each.confidence,
        seen: isSeen(each.confidence),
        confirmed: decided[each.id]?.confirmed ?? isSeen(each.confidence),
        off: decided[each.id]?.off === true,
        note: each.note ?? null,
      })),
    });
  },
});

export const decideDutyRule = route({
  method: "PUT",
  path: "/unit-management/duty-rules/:id",
  tag,
  summary: "确认、改周期或停用一条履职规则",
  description: "来源已读到的规则不能停用、不能放宽；待确认的可以确认、定周期、停用。",
  permission: "unit-management.configure",
  scope: "owner",
  input: z.object({
    id: z.string().max(10),
    confirmed: z.boolean(),
    every: cycle,
    off: z.boolean(),
    reason: z.string().trim().min(2).max(200),
  }),
  output: z.object({ id: z.string() }),
  async run({ tx, actor, audit }, { id, reason, ...given }) {
    const known = dutyFile.duties.find((each) => each.id === id);
    if (!known) return refuse("not_found", "unit-management.unknown_rule", { id });
    const order = Object.keys(cycles);
    const looser = order.indexOf(given.every) > order.indexOf(known.every);
    if (isSeen(known.confidence) && (given.off || !given.confirmed || looser))
      return refuse("conflict", "unit-management.rule_of_law", { title: known.title });
    const before = await decidedRules(tx);
    await writeSetting(tx, RULES_SETTING, { ...before, [id]: given }, actor.userId);
    audit({ action: "改履职规则", subject: "platform.setting", subjectId: RULES_SETTING, detail: { id, ...given, reason } });
    return ok({ id });
  },
});
