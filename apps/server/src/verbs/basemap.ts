/** `basemap add`, `basemap list`: base maps beside the running product, for files too large to send through a browser. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { grounds, keepFromFile, listBaseMaps, statement } from "#modules/ground/base-maps/index.ts";
import { readConfig } from "#platform/config.ts";
import { asWorker } from "#platform/db.ts";
import { createMessages } from "#platform/messages.ts";
import { orThrow } from "#platform/result.ts";
import { modules } from "../modules.ts";
import { withDatabase } from "./database.ts";
import { print, type Verb } from "./verb.ts";

const USAGE = `suiren basemap add FILE --name 名称 --source 来源 --attribution 署名 --datum cgcs2000|wgs84|gcj02|bd09
        [--approval 审图号] [--valid-until 2027-12-31] [--ground all|light|dark|none]`;

export const basemapAdd: Verb = {
  name: "basemap add",
  usage: USAGE,
  what: "导入底图：PMTiles 瓦片，或道路、建筑、绿地、水系的 GeoJSON；检查后启用。Imports a base map, checks it and puts it in force.",
  run: add,
};

const options = {
  name: { type: "string" },
  source: { type: "string" },
  attribution: { type: "string" },
  datum: { type: "string" },
  approval: { type: "string" },
  "valid-until": { type: "string" },
  ground: { type: "string", default: "all" },
} as const;

async function add(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  const { approval, "valid-until": validUntil, ground: where, ...rest } = values;
  const stated = statement.safeParse({ ...rest, approvalNumber: approval, validUntil });
  const ground = grounds.find((each) => each === where);
  const [file] = positionals;
  if (!file || !stated.success || !ground) {
    const wrong = stated.success ? [] : stated.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`);
    print([USAGE, ...wrong].join("\n"));
    return 2;
  }
  const config = orThrow(readConfig(process.env, process.cwd()));
  const given = { file: resolve(file), dataDir: config.dataDir, city: config.city, ground, stated: stated.data, progress: tell() };
  const kept = await withDatabase((db) => keepFromFile(db, given));
  if (!kept.ok) {
    print(createMessages(modules.map(({ messages }) => messages ?? {})).say(kept.refusal.code, kept.refusal.params, "zh"));
    return 1;
  }
  const { facts, cut } = kept.value;
  if (cut) print(`切成瓦片：画出 ${cut.drawn} 个要素，未画 ${cut.left} 个`);
  print(`底图已收下：${facts.tiles} 片瓦片，${facts.minZoom}–${facts.maxZoom} 级，${facts.schema ?? facts.kind}，启用于 ${ground}`);
  return 0;
}

/** One line for each tenth, so a log of several gigabytes stays short. */
function tell(): (bytes: number, of: number) => void {
  let told = 0;
  return (bytes, of) => {
    const tenth = Math.floor((bytes / of) * 10);
    if (tenth <= told || of < 100 * 2 ** 20) return;
    told = tenth;
    print(`${tenth * 10} %`);
  };
}

export const basemapList: Verb = {
  name: "basemap list",
  usage: "suiren basemap list",
  what: "底图清单：哪一份在用。Lists the base maps and where each is in force.",
  run: () =>
    withDatabase(async (db) => {
      for (const { id, state, name, datum, approvalNumber, inLight, inDark } of await asWorker(db, listBaseMaps)) {
        const where = [inLight ? "浅色" : "", inDark ? "深色" : ""].filter(Boolean).join("、") || "未启用";
        print([id, state, name, datum, approvalNumber ?? "无审图号", where].join("  "));
      }
      return 0;
    }),
};
