/**
 * The generated client of /api/v1 on this page's way of asking: JSON in and out, refusals as `ApiError`, one place where a lost session is noticed.
 * A request that meets a lost session waits for the person to sign in again and is then sent once more, so nothing typed is lost.
 */
import {
  type Client,
  createClient,
  type Given,
  type Method,
  partsOf,
  type Refusal,
  type Problem as RefusedProblem,
} from "@suiren/api-client";
import { setServerTime } from "./clock.ts";
import { getLanguage } from "./i18n.ts";
import { presenceHeaders } from "./presence.ts";

/** What is wrong with one field of a form. */
export type Problem = RefusedProblem & { readonly field: string };

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly incident: string | undefined;
  constructor(status: number, body: Refusal) {
    super(body.message);
    this.name = "ApiError";
    this.status = status;
    this.code = body.code;
    this.params = body.params;
    const { incident } = body.params;
    this.incident = body.incident ?? (typeof incident === "string" ? incident : undefined);
  }
  /** Row errors of a form, by field. */
  get problems(): readonly Problem[] {
    const { problems } = this.params;
    return Array.isArray(problems) ? problems : [];
  }
}

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type RequestOptions = {
  readonly query?: Query | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** The question itself is about the session (sign-in, who am I): a 401 is an answer, not a lost session. */
  readonly aboutSession?: boolean;
};

const BASE = "/api/v1";

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  const text = search.toString();
  return `${BASE}/${path.replace(/^\//, "")}${text ? `?${text}` : ""}`;
}

/** How the shell asks the person to sign in again; resolves when he has. */
let signInAgain: (() => Promise<void>) | null = null;
export function onSessionLost(ask: () => Promise<void>): void {
  signInAgain = ask;
}

const remembered = new Map<string, { readonly etag: string; readonly body: unknown }>();

/** @throws ApiError with the server's code and sentence; `network.away` when nothing answered */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const url = address(path, options.query);
  const response = await send(method, url, options);
  if (response.status === 401 && !options.aboutSession && signInAgain) {
    await signInAgain();
    return read<T>(await send(method, url, options), url);
  }
  return read<T>(response, url);
}

async function send(method: string, url: string, { body, signal }: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": getLanguage(),
    "x-suiren": "1",
    ...presenceHeaders(),
  };
  const known = method === "GET" ? remembered.get(url) : undefined;
  if (known) headers["if-none-match"] = known.etag;
  // A form names its own parts, a blob is bytes; anything else is JSON.
  const isRaw = body instanceof FormData || body instanceof Blob;
  if (body instanceof Blob) headers["content-type"] = "application/octet-stream";
  else if (body !== undefined && !isRaw) headers["content-type"] = "application/json";
  const payload = isRaw ? body : body === undefined ? null : JSON.stringify(body);
  try {
    return await fetch(url, { method, headers, body: payload, credentials: "same-origin", signal: signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, { code: "network.away", message: awaySentence(), params: {} });
  }
}

const awaySentence = (): string => (getLanguage() === "zh" ? "连不上服务器，请检查网络后重试" : "The server cannot be reached");

async function read<T>(response: Response, url: string): Promise<T> {
  const date = response.headers.get("date");
  if (date) setServerTime(date);
  const known = remembered.get(url);
  if (response.status === 304 && known) return parseJson(JSON.stringify(known.body));
  const text = await response.text();
  if (!response.ok) throw new ApiError(response.status, refusalOf(text, response.status));
  if (!text) return parseJson("{}");
  const body: T = parseJson(text);
  const etag = response.headers.get("etag");
  if (etag) remembered.set(url, { etag, body });
  return body;
}

function parseJson<T>(text: string): T {
  return JSON.parse(text);
}

function refusalOf(text: string, status: number): Refusal {
  try {
    const body: Partial<Refusal> = JSON.parse(text);
    if (typeof body.code === "string")
      return {
        code: body.code,
        message: body.message ?? body.code,
        params: body.params ?? {},
        ...(body.incident ? { incident: body.incident } : {}),
      };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { code: `http.${status}`, message: status >= 500 ? awaySentence() : `HTTP ${status}`, params: {} };
}

/** Of a ledger known only at run time: the caller says what comes. A documented path that does not fit its types is not let through here. */
type Loose = <T, P extends string = string>(path: P extends `/${string}` ? never : P, given?: Given, signal?: AbortSignal) => Promise<T>;
/** Documented paths begin with a slash, `/duty/alarms/{id}`, and bring their types; those of a ledger found at run time do not. */
type Api = { readonly [M in keyof Client<AbortSignal>]: Client<AbortSignal>[M] & Loose };

const call =
  (method: Method) =>
  async <T>(path: string, given?: Given, signal?: AbortSignal): Promise<T> => {
    const { path: placed, query, body } = partsOf(method, path, given);
    return request(method, placed, { query, body, signal });
  };
const calls = { get: call("GET"), post: call("POST"), put: call("PUT"), patch: call("PATCH"), remove: call("DELETE") };
/** Said, not proved, as in the client's own `createClient`. */
export const api = calls as unknown as Api;

/** The same questions, asked about the session itself: a 401 is an answer. */
export const sessionApi = createClient<AbortSignal>((method, { path, query, body }) =>
  request(method, path, { query, body, aboutSession: true }),
);

/** A sentence for any failure, for toasts and blocks. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
