import { type Logger, pino } from "pino";

export type Log = Logger;

/** What an error says of itself and nothing it carries along: the database driver hangs its client, password included, on some errors. */
export function plainError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: wordsOf(error) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(code === undefined ? {} : { code }),
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  };
}

/** The job runner reports some faults as plain objects. */
const wordsOf = (thrown: unknown): string =>
  typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : String(thrown);

/** Structured log on standard error; names of secrets are never printed. */
export const createLog = (level: string): Log =>
  pino(
    { level, base: null, serializers: { err: plainError }, redact: ["password", "*.password", "code", "*.secret", "headers.cookie"] },
    pino.destination({ fd: 2, sync: false }),
  );
