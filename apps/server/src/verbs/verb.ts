/** A command of the operator. `run` returns the exit code and prints its own result. */
import { userInfo } from "node:os";
import type { Messages } from "#platform/messages.ts";
import type { Refusal } from "#platform/result.ts";

export type Verb = { readonly name: string; readonly usage: string; readonly what: string; run(argv: readonly string[]): Promise<number> };

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Arguments that make no sense: what is wrong, how it goes. */
export function misused({ usage }: Pick<Verb, "usage">, problem: string): number {
  process.stderr.write(`${problem}\n${usage}\n`);
  return 2;
}

/** A refusal in both languages: nobody has chosen one at a terminal. */
export function sayRefusal({ code, params }: Refusal, messages: Messages): number {
  for (const language of ["zh", "en"] as const) process.stderr.write(`${messages.say(code, params, language)}\n`);
  return 1;
}

/** Who sits at the terminal, as the machine knows him: the audit has nothing better for what is done outside the product. */
export const machineUser = (): string => {
  try {
    return `操作系统账户 ${userInfo().username}`;
  } catch {
    return `操作系统账户 ${process.getuid?.() ?? "?"}`;
  }
};

/** Ends work in order on Ctrl-C and SIGTERM: what is half done is taken away again. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Interrupted());
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    return await work(stopping.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

export class Interrupted extends Error {}

const PROGRESS_MS = 2_000;

/** Says how far it is, now and then and not for every step. */
export function progress(): (line: () => string) => void {
  let last = performance.now();
  return (line) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    print(`  ${line()}`);
  };
}
