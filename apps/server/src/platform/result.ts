/**
 * The two answers of a decision: a value, or a refusal. A refusal is expected and is data; a bug is thrown.
 * `code` is `module.reason`, defined where it is decided; its sentence stands in the locale files under that code.
 */
export type RefusalKind = "invalid" | "not_found" | "forbidden" | "conflict" | "unauthenticated" | "too_many" | "unavailable" | "too_large";
export type RefusalParams = Readonly<Record<string, unknown>>;
export type Refusal = { readonly kind: RefusalKind; readonly code: string; readonly params: RefusalParams };
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = (kind: RefusalKind, code: string, params: RefusalParams = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { kind, code, params },
});

/** One table maps a refusal's kind to an HTTP status. */
export const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  unauthenticated: 401,
  too_many: 429,
  unavailable: 503,
  too_large: 413,
};

/** A refusal that must leave through a stack of calls and roll the transaction back; only the shell throws and catches it. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "RefusalError";
    this.refusal = refusal;
  }
}

/** Takes the value of a result or throws its refusal, for the shell around decisions. */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RefusalError(result.refusal);
}
