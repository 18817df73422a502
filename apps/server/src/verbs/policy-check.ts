/** Checks a policy pack in a file: every error by line with its remedy, then the duties that would arise in a city. Needs no database. */
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { packTools } from "#modules/governance/policy-tasks/index.ts";
import { createMessages } from "#platform/messages.ts";
import { type CalendarDate, dayOf, isCalendarDate } from "#platform/values.ts";
import { declarations } from "../declarations.ts";
import { readArguments } from "./arguments.ts";
import { misused, print, type Verb } from "./verb.ts";

const options = {
  city: { type: "string" },
  on: { type: "string" },
  duties: { type: "boolean" },
  document: { type: "string" },
} as const;

export const policyCheck: Verb = {
  name: "policy check",
  usage: "suiren policy check FILE [--city 330800] [--on DATE] [--duties] [--document TEXT]",
  what: `检查一个政策包：逐行列出错误和改法，再列出在该城市会产生的应尽事项（各级机构各多少）。不用数据库。--city 可为 330800、330400、310107；
    --on 看哪一天起下次应尽的日子；--duties 逐项列出；--document 给出原文（纯文本）时查有无照抄。没有错误时退出码 0。
    Checks a policy pack by line and shows the duties that would arise in a city; exit code 0 when nothing is wrong.`,
  async run(argv) {
    const given = readArguments(() => parseArgs({ args: [...argv], options, allowPositionals: true }));
    if (typeof given === "string") return misused(policyCheck, given);
    const [file] = given.positionals;
    const { on = dayOf(new Date()), city, duties = false, document } = given.values;
    if (!file || given.positionals.length > 1) return misused(policyCheck, "请给一个政策包文件  Name one file");
    if (!isCalendarDate(on)) return misused(policyCheck, `没有 ${on} 这一天  No such day`);
    const text = await read(file);
    const words = document === undefined ? undefined : await read(document);
    if (text === undefined || (document !== undefined && words === undefined)) return 1;
    const { registry, catalog } = declarations();
    const others = packTools.files().filter((each) => each.file !== basename(resolve(file)));
    const trial = await packTools.trial(text, { registry, catalog, code: city, others, document: words });
    if (!trial) return misused(policyCheck, `没有 ${city} 这个城市的区划  No such city`);
    const messages = createMessages(registry.modules.map((module) => module.messages ?? {}));
    for (const { line, column, severity, code, params } of trial.problems) {
      print(`${file}:${line}:${column} ${severity === "error" ? "错误" : "提醒"} ${messages.say(code, params, "zh")}`);
      print(`    ${messages.say(code, params, "en")}`);
    }
    const errors = trial.problems.filter(({ severity }) => severity === "error").length;
    if (trial.lines) for (const line of trial.lines(on as CalendarDate, duties)) print(line);
    print(errors === 0 ? "没有错误  No errors" : `${errors} 处错误，改好后再查  ${errors} errors`);
    return errors === 0 ? 0 : 3;
  },
};

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    process.stderr.write(`${path} 读不到：${error instanceof Error ? error.message : String(error)}  Cannot be read\n`);
    return undefined;
  }
}
