/**
 * `npm run bench`: the budgets of the architecture measured on this machine, as a Markdown table and in .bench/latest.json.
 * `-- --only lists,start` takes some parts, `-- --quick` shortens the long ones. Ends with 1 when a budget is missed.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { noBrowser, openBrowser } from "../stage/browser.ts";
import { demoCity } from "../stage/panel.ts";
import { ROOT, type Server, startServer } from "../stage/server.ts";
import { benchAlarmToBrowser } from "./alarm-browser.ts";
import { buildCity } from "./city-size.ts";
import { benchCodec } from "./codec.ts";
import { benchDraw } from "./draw.ts";
import { runDurability } from "./durability.ts";
import { benchDuties } from "./duties.ts";
import { benchField } from "./field.ts";
import { type Figure, isMet, markdown, ratioOf } from "./figure.ts";
import { benchHalves } from "./halves.ts";
import { benchHazards } from "./hazards.ts";
import { benchImport } from "./import.ts";
import { benchIngest } from "./ingest.ts";
import { benchLists } from "./lists.ts";
import { benchMap } from "./map.ts";
import { benchMyWork } from "./my-work.ts";
import { benchPageWeight } from "./page-weight.ts";
import { benchStart } from "./start.ts";

const OUT = join(ROOT, ".bench");
/** Ten times as many rows as before there were hazards. */
const GENERATE_BUDGET_S = 600;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Part = { readonly name: string; run(quick: boolean): Promise<readonly Figure[]> };

const parts: readonly Part[] = [
  { name: "codec", run: codec },
  { name: "draw", run: () => Promise.resolve(benchDraw()) },
  { name: "start", run: start },
  { name: "page", run: () => withStage(benchPageWeight) },
  { name: "field", run: (quick) => withStage((browser, server) => benchField(browser, server, quick ? 20 : undefined)) },
  {
    name: "alarm",
    run: (quick) =>
      withStage(async (browser, server) => benchAlarmToBrowser(browser, server, await demoCity(), quick ? { alarms: 20 } : {})),
  },
  { name: "lists", run: lists },
  { name: "map", run: map },
  { name: "ingest", run: ingest },
  { name: "halves", run: (quick) => benchHalves(quick ? { halves: 100_000 } : {}) },
  { name: "durability", run: durability },
  { name: "import", run: imports },
  { name: "duties", run: (quick) => benchDuties(quick ? { share: 0.1, events: 10, boards: 100 } : {}) },
];

async function codec(): Promise<readonly Figure[]> {
  return benchCodec();
}

/** An installed system is one that was started before. */
async function start(): Promise<readonly Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-start-"));
  try {
    const first = await startServer({ dataDir });
    await first.stop();
    const note = "empty directory to ready, with the demonstration city";
    return [{ name: "first start", value: first.readyMs, unit: "ms", budget: null, note }, ...(await benchStart(dataDir))];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withStage(work: (browser: Browser, server: Server) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const missing = noBrowser();
  if (missing !== null) {
    say(missing);
    return [];
  }
  const [server, browser] = [await startServer(), await openBrowser()];
  try {
    return await work(browser, server);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function lists(quick: boolean): Promise<readonly Figure[]> {
  const city = await buildCity(quick ? 0.1 : 1);
  try {
    const { figures, slow, sequential } = await benchLists(city, { seconds: quick ? 5 : 30 });
    await writeFile(join(OUT, "lists-slow.json"), JSON.stringify({ slow, sequential }, null, 1));
    say(
      `  slowest: ${slow
        .slice(0, 5)
        .map(({ name, ms }) => `${name} ${ms.toFixed(0)} ms`)
        .join(", ")}; all with their plans in .bench/lists-slow.json`,
    );
    const work = await benchMyWork(city);
    const hazards = quick ? [] : await benchHazards(city);
    return [
      { name: "filling the city", value: city.generateMs / 1_000, unit: "s", budget: quick ? null : GENERATE_BUDGET_S, note: "" },
      ...figures,
      {
        name: "statements that read a big table whole",
        value: new Set(sequential.map(({ name }) => name)).size,
        unit: "",
        budget: 0,
        note: [...new Set(sequential.map(({ table }) => table))].join(", "),
      },
      ...work.figures,
      {
        name: "my work: statements that read a big table whole",
        value: work.sequential.length,
        unit: "",
        budget: 0,
        note: work.sequential.join(", "),
      },
      ...hazards,
    ];
  } finally {
    await city.stop();
  }
}

/** The product beside a city of full size, seen in a browser. */
async function map(quick: boolean): Promise<readonly Figure[]> {
  const missing = noBrowser();
  if (missing !== null) {
    say(missing);
    return [];
  }
  const city = await buildCity(quick ? 0.1 : 0.5, ["hazard_loop.hazard"]); // 102,000 units: more than one map shows
  const [server, browser] = [await startServer({ env: { DATABASE_URL: city.databaseUrl } }), await openBrowser()];
  try {
    return await benchMap(browser, server);
  } finally {
    await browser.close();
    await server.stop();
    await city.stop();
  }
}

async function ingest(quick: boolean): Promise<readonly Figure[]> {
  const figures = await benchIngest(quick ? { connections: 1_000, seconds: 5 } : {});
  const { acknowledgedPerSecond, ratio, lost, latencyMs, connections, rawCopyPerSecond, bytesPerIdleConnection } = figures;
  const { inBurstsPerSecond, ratioInBursts, inBurstsLost } = figures;
  const rate = { name: "durable ingest, acknowledged after commit", value: acknowledgedPerSecond, unit: "/s", budget: 15_000 };
  return [
    { ...rate, limit: "least", note: `${connections.toLocaleString("en-US")} connections, a segment each, p99 ${latencyMs.p99} ms` },
    {
      name: "the same against raw COPY",
      value: ratio * 100,
      unit: "%",
      budget: 30,
      limit: "least",
      note: `COPY ${rawCopyPerSecond.toLocaleString("en-US")} rows/s`,
    },
    {
      name: "in bursts of eight, as panels send in a storm",
      value: ratioInBursts * 100,
      unit: "%",
      budget: 30,
      limit: "least",
      note: `${inBurstsPerSecond.toLocaleString("en-US")} acknowledged a second`,
    },
    { name: "ingest: messages lost", value: lost + inBurstsLost, unit: "", budget: 0, note: "" },
    { name: "memory of an idle connection", value: bytesPerIdleConnection / 1024, unit: "KB", budget: null, note: "" },
  ];
}

async function durability(quick: boolean): Promise<readonly Figure[]> {
  const { kills, missing, twice, acknowledged } = await runDurability(quick ? { kills: 3 } : {});
  const note = `${kills} times SIGKILL under load, ${acknowledged.toLocaleString("en-US")} acknowledged`;
  return [
    { name: "acknowledged and not stored", value: missing, unit: "", budget: 0, note },
    { name: "stored twice", value: twice, unit: "", budget: 0, note: "" },
  ];
}

async function imports(quick: boolean): Promise<readonly Figure[]> {
  const all = await benchImport(quick ? [5_000] : [50_000, 200_000]);
  return all.flatMap(({ rows, checkedS, savedS, rssGrowthMb, exportS }) => {
    const of = `${rows.toLocaleString("en-US")} rows`;
    return [
      {
        name: `Excel import, ${of}: read and checked`,
        value: checkedS,
        unit: "s",
        budget: null,
        note: `memory grew by ${Math.round(rssGrowthMb)} MB`,
      },
      { name: `Excel import, ${of}: stored`, value: savedS, unit: "s", budget: null, note: "" },
      { name: `Excel export, ${of}`, value: exportS, unit: "s", budget: null, note: "" },
    ];
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: "string", default: "" }, quick: { type: "boolean", default: false } } });
  const names = values.only === "" ? parts.map(({ name }) => name) : values.only.split(",");
  const strange = names.filter((name) => !parts.some((part) => part.name === name));
  if (strange.length > 0) {
    say(`没有 ${strange.join("、")}。Parts: ${parts.map(({ name }) => name).join(", ")}`);
    return 2;
  }
  await mkdir(OUT, { recursive: true });
  const figures: (Figure & { readonly part: string })[] = [];
  const failed: string[] = [];
  for (const part of parts.filter(({ name }) => names.includes(name))) {
    say(`${part.name} …`);
    try {
      figures.push(...(await part.run(values.quick)).map((figure) => ({ ...figure, part: part.name })));
    } catch (error) {
      failed.push(part.name);
      say(`✗ ${part.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  const machine = await describeMachine();
  const results = figures.map((figure) => ({ ...figure, ok: isMet(figure), ratio: ratioOf(figure) }));
  await writeFile(
    join(OUT, "latest.json"),
    JSON.stringify({ at: new Date().toISOString(), machine, quick: values.quick, failed, results }, null, 2),
  );
  say(`\n${machine}\n\n${markdown(figures)}`);
  return failed.length === 0 && results.every(({ ok }) => ok !== false) ? 0 : 1;
}

async function describeMachine(): Promise<string> {
  const limit = Number(await readFile("/sys/fs/cgroup/memory.max", "utf8").catch(() => "")) || totalmem();
  const load = loadavg()[0]?.toFixed(1);
  return `${cpus()[0]?.model.trim() ?? "?"}, ${availableParallelism()} cores, ${Math.round(Math.min(limit, totalmem()) / 2 ** 30)} GB, Node ${process.versions.node}, load ${load} at the end`;
}

process.exitCode = await main();
