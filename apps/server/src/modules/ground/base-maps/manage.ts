/** The administrator's side: state a map and begin, finish, put in force, withdraw. The bytes come in between (upload.ts). */
import { rm } from "node:fs/promises";
import { z } from "zod";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { instant } from "#platform/values.ts";
import { closeArchive } from "./open-maps.ts";
import { datums, grounds, statement } from "./statement.ts";
import {
  type BaseMap,
  dropUpload,
  findBaseMap,
  findUnfinished,
  listBaseMaps,
  pathsOf,
  saveGround,
  saveStatement,
  saveWithdrawn,
} from "./store.ts";
import { arrived, discard, mayTake, take } from "./take.ts";

const PERMISSION = "base-maps.manage";
const SUBJECT = "base-maps.base-map";
const byId = z.object({ id: z.uuid() });
const unknown = (id: string) => refuse("not_found", "base-maps.unknown", { id });

const facts = z.object({
  kind: z.enum(["mvt", "png", "jpeg", "webp"]),
  schema: z.enum(["protomaps", "openmaptiles", "shortbread", "generic"]).nullable(),
  layers: z.array(z.string()).readonly(),
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
});

const finished = facts
  .extend({
    tiles: z.number().int(),
    drawn: z.number().int().nullable().describe("GeoJSON：画上的要素"),
    left: z.number().int().nullable().describe("GeoJSON：画不了的要素"),
  })
  .meta({ id: "BaseMapFinished", description: "收下的底图所含" });

const listed = z
  .object({
    id: z.uuid(),
    state: z.enum(["uploading", "kept", "withdrawn"]),
    name: z.string(),
    source: z.string(),
    attribution: z.string(),
    approvalNumber: z.string().nullable(),
    datum: z.enum(datums),
    validUntil: z.string().nullable(),
    fileName: z.string(),
    uploadBytes: z.number().int(),
    receivedBytes: z.number().int(),
    facts: facts.extend({ tiles: z.number().int(), sizeBytes: z.number().int(), sha256: z.string() }).nullable().describe("检查所得"),
    inLight: z.boolean(),
    inDark: z.boolean(),
    withdrawnWhy: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: "BaseMap", description: "一份底图：所述、所含、在何处启用" });

export const listBaseMapsRoute = route({
  method: "GET",
  path: "/base-maps",
  summary: "底图清单",
  tag: "底图",
  permission: PERMISSION,
  scope: "owner",
  input: z.object({}),
  output: z.object({ maps: z.array(listed) }),
  async run({ tx, services }) {
    const maps = await listBaseMaps(tx);
    const withBytes = maps.map(async ({ createdBy: _, ...map }) => ({
      ...map,
      receivedBytes: map.state === "uploading" ? await arrived(pathsOf(services.files, map.id).part) : map.uploadBytes,
    }));
    return ok({ maps: await Promise.all(withBytes) });
  },
});

export const beginBaseMapRoute = route({
  method: "POST",
  path: "/base-maps",
  summary: "开始导入底图",
  tag: "底图",
  permission: PERMISSION,
  scope: "owner",
  input: statement.extend({ fileName: z.string().trim().min(5).max(200), sizeBytes: z.number().int().positive() }),
  output: z.object({ id: z.uuid(), receivedBytes: z.number().int() }),
  example: {
    input: {
      name: "衢州市电子地图",
      source: "市自然资源和规划局 2026 年第 1 版",
      attribution: "© 衢州市自然资源和规划局",
      approvalNumber: "浙衢S(2026)1号",
      datum: "cgcs2000",
      fileName: "quzhou.pmtiles",
      sizeBytes: 734_003_200,
    },
  },
  async run({ tx, actor, now, services, audit }, { fileName, sizeBytes, ...stated }) {
    const may = await mayTake(services.files, fileName, sizeBytes);
    if (!may.ok) return may;
    const before = await findUnfinished(tx, fileName, sizeBytes, actor.userId);
    const id = before?.id ?? uuidv7(now.getTime());
    await saveStatement(tx, { id, fileName, uploadBytes: sizeBytes, by: actor.userId }, stated);
    audit({ subject: SUBJECT, subjectId: id, detail: { ...stated, fileName, sizeBytes, goesOn: before !== undefined } });
    return ok({ id, receivedBytes: await arrived(pathsOf(services.files, id).part) });
  },
});

export const finishBaseMapRoute = route({
  method: "POST",
  path: "/base-maps/:id/finish",
  summary: "检查并收下底图",
  tag: "底图",
  permission: PERMISSION,
  scope: "owner",
  keepsRefusals: true,
  input: byId.extend({ ground: z.enum(grounds).default("none") }),
  output: finished,
  async run({ tx, now, services, audit }, { id, ground }) {
    const map = await findBaseMap(tx, id);
    if (map?.state !== "uploading") return unknown(id);
    const taken = await take({ tx, files: services.files, city: services.city.code, now }, map, ground);
    if (!taken.ok) {
      // Bytes are still on their way: the upload goes on. Anything else is the file's own fault, and it is let go.
      if (taken.refusal.code === "base-maps.incomplete") return taken;
      await dropUpload(tx, id);
      await discard(services.files, id);
      audit({ action: "底图未通过检查", subject: SUBJECT, subjectId: id, detail: { name: map.name, code: taken.refusal.code } });
      return taken;
    }
    const { facts: found, cut } = taken.value;
    audit({ action: "收下底图", subject: SUBJECT, subjectId: id, detail: { name: map.name, ground, sha256: found.sha256 } });
    const { kind, schema, layers, minZoom, maxZoom, bounds, tiles } = found;
    return ok({
      ...{ kind, schema, layers, minZoom, maxZoom, tiles },
      bounds: [...bounds] as [number, number, number, number],
      drawn: cut?.drawn ?? null,
      left: cut?.left ?? null,
    });
  },
});

export const cancelBaseMapRoute = route({
  method: "DELETE",
  path: "/base-maps/:id",
  summary: "放弃底图上传",
  tag: "底图",
  permission: PERMISSION,
  scope: "owner",
  input: byId,
  output: z.object({}),
  async run({ tx, services, audit }, { id }) {
    const map = await findBaseMap(tx, id);
    if (!map) return unknown(id);
    if (map.state !== "uploading") return refuse("conflict", "base-maps.not_uploading");
    await dropUpload(tx, id);
    await discard(services.files, id);
    audit({ subject: SUBJECT, subjectId: id, detail: { name: map.name, fileName: map.fileName } });
    return ok({});
  },
});

export const groundBaseMapRoute = route({
  method: "POST",
  path: "/base-maps/:id/ground",
  summary: "启用底图",
  tag: "底图",
  permission: PERMISSION,
  scope: "owner",
  input: byId.extend({ ground: z.enum(grounds) }),
  output: z.object({}),
  async run({ tx, audit }, { id, ground }) {
    const map = await findBaseMap(tx, id);
    if (map?.state !== "kept") return unknown(id);
    await saveGround(tx, id, ground);
    audit({ subject: SUBJECT, subjectId: id, detail: { name: map.name, ground } });
    return ok({});
  },
});

export const withdrawBaseMapRoute = route({
  method: "POST",
  path: "/base-maps/:id/withdraw",
  summary: "撤回底图",
  tag: "底图",
  permission: PERMISSION,
  scope: "owner",
  input: byId.extend({ reason: z.string().trim().min(2).max(200) }),
  output: z.object({}),
  async run({ tx, now, services, audit }, { id, reason }) {
    const map = await findBaseMap(tx, id);
    if (map?.state !== "kept") return unknown(id);
    await saveWithdrawn(tx, id, reason, now);
    await closeArchive(pathsOf(services.files, id).kept);
    await rm(pathsOf(services.files, id).kept, { force: true });
    audit({ subject: SUBJECT, subjectId: id, detail: { name: map.name, reason } });
    return ok({});
  },
});

const shown = facts
  .extend({
    id: z.uuid(),
    name: z.string(),
    attribution: z.string(),
    approvalNumber: z.string().nullable(),
    datum: z.enum(datums),
    expired: z.boolean().describe("已过有效期：仍画，并说明"),
  })
  .meta({ id: "BaseMapInForce", description: "在用的底图" });

/** What every map of a signed-in person lies on. */
export const groundRoute = route({
  method: "GET",
  path: "/base-maps/in-force",
  summary: "在用底图",
  tag: "底图",
  permission: "signed-in",
  scope: "owner",
  input: z.object({}),
  output: z.object({ light: shown.nullable(), dark: shown.nullable() }),
  async run({ tx, today }) {
    const maps = (await listBaseMaps(tx)).filter(({ state }) => state === "kept");
    const show = (map: BaseMap | undefined): z.input<typeof shown> | null => {
      if (!map?.facts) return null;
      const { kind, schema, layers, minZoom, maxZoom, bounds } = map.facts;
      const { id, name, attribution, approvalNumber, datum, validUntil } = map;
      const expired = validUntil !== null && validUntil < today;
      return { id, name, attribution, approvalNumber, datum, expired, kind, schema, layers, minZoom, maxZoom, bounds };
    };
    return ok({ light: show(maps.find(({ inLight }) => inLight)), dark: show(maps.find(({ inDark }) => inDark)) });
  },
});
