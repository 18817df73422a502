/** Export 导出: the workbook the screen would send, written to a file. */
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Entry } from "#platform/ledger/catalog.ts";
import { exportLedger } from "#platform/ledger/excel/export.ts";
import { listInput } from "#platform/ledger/routes.ts";
import { createMessages } from "#platform/messages.ts";
import { orThrow, RefusalError } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { readArguments } from "./arguments.ts";
import { actorFor, findLedger, terminalMessages, withServices } from "./services.ts";
import { Interrupted, interruptible, misused, print, progress, sayRefusal, type Verb } from "./verb.ts";

const options = {
  view: { type: "string" },
  where: { type: "string" },
  q: { type: "string" },
  sort: { type: "string" },
  area: { type: "string" },
  as: { type: "string" },
  to: { type: "string" },
} as const;

export const exportVerb: Verb = {
  name: "export",
  usage: "suiren export LEDGER --as ACCOUNT --to FILE.xlsx [--view V] [--where JSON] [--q TEXT] [--sort FIELD] [--area CODE]",
  what: `把台账导出为 Excel，与页面导出的相同：按该账号的权限与辖区，个人信息脱敏，记入审计。LEDGER 如 places.unit；--where 与接口的 where 相同。
    Exports a ledger as the screen does, under the rights of the account, audited.`,
  async run(argv) {
    const given = readArguments(() => parseArgs({ args: [...argv], options, allowPositionals: true }));
    if (typeof given === "string") return misused(exportVerb, given);
    const { values, positionals } = given;
    const [name] = positionals;
    const { as, to, area, ...rest } = values;
    if (name === undefined || positionals.length > 1 || !as || !to)
      return misused(exportVerb, "请给出台账、--as 账号和 --to 文件  Name the ledger, --as and --to");
    const query = listInput.safeParse(rest);
    if (!query.success) return misused(exportVerb, `${query.error.issues[0]?.path.join(".")}: ${query.error.issues[0]?.message}`);
    return withServices((services) =>
      interruptible((signal) => run({ name, as, area, path: resolve(to), query: query.data, signal }, services)),
    );
  },
};

type Wanted = {
  readonly name: string;
  readonly as: string;
  readonly area: string | undefined;
  readonly path: string;
  readonly query: ReturnType<typeof listInput.parse>;
  readonly signal: AbortSignal;
};

async function run({ name, as, area, path, query, signal }: Wanted, services: Services): Promise<number> {
  try {
    if (existsSync(path)) throw new RefusalError({ kind: "conflict", code: "terminal.file_exists", params: { path } });
    const entry: Entry = orThrow(findLedger(services, name));
    const actor = orThrow(await actorFor({ account: as, area, permission: `${entry.ledger.name}.export` }, services));
    const { bytes } = orThrow(await exportLedger(entry, query, actor, services, "zh"));
    const size = await write(path, bytes, signal);
    print(`已导出 ${entry.ledger.label}：${path}（${(size / 1024).toFixed(0)} KB）`);
    return 0;
  } catch (error) {
    if (error instanceof RefusalError) return sayRefusal(error.refusal, { say: (...all) => sentences(services).say(...all) });
    if (!(error instanceof Interrupted)) throw error;
    print("已停止，没有留下半个文件  Stopped; no half file is left");
    return 130;
  }
}

/** The product's own sentences, and the terminal's. */
export const sentences = ({ registry, messages }: Services) => {
  const own = createMessages([terminalMessages, ...registry.modules.map((module) => module.messages ?? {})]);
  return {
    say: (...[code, params, language]: Parameters<typeof own.say>) =>
      (code in terminalMessages ? own : messages).say(code, params, language),
  };
};

/** Under another name until the last byte is on the disk. */
async function write(path: string, bytes: AsyncIterable<Buffer>, signal: AbortSignal): Promise<number> {
  const draft = `${path}.partial`;
  const file = await open(draft, "w", 0o600);
  const say = progress();
  let size = 0;
  try {
    for await (const chunk of bytes) {
      signal.throwIfAborted();
      await file.writeFile(chunk);
      size += chunk.length;
      say(() => `已写 ${(size / 1_048_576).toFixed(1)} MB`);
    }
    await file.sync();
    await file.close();
    await rename(draft, path);
    return size;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}
