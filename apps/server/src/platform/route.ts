/**
 * A route is declared once: validation, OpenAPI, permission and the client's types are derived from it.
 * `run` decides and saves in one transaction under the caller's scope; a refusal rolls it back.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import type { AuditNote } from "./audit.ts";
import type { Tx } from "./db.ts";
import type { Language } from "./messages.ts";
import type { RefusalKind, Result } from "./result.ts";
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

/** What is said of a route, whoever answers it: the document, the client's types and the permission walk follow from here. */
export type Declared = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  /** What a partner must know beyond the summary. */
  readonly description?: string;
  readonly tag: string;
  readonly permission: Permission;
  readonly input: z.ZodType;
  /** What the fields of the input are called on screens, in Chinese, for whoever is told that one is wrong. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What the document says of the input where `input` lets more through, so that `run` can name every problem at once. */
  readonly shown?: z.ZodType;
  readonly output: z.ZodType;
  readonly example?: { readonly input?: unknown; readonly output?: unknown };
  /** Stands at the root of the server instead of under /api/v1: probes of the machine room. */
  readonly atRoot?: true;
  /**
   * Takes one file as `multipart/form-data` in the part `file`, or a stream of bytes as `application/octet-stream`; the input's other fields
   * stand in the query.
   */
  readonly takes?: "file" | "bytes";
  /** Media type of an answer that is no JSON; `output` describes its text, or says nothing of bytes. */
  readonly sends?: string;
  /** Status of success, 200 unless said. */
  readonly status?: 202;
  /** Answers of success without a body, beside the one with, and what each says. */
  readonly bare?: Readonly<Partial<Record<204 | 304, string>>>;
  /** Keys of the answer, at any depth, whose texts the program composed: they are read in the asker's language. */
  readonly composed?: readonly string[];
  /**
   * Proven otherwise than by a session, and looked at by the route itself: a partner's signature over the very bytes sent (the body then arrives as
   * a Buffer), or the token of an embedded page.
   */
  readonly proof?: "signature" | "bearer";
  /** Refusals beside those that follow from method, path, permission and input. */
  readonly refuses?: readonly RefusalKind[];
};

export type Route = Declared & {
  /** Runs past row-level security: only for routes that decide for themselves who sees what (session, public page). */
  readonly scope?: "owner";
  /**
   * Writes an audit entry even though it only reads (reveal, export). Writing routes always do, unless they say false: a sign of life every
   * few seconds would bury what people did. What such a route notes itself is written all the same.
   */
  readonly audited?: boolean;
  /** A refusal is itself a fact to keep (a failed login counts): the transaction commits, with what `run` wrote and noted. */
  readonly keepsRefusals?: true;
  run(context: RouteContext, input: never): Promise<Result<unknown>>;
};

/** A route that streams or needs the raw request. The door asks for the permission first and sends the value, unless it was hijacked. */
export type RawRoute = Declared & {
  answer(asked: {
    readonly actor: Actor;
    readonly request: FastifyRequest;
    readonly reply: FastifyReply;
    readonly services: Services;
  }): Promise<Result<unknown>>;
};

/** An answer is only read: lists may be readonly all the way down. */
type Shown<T> = T extends object ? { readonly [K in keyof T]: Shown<T[K]> } : T;

type Typed<I extends z.ZodType, O extends z.ZodType> = Omit<Route, "input" | "output" | "run"> & {
  readonly input: I;
  readonly output: O;
  run(context: RouteContext, input: z.output<I>): Promise<Result<Shown<z.input<O>>>>;
};

/** Declares a route. Input is the union of path parameters, query and body. */
export const route = <I extends z.ZodType, O extends z.ZodType>(declared: Typed<I, O>): Route => declared as unknown as Route;
