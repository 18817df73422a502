/** A command of the operator. `run` returns the exit code and prints its own result. */
export type Verb = { readonly name: string; readonly usage: string; readonly what: string; run(argv: readonly string[]): Promise<number> };

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
