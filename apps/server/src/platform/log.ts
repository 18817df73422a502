import { type Logger, pino } from "pino";

export type Log = Logger;

/** Structured log on standard error; names of secrets are never printed. */
export const createLog = (level: string): Log =>
  pino(
    { level, base: null, redact: ["password", "*.password", "code", "*.secret", "headers.cookie"] },
    pino.destination({ fd: 2, sync: false }),
  );
