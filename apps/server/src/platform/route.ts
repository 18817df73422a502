/**
 * A route is declared once: validation, OpenAPI, permission and the client's types are derived from it.
 * `run` decides and saves in one transaction under the caller's scope; a refusal rolls it back.
 */
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import type { AuditNote } from "./audit.ts";
import type { Tx } from "./db.ts";
import type { Language } from "./messages.ts";
import type { Result } from "./result.ts";
import type { Services } from "./services.ts";
import type { CalendarDate } from "./values.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
/** `public`: anybody; `signed-in`: any session; else the permission's name. */
export type Permission = "public" | "signed-in" | (string & {});

export type RouteContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly services: Services;
  readonly language: Language;
  readonly cookies: Cookies;
  /** Address of the caller, for lock-out and audit. */
  readonly address: string;
  /** Adds to the audit entry of this request (written with it, in the same transaction). */
  audit(note: AuditNote): void;
};

/** Cookies of this request, and those its answer sets (HttpOnly, SameSite=Lax, Secure behind https). */
export type Cookies = {
  get(name: string): string | undefined;
  set(name: string, value: string, options: { readonly maxAgeSeconds: number }): void;
  clear(name: string): void;
};

export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly permission: Permission;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly example?: { readonly input?: unknown; readonly output?: unknown };
  /** Runs past row-level security: only for routes that decide for themselves who sees what (session, public page). */
  readonly scope?: "owner";
  /**
   * Writes an audit entry even though it only reads (reveal, export). Writing routes always do, unless they say false: a sign of life every
   * few seconds would bury what people did. What such a route notes itself is written all the same.
   */
  readonly audited?: boolean;
  /** Keys of the answer, at any depth, whose texts the program composed: they are read in the asker's language. */
  readonly composed?: readonly string[];
  /** A refusal is itself a fact to keep (a failed login counts): the transaction commits, with what `run` wrote and noted. */
  readonly keepsRefusals?: true;
  run(context: RouteContext, input: never): Promise<Result<unknown>>;
};

type Typed<I extends z.ZodType, O extends z.ZodType> = Omit<Route, "input" | "output" | "run"> & {
  readonly input: I;
  readonly output: O;
  run(context: RouteContext, input: z.output<I>): Promise<Result<z.input<O>>>;
};

/** Declares a route. Input is the union of path parameters, query and body. */
export const route = <I extends z.ZodType, O extends z.ZodType>(declared: Typed<I, O>): Route => declared as unknown as Route;
