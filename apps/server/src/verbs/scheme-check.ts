/** Checks a scheme of assessment from its file alone, against the measures this program knows: every error with its line. */
import { readFile } from "node:fs/promises";
import { readScheme } from "#modules/governance/assessment/index.ts";
import { createMessages } from "#platform/messages.ts";
import { declarations } from "../declarations.ts";
import { misused, print, type Verb } from "./verb.ts";

export const schemeCheck: Verb = {
  name: "scheme check",
  usage: "suiren scheme check FILE.yaml",
  what: "检查考核方案文件，逐行报出错误，不用数据库。Checks a scheme of assessment and names every error by line.",
  async run([file, ...rest]) {
    if (!file || rest.length > 0) return misused(schemeCheck, "请给一个方案文件  Give one file");
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) {
      process.stderr.write(`${file} 读不到  Cannot be read\n`);
      return 1;
    }
    const { registry } = declarations();
    const reading = readScheme(text, registry.measures);
    if (reading.ok) {
      const { scheme } = reading;
      print(
        `${scheme.title}（${scheme.scheme}）：${scheme.dimensions.length} 个维度，${scheme.indicators.length} 项指标，满分 ${scheme.full}，没有错误  No errors`,
      );
      return 0;
    }
    const messages = createMessages(registry.modules.map((module) => module.messages ?? {}));
    for (const { line, code, params } of reading.errors) print(`${file}:${line}  ${messages.say(code, params, "zh")}`);
    return 1;
  },
};
