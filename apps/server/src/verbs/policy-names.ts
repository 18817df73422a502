/** What a policy pack may name: figures with their units, ledgers with their fields, cases, kinds of organs. Needs no database. */
import { packTools } from "#modules/governance/policy-tasks/index.ts";
import { declarations } from "../declarations.ts";
import { print, type Verb } from "./verb.ts";

export const policyNames: Verb = {
  name: "policy names",
  usage: "suiren policy names [WORD…]",
  what: `列出写政策包时可用的名字：指标（含单位）、台账（含栏）、办件、机构类别；给词则只列含这些词的，中文英文都可，如 policy names 接入率。
    Lists the measures, ledgers, cases and kinds of organs a policy pack may name.`,
  async run(words) {
    const { registry, catalog } = declarations();
    const lines = packTools.names({ registry, catalog }, words);
    for (const line of lines) print(line);
    if (lines.length === 0) print("没有含这些词的名字；平台还没有的数在政策包里写 awaits  Nothing by these words");
    return 0;
  },
};
