/** Recomputes a published draw from its package alone: a file, an address, or the number of a draw this machine's server publishes. */
import { readFile } from "node:fs/promises";
import { drawPackage, verifyPackage } from "#modules/supervision/inspection/index.ts";
import { misused, print, type Verb } from "./verb.ts";

const DEFAULT_SERVER = `http://127.0.0.1:${process.env.SUIREN_PORT ?? "8119"}`;
const NUMBER = /^\d{6}-\d{4}Q[1-4]-\d+$/;

export const drawVerify: Verb = {
  name: "draw verify",
  usage: "suiren draw verify <复算包.json | 地址 | 批次号，如 330802-2026Q2-1>",
  what: "只凭公布的复算包重算双随机，逐家比对，不用数据库。Recomputes a draw from its published package alone.",
  async run([from, ...rest]) {
    if (!from || rest.length > 0) return misused(drawVerify, "请给一个复算包文件、地址或批次号  Give one package, address or number");
    const text = await read(from);
    if (text === undefined) return 1;
    const parsed = drawPackage.safeParse(parse(text));
    if (!parsed.success) {
      process.stderr.write(
        `不是复算包：${parsed.error.issues[0]?.path.join(".") ?? ""} ${parsed.error.issues[0]?.message ?? ""}\nNot a package of a draw\n`,
      );
      return 2;
    }
    const { number, title, commitment, random } = parsed.data;
    const { same, differs, objects, picks, inspectors } = verifyPackage(parsed.data);
    print(`${title}（${number}）`);
    print(`承诺 SHA-256 ${commitment.sha256}，${commitment.publishedAt} 公布`);
    if (random) print(`公开随机数 ${random.text}，${random.source}，${random.at}`);
    if (same)
      print(`相同：从 ${objects} 家、${inspectors} 人中抽出的 ${picks} 家及人员逐一相同  Same: ${picks} units and their inspectors`);
    else for (const line of differs) print(`不同：${line}`);
    return same ? 0 : 1;
  },
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function read(from: string): Promise<string | undefined> {
  const address = NUMBER.test(from) ? `${DEFAULT_SERVER}/api/v1/public/draws/${from}` : from;
  try {
    if (!/^https?:\/\//.test(address)) return await readFile(address, "utf8");
    const response = await fetch(address);
    if (response.ok) return await response.text();
    process.stderr.write(`${address} 答复 ${response.status}，没有取到  Not found there\n`);
  } catch (error) {
    process.stderr.write(`${address} 读不到：${error instanceof Error ? error.message : String(error)}  Cannot be read\n`);
  }
  return undefined;
}
