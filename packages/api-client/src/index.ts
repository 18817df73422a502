/**
 * The client of /api/v1: paths, what they take and what they give, from the OpenAPI document. How a request travels is the caller's business,
 * so the console brings its session handling and a partner's program its own `fetch`.
 */
import type { Operations } from "./api.generated.ts";

export type * from "./api.generated.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Key<M extends Method, P extends string> = `${M} ${P}` & keyof Operations;
/** The documented paths of a method, `/duty/alarms/{id}`. */
export type PathOf<M extends Method> = { [K in keyof Operations]: K extends `${M} ${infer P}` ? P : never }[keyof Operations];
/** What an operation takes: the values of its path, its query and its body in one. */
export type Takes<M extends Method, P extends string> = Operations[Key<M, P>]["takes"];
export type Gives<M extends Method, P extends string> = Operations[Key<M, P>]["gives"];

export type Given = Readonly<Record<string, unknown>> | FormData;
export type Parts = {
  /** With the values in place, below /api/v1. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | FormData | undefined;
};

const isForm = (given: Given): given is FormData => typeof FormData !== "undefined" && given instanceof FormData;

/** Where each given value goes: into its place in the path, else into the query (GET, DELETE) or the body. Empty values ask nothing. */
export function partsOf(method: Method, path: string, given: Given = {}): Parts {
  if (isForm(given)) return { path, query: {}, body: given };
  const rest = new Map(Object.entries(given));
  const placed = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    if (value === undefined || value === null || value === "") throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  if (method !== "GET" && method !== "DELETE") return { path: placed, query: {}, body: Object.fromEntries(rest) };
  const asked = [...rest].filter(([, value]) => value !== undefined && value !== null && value !== "");
  return { path: placed, query: Object.fromEntries(asked.map(([key, value]) => [key, String(value)])), body: undefined };
}

type Asked<T, O> = Record<never, never> extends T ? [given?: T, options?: O] : [given: T, options?: O];
export type Call<M extends Method, O> = <P extends PathOf<M>>(path: P, ...asked: Asked<Takes<M, P>, O>) => Promise<Gives<M, P>>;
export type Client<O> = {
  readonly get: Call<"GET", O>;
  readonly post: Call<"POST", O>;
  readonly put: Call<"PUT", O>;
  readonly patch: Call<"PATCH", O>;
  readonly remove: Call<"DELETE", O>;
};

/** Carries a request out; `options` are whatever its caller hands on, such as a signal. */
export type Send<O> = <T>(method: Method, parts: Parts, options?: O) => Promise<T>;

export function createClient<O = { readonly signal?: AbortSignal }>(send: Send<O>): Client<O> {
  const call =
    (method: Method) =>
    async <T>(path: string, given?: Given, options?: O): Promise<T> =>
      send<T>(method, partsOf(method, path, given), options);
  const calls = { get: call("GET"), post: call("POST"), put: call("PUT"), patch: call("PATCH"), remove: call("DELETE") };
  // Said, not proved: held against every path and what it takes, this one line was half of all the compiler does.
  return calls as unknown as Client<O>;
}
