/** How the console asks: over real HTTP, against a server that answers as ours does. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { ApiError, api, onSessionLost, sessionApi } from "./api.ts";

type Asked = { readonly method: string; readonly url: string; readonly headers: IncomingMessage["headers"]; readonly body: string };
let server: Server;
let asked: Asked[] = [];
let answer: (request: Asked, response: ServerResponse) => void;

const json = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += String(piece);
    const each = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
    asked.push(each);
    answer(each, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const { fetch } = globalThis;
  // A page asks relative to its origin.
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${url}`, init));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});
afterEach(() => {
  asked = [];
});

it("a documented path carries its value, the rest goes into the query", async () => {
  answer = (_, response) => json(response, 200, { messages: [], next: null });
  expect(await api.get("/devices/{address}/messages", { address: "00 1", before: "" })).toEqual({ messages: [], next: null });
  expect(asked[0]).toMatchObject({ method: "GET", url: "/api/v1/devices/00%201/messages" });
  expect(asked[0]?.headers["x-suiren"]).toBe("1");
});

it("what the page asks while nobody touches it is marked as its own", async () => {
  answer = (_, response) => json(response, 200, {});
  await api.get("/work/counts");
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  await api.get("/work/counts");
  vi.useRealTimers();
  expect(asked.map(({ headers }) => headers["x-suiren-passive"])).toEqual([undefined, "1"]);
});

it("what writes sends its body as JSON, a removal asks in the query, a file goes as a form", async () => {
  answer = (_, response) => json(response, 200, {});
  await api.post("/duty/alarms/{id}/phoned-119", { id: "a1", who: "指挥中心 3 号" });
  await api.remove("/identity/posts/{id}", { id: "p1", reason: "调离" });
  const form = new FormData();
  form.append("file", new Blob(["x"]), "单位.xlsx");
  await api.post("places/unit/import", form);
  expect(asked.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`)).toEqual([
    "POST /api/v1/duty/alarms/a1/phoned-119",
    "DELETE /api/v1/identity/posts/p1?reason=调离",
    "POST /api/v1/places/unit/import",
  ]);
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ who: "指挥中心 3 号" });
  expect(asked[2]?.headers["content-type"]).toContain("multipart/form-data");
});

it("a refusal comes as its code, sentence and row errors", async () => {
  const problems = [{ field: "name", code: "ledger.required", message: "请填写" }];
  answer = (_, response) => json(response, 422, { code: "ledger.invalid", message: "有 1 处要改", params: { problems } });
  const refused = await api.post("places/unit", {}).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({ status: 422, code: "ledger.invalid", message: "有 1 处要改", problems });
});

it("a lost session is asked for once, and the same request goes out again; a question about the session is answered", async () => {
  let signedIn = false;
  answer = (_, response) =>
    signedIn ? json(response, 200, { tel: "tel:119" }) : json(response, 401, { code: "http.signed_out", message: "请先登录", params: {} });
  await expect(sessionApi.get("/me")).rejects.toMatchObject({ status: 401 });
  onSessionLost(async () => {
    signedIn = true;
  });
  expect(await api.post("/duty/dial", { alarm: "a", dial: "b" })).toEqual({ tel: "tel:119" });
  expect(asked.map(({ url }) => url)).toEqual(["/api/v1/me", "/api/v1/duty/dial", "/api/v1/duty/dial"]);
});

it("an answer that has not changed is not sent again", async () => {
  answer = ({ headers }, response) =>
    headers["if-none-match"] === '"1"' ? response.writeHead(304).end() : json(response, 200, { areas: [] }, { etag: '"1"' });
  const [first, second] = [await api.get("/areas"), await api.get("/areas")];
  expect([first, second]).toEqual([{ areas: [] }, { areas: [] }]);
  expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"']);
});
