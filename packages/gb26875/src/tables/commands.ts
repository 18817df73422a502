/** Command bytes 命令字节, table 2 of clause 8.1. */
import type { Label } from "../trouble.ts";

/** `answers`: the commands that end the exchange, in the order of good and bad; empty where none is due. */
export interface Command extends Label {
  readonly direction: "up" | "down" | "both";
  readonly answers: readonly number[];
}

export const commands: Readonly<Record<number, Command>> = {
  1: { zh: "控制命令", en: "control", direction: "down", answers: [3, 6] },
  2: { zh: "发送数据", en: "upload", direction: "up", answers: [3, 6] },
  3: { zh: "确认", en: "acknowledge", direction: "both", answers: [] },
  4: { zh: "请求", en: "request", direction: "down", answers: [5, 6] },
  5: { zh: "应答", en: "answer", direction: "up", answers: [] },
  6: { zh: "否认", en: "deny", direction: "both", answers: [] },
};
