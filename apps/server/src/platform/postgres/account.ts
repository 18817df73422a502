/** Under whose name PostgreSQL runs. It refuses root, so a root start uses another account of the machine. */
import { execFile } from "node:child_process";
import { access, chmod, constants, mkdir } from "node:fs/promises";
import { promisify } from "node:util";
import { PostgresStartError } from "./start-error.ts";

/** An account other than our own; `null` wherever it is optional means: run as ourselves. */
export type Account = { readonly uid: number; readonly gid: number };

const preferred = ["postgres", "nobody"];

/** Picks `postgres` if the machine has it, else `nobody`, from the text of /etc/passwd. */
export function accountForRoot(passwd: string): Account {
  const entries = passwd.split("\n").map((line) => line.split(":"));
  for (const name of preferred) {
    const entry = entries.find((fields) => fields[0] === name);
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new PostgresStartError(
    "数据库不能以 root 身份运行，本机又没有 postgres 或 nobody 账户。请先执行：useradd --system postgres",
    "The database refuses to run as root, and this machine has neither a postgres nor a nobody account. Type: useradd --system postgres",
  );
}

/** Spawn options that become the account; Node drops the supplementary groups of root with them. */
export const asAccount = (account: Account | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {};

/** Whether the account may pass through a folder or run a file. The kernel is asked, so modes, ACLs and mounts all count. */
export async function canReach(account: Account | null, path: string): Promise<boolean> {
  const asking = account
    ? promisify(execFile)("/bin/sh", ["-c", '[ -x "$1" ]', "sh", path], { ...asAccount(account), cwd: "/" })
    : access(path, constants.X_OK);
  return asking.then(
    () => true,
    () => false,
  );
}

/** Makes a folder that every account may enter, whatever the umask. One that exists stays as it is. */
export async function makePassable(path: string): Promise<void> {
  if ((await mkdir(path, { recursive: true })) !== undefined) await chmod(path, 0o755);
}
