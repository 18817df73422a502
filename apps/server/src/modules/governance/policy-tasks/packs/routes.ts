/** Policy packs: which there are and bind, the text of a version with its errors, a trial on a day. */
import { z } from "zod";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey } from "#platform/values.ts";
import { isOf } from "./domain/check-names.ts";
import { nearDay } from "./domain/days.ts";
import { codeOf, issuingLevel } from "./domain/selectors.ts";
import { packJsonSchema } from "./format/json-schema.ts";
import { asBound, lineageOf } from "./lineage.ts";
import { namesIn } from "./name-list.ts";
import { EXAMPLE, permissions, tag } from "./names.ts";
import { asWritten, newDraft } from "./new-draft.ts";
import { documentText } from "./recheck.ts";
import { lineage, trial, versionHead } from "./shapes.ts";
import { readShipped } from "./shipped.ts";
import { findVersion, frozenYears, headOf, lockVersion, packsInForce, saveText, shownHead, type Version, versionHeads } from "./store.ts";
import { areaFor, shownTrial, trialOf } from "./trial.ts";

const TEXT_LIMIT = 1_000_000;

export const listPacks = route({
  method: "GET",
  path: "/policy-tasks/packs",
  summary: "政策包及其各版",
  composed: ["writtenByName", "note"],
  description: "本辖区的全部版本，以及在上级施行、对本地有约束力的；available 为产品自带、此地尚未采用的。",
  tag,
  permission: permissions.see,
  input: z.object({}),
  output: z.object({
    versions: z.array(versionHead),
    available: z.array(
      z.object({
        pack: z.string(),
        title: z.string(),
        issuer: z.string(),
        number: z.string().nullable(),
        clauses: z.number().int(),
        own: z.boolean(),
      }),
    ),
    frozenYears: z.array(z.number().int()),
    may: z.object({ write: z.boolean(), approve: z.boolean() }),
  }),
  async run({ tx, actor, services }) {
    const versions = await versionHeads(tx);
    const here = new Set(versions.filter(({ area }) => area === actor.area.lo).map(({ pack }) => pack));
    const available = readShipped()
      .filter(({ pack: { pack } }) => !here.has(pack))
      .map(({ pack: { pack, title, issuer, number = null, clauses, area } }) => ({
        ...{ pack, title, issuer, number },
        ...{ clauses: clauses.length, own: isOf(area, services.city.code) },
      }));
    return ok({
      versions: versions.map(shownHead),
      available,
      frozenYears: [...(await frozenYears(actor.area.lo, tx))],
      may: { write: actor.permissions.has(permissions.write), approve: actor.permissions.has(permissions.approve) },
    });
  },
});

export const showVersion = route({
  method: "GET",
  path: "/policy-tasks/versions/:id",
  summary: "政策包的一版：文本、错误、会产生什么",
  composed: ["writtenByName", "note"],
  tag,
  permission: permissions.see,
  input: z.object({ id: z.uuid(), on: nearDay.optional().describe("看哪一天，缺省为今天") }),
  output: z.object({
    version: versionHead,
    source: z.string(),
    trial,
    lineage,
    versions: z.array(versionHead).describe("同一文件在同一地的各版，新的在前"),
    may: z.object({ write: z.boolean(), approve: z.boolean() }).describe("approve：可批准或退回；本人写的或送审的不可"),
  }),
  example: { input: { id: EXAMPLE } },
  refuses: ["not_found"],
  async run(context, { id, on = context.today }) {
    const { tx, actor } = context;
    const version = await findVersion(id, tx);
    if (!version) return refuse("not_found", "packs.unknown_version");
    const document = await documentText(id, tx);
    const tried = await trialOf(version.source, { area: version.area, on, document }, context);
    const versions = (await versionHeads(tx)).filter((each) => each.pack === version.pack && each.area === version.area);
    const bound = (await packsInForce(tx, context.services, { on: context.today })).map(asBound);
    const mine = version.area >= actor.area.lo && version.area <= actor.area.hi;
    const own = version.writtenBy === actor.userId || version.checkedBy === actor.userId;
    return ok({
      version: headOf(version),
      source: version.source,
      trial: shownTrial(tried, on, context),
      lineage: version.compiled ? lineageOf(version.compiled, version.fromOn, bound) : { above: [], below: [] },
      versions: versions.map(shownHead),
      may: { write: mine && actor.permissions.has(permissions.write), approve: mine && !own && actor.permissions.has(permissions.approve) },
    });
  },
});

export const checkPackText = route({
  method: "POST",
  path: "/policy-tasks/check",
  summary: "检查一段政策包文本",
  description: "不保存。列出错误和改法，以及那一天在该地会产生的应尽事项。",
  tag,
  permission: permissions.write,
  audited: false,
  input: z.object({ source: z.string().max(TEXT_LIMIT), area: areaKey.optional(), on: nearDay.optional() }),
  output: trial,
  example: { input: { source: "pack: LX\n" } },
  refuses: ["forbidden"],
  async run(context, { source, area, on = context.today }) {
    const where = areaFor(context, area);
    if (!where.ok) return where;
    return ok(shownTrial(await trialOf(source, { area: where.value, on }, context), on, context));
  },
});

const START = (pack: string, title: string, area: number, today: string): string => `# yaml-language-server: $schema=./pack.schema.json
pack: ${pack}
title: ${title}
issuer: 
level: ${issuingLevel(area)}
area: "${codeOf(area)}"
from: ${today}
clauses:
`;

export const createVersion = route({
  method: "POST",
  path: "/policy-tasks/versions",
  summary: "新写一份政策包，或在已有的上面另立一版",
  description: "basis 为 new 从头写；shipped 采用产品自带的一份；version 以某一版为底。均得到草稿。",
  tag,
  permission: permissions.write,
  input: z.object({
    basis: z.enum(["new", "shipped", "version"]),
    pack: z
      .string()
      .regex(/^[A-Z][A-Z0-9]{0,11}$/)
      .optional()
      .describe("new 与 shipped 用"),
    title: z.string().trim().min(2).max(80).optional().describe("new 用"),
    version: z.uuid().optional().describe("version 用"),
    source: z.string().max(TEXT_LIMIT).optional().describe("new：已有文本时直接给"),
    area: areaKey.optional(),
    note: z.string().max(400).default(""),
  }),
  output: z.object({ id: z.uuid(), number: z.number().int() }),
  example: { input: { basis: "new", pack: "LX", title: "龙溪市消防工作要点" }, output: { id: EXAMPLE, number: 1 } },
  refuses: ["not_found", "forbidden"],
  async run(context, given) {
    const { tx, actor } = context;
    const base = given.basis === "version" && given.version ? await findVersion(given.version, tx) : undefined;
    if (given.basis === "version" && !base) return refuse("not_found", "packs.unknown_version");
    const where = areaFor(
      context,
      given.area ?? (base && base.area >= actor.area.lo && base.area <= actor.area.hi ? base.area : undefined),
    );
    if (!where.ok) return where;
    const source = base?.source ?? (await sourceFor(given, where.value, context));
    if (source === undefined) return refuse("not_found", "packs.not_shipped", { pack: given.pack ?? "" });
    return newDraft({ source, area: where.value, note: given.note }, context);
  },
});

async function sourceFor(
  given: {
    readonly basis: string;
    readonly pack?: string | undefined;
    readonly title?: string | undefined;
    readonly source?: string | undefined;
  },
  area: number,
  { today }: Pick<RouteContext, "today">,
): Promise<string | undefined> {
  if (given.basis === "shipped") return readShipped().find(({ pack: { pack } }) => pack === given.pack)?.text;
  return given.source ?? START(given.pack ?? "", given.title ?? "", area, today);
}

export const saveVersion = route({
  method: "PATCH",
  path: "/policy-tasks/versions/:id",
  summary: "保存政策包草稿",
  description: "有错误也能保存，改好才能送审。别人刚改过的不会被盖掉。",
  tag,
  permission: permissions.write,
  input: z.object({ id: z.uuid(), source: z.string().max(TEXT_LIMIT), revision: z.number().int(), note: z.string().max(400).optional() }),
  output: z.object({ revision: z.number().int(), trial }),
  example: { input: { id: EXAMPLE, source: "pack: LX\ntitle: 要点\n", revision: 1 } },
  refuses: ["not_found", "conflict"],
  async run(context, { id, source, revision }) {
    const draft = await lockDraft(id, context);
    if (!draft.ok) return draft;
    const { value: before } = draft;
    if (before.revision !== revision) return refuse("conflict", "packs.changed_by_other", { by: before.writtenByName });
    const document = await documentText(id, context.tx);
    const made = await asWritten({ source, area: before.area, document, fallback: { pack: before.pack, title: before.title } }, context);
    if (!made.ok) return made;
    const { written, trial: tried } = made.value;
    await saveText(id, written, context.tx);
    context.audit({
      action: "保存政策包草稿",
      subject: "policy-tasks.pack",
      subjectId: id,
      area: before.area,
      detail: { pack: written.pack, errors: written.errors },
    });
    return ok({ revision: revision + 1, trial: shownTrial(tried, context.today, context) });
  },
});

async function lockDraft(id: string, { tx, actor, services, language }: RouteContext): Promise<Result<Version>> {
  const found = await lockVersion(id, actor.area, tx);
  if (!found.ok || found.value.state === "draft") return found;
  return refuse("conflict", "packs.wrong_state", { state: services.messages.say(`packs.state_${found.value.state}`, {}, language) });
}

export const listNames = route({
  method: "GET",
  path: "/policy-tasks/pack-names",
  summary: "写政策包可用的名字",
  description: "指标（含单位）、台账与办件（含栏）、机构类别：编辑时供补全。",
  tag,
  permission: permissions.see,
  input: z.object({}),
  output: z.object({
    names: z.array(
      z.object({
        kind: z.enum(["measure", "ledger", "case", "organ"]),
        name: z.string(),
        label: z.string(),
        unit: z.string().optional(),
        better: z.enum(["higher", "lower"]).optional(),
        fields: z.array(z.object({ key: z.string(), label: z.string() })).optional(),
      }),
    ),
  }),
  async run({ services, language }) {
    return ok({ names: [...namesIn({ registry: services.spoken[language].registry, catalog: services.catalog })] });
  },
});

export const showSchema = route({
  method: "GET",
  path: "/policy-tasks/pack-schema",
  summary: "政策包的 JSON Schema",
  description: "编辑器据此补全和解释每一栏；与产品自带的 policies/pack.schema.json 相同。",
  tag,
  permission: permissions.see,
  input: z.object({}),
  output: z.object({ schema: z.record(z.string(), z.unknown()) }),
  async run() {
    return ok({ schema: JSON.parse(packJsonSchema()) as Record<string, unknown> });
  },
});
