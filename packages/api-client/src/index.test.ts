import { expect, expectTypeOf, it } from "vitest";
import { createClient, type DutyAlarm, type Given, partsOf, type Takes } from "./index.ts";

it("values go into their place in the path, the rest into the query of what only asks", () => {
  expect(partsOf("GET", "/devices/{address}/messages", { address: "00 01/2", before: "", area: null, limit: 5 })).toEqual({
    path: "/devices/00%2001%2F2/messages",
    query: { limit: "5" },
    body: undefined,
  });
  expect(partsOf("DELETE", "/identity/posts/{id}", { id: "p", reason: "调离" })).toEqual({
    path: "/identity/posts/p",
    query: { reason: "调离" },
    body: undefined,
  });
});

it("what writes carries the rest as its body, empty values included", () => {
  expect(partsOf("PATCH", "/places/unit/{id}", { id: "u", version: 3, note: null })).toEqual({
    path: "/places/unit/u",
    query: {},
    body: { version: 3, note: null },
  });
  const form = new FormData();
  expect(partsOf("POST", "/files", form).body).toBe(form);
});

it("a path without its value is no request", () => {
  expect(() => partsOf("GET", "/duty/alarms/{id}", {})).toThrow("/duty/alarms/{id} needs id");
});

it("hands method, parts and options to whoever carries them, and knows what comes", async () => {
  const asked: unknown[] = [];
  const client = createClient<{ readonly signal?: AbortSignal }>(async (method, parts, options) => {
    asked.push([method, parts.path, parts.body, options]);
    return JSON.parse('{"tel":"tel:119"}');
  });
  const signal = new AbortController().signal;
  expect((await client.post("/duty/dial", { alarm: "a", dial: "b" }, { signal })).tel).toBe("tel:119");
  expect(asked).toEqual([["POST", "/duty/dial", { alarm: "a", dial: "b" }, { signal }]]);
  expectTypeOf(client.get<"/duty/alarms/{id}">).returns.resolves.toEqualTypeOf<DutyAlarm>();
  expectTypeOf<Takes<"GET", "/duty/alarms/{id}">>().toExtend<Given>();
  // @ts-expect-error an id is needed
  await client.get("/duty/alarms/{id}").catch(() => undefined);
  // @ts-expect-error there is no such path
  await client.get("/duty/bord").catch(() => undefined);
});
