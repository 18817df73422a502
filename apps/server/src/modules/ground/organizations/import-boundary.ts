/** 导入边界: an office's own boundary file, repaired where that is safe, refused with its reasons where it is not. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { AreaRange } from "#platform/values.ts";
import { knownCodes, saveBoundary } from "./boundaries.ts";
import type { BoundaryDatum, RepairedBoundary } from "./domain/boundary.ts";
import { forgetPublicCity } from "./public-city.ts";

/** Whoever administers a county changes the outlines of that county. */
const within = (city: AreaRange, own: AreaRange): AreaRange => ({ lo: Math.max(city.lo, own.lo), hi: Math.min(city.hi, own.hi) });

const LONGEST_MS = 60_000;

async function repairAside(geojson: unknown, datum: BoundaryDatum): Promise<RepairedBoundary> {
  const worker = new Worker(new URL("./repair-worker.ts", import.meta.url), { workerData: { geojson, datum } });
  try {
    const [repaired] = (await once(worker, "message", { signal: AbortSignal.timeout(LONGEST_MS) })) as [RepairedBoundary];
    return repaired;
  } finally {
    await worker.terminate();
  }
}

export const importBoundaryRoute = route({
  method: "POST",
  path: "/boundaries",
  summary: "导入行政区划边界",
  tag: "辖区",
  permission: "organizations.boundary",
  scope: "owner",
  input: z.object({
    /** A GeoJSON cannot say what its coordinates are in; whoever imports must. */
    datum: z.enum(["wgs84", "cgcs2000", "gcj02", "bd09"]),
    source: z.string().trim().min(2).max(200),
    geojson: z.looseObject({ type: z.string() }),
    /** Only look: say what would happen and keep nothing. */
    dryRun: z.boolean().default(false),
  }),
  output: z.object({
    saved: z.number().int(),
    areas: z.array(z.object({ code: z.string(), name: z.string() })),
    notes: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
  example: {
    input: {
      datum: "cgcs2000",
      source: "市自然资源和规划局 2026 年勘界成果",
      geojson: { type: "FeatureCollection", features: [] },
      dryRun: true,
    },
  },
  async run({ tx, actor, services, language, audit }, { datum, source, geojson, dryRun }) {
    const repaired = await repairAside(geojson, datum === "cgcs2000" ? "wgs84" : datum);
    if (!repaired.ok) {
      const problems = repaired.problems.filter(({ severity }) => severity === "refused");
      return refuse("invalid", "organizations.boundary_refused", { problems });
    }
    const codes = repaired.features.map(({ code }) => code);
    const known = await knownCodes(tx, codes, within(services.city.range, actor.area));
    const unknown = codes.filter((code) => !known.has(code));
    if (unknown.length > 0) return refuse("invalid", "organizations.boundary_unknown_area", { codes: unknown.join("、") });
    const mended = new Set(repaired.problems.map(({ params }) => String(params.code)));
    if (!dryRun) {
      for (const feature of repaired.features) await saveBoundary(tx, feature, source, mended.has(feature.code), actor.userId);
      forgetPublicCity(services.db);
    }
    audit({ action: dryRun ? "检查边界文件" : "导入边界", subject: "organizations.boundary", detail: { codes, source, datum } });
    return ok({
      saved: dryRun ? 0 : codes.length,
      areas: repaired.features.map(({ code, name }) => ({ code, name })),
      notes: repaired.problems.map(({ code, params }) => ({ code, message: services.messages.say(code, params, language) })),
    });
  },
});
