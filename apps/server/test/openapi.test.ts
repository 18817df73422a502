/** The document partners build against: valid OpenAPI 3.1, complete, in Chinese, and every example fits its own schema. */
import { gzipSync } from "node:zlib";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openApi, openApiInBreaths } from "#platform/http/openapi.ts";
import { urlOf } from "#platform/http/server.ts";
import type { Declared } from "#platform/route.ts";
import { declarations } from "../src/declarations.ts";
import { declaredRoutes, straysAmong } from "../src/http-app.ts";

type Json = Readonly<Record<string, unknown>>;
type Media = { readonly schema?: Json; readonly example?: unknown };
type Operation = {
  readonly summary: string;
  readonly operationId: string;
  readonly "x-permission": string;
  readonly parameters?: readonly Json[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, Media>> }>>;
};

const routes = declaredRoutes(declarations());
const document = openApi(routes, "0.1.0");
const paths = document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ at: `${method.toUpperCase()} ${path}`, method, path, operation })),
);

const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "document", ...document });

/** The documents' own references, as seen from a schema taken out of it. */
const fits = (schema: unknown, value: unknown): string | undefined => {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text));
  compiled.set(text, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
};
const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

it("is valid OpenAPI 3.1", async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
});

it("the validator and the examples' check can say no", async () => {
  const broken = structuredClone(document) as { paths: Record<string, unknown> };
  broken.paths["/api/v1/broken"] = { get: { responses: { 200: { content: {} } } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
  expect(fits({ $ref: "#/components/schemas/DutyBoard" }, { now: "yesterday" })).toContain("must have required property");
});

it("names every operation once, in Chinese, with its permission", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(operations.filter(({ operation }) => !/\p{Script=Han}/u.test(operation.summary)).map(({ at }) => at)).toEqual([]);
  expect(operations.filter(({ operation }) => !operation["x-permission"]).map(({ at }) => at)).toEqual([]);
  expect(operations.length).toBe(routes.length);
});

it("every JSON body and answer has an example, and each fits its own schema", () => {
  const wrong: string[] = [];
  for (const { at, operation } of operations) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)].flatMap((each) => Object.entries(each?.content ?? {}));
    for (const [mediaType, { schema, example }] of bodies) {
      if (mediaType !== "application/json") continue;
      const problem = example === undefined ? "has no example" : fits(schema, example);
      if (problem) wrong.push(`${at}: ${problem} ${JSON.stringify(example)?.slice(0, 200)}`);
    }
    for (const parameter of operation.parameters ?? [])
      if ("example" in parameter) {
        const problem = fits(parameter.schema, parameter.example);
        if (problem) wrong.push(`${at} ${String(parameter.name)}: ${problem}`);
      }
  }
  expect(wrong).toEqual([]);
}, 60_000);

it("no answer is left to guesses: an object without a single named property is said where it is meant", () => {
  const loose = operations
    .filter(({ operation }) => {
      const schema = operation.responses["200"]?.content?.["application/json"]?.schema;
      return schema !== undefined && !schema.$ref && !schema.properties && !schema.allOf;
    })
    .map(({ at }) => at);
  expect(loose).toEqual([]);
});

it("holds the streaming routes and the probes", () => {
  const media = (at: string) => Object.keys(operations.find((each) => each.at === at)?.operation.responses["200"]?.content ?? {});
  expect(media("GET /api/v1/live")).toEqual(["text/event-stream"]);
  expect(media("GET /api/v1/places/unit/export.xlsx")).toEqual(["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]);
  expect(media("GET /api/v1/identity/audit/export")).toEqual(["text/csv"]);
  expect(media("GET /metrics")).toEqual(["text/plain"]);
  const upload = operations.find((each) => each.at === "POST /api/v1/files")?.operation;
  expect(Object.keys(upload?.requestBody?.content ?? {})).toEqual(["multipart/form-data"]);
  expect(Object.keys(upload?.responses ?? {})).toEqual(expect.arrayContaining(["200", "401", "403", "413", "422"]));
  const bytes = operations.find((each) => each.at === "PUT /api/v1/base-maps/{id}/bytes")?.operation;
  expect(Object.keys(bytes?.requestBody?.content ?? {})).toEqual(["application/octet-stream"]);
  expect(JSON.stringify(bytes?.parameters)).toContain('"name":"at","in":"query"');
  const tile = operations.find((each) => each.at === "GET /api/v1/base-maps/{id}/tiles/{z}/{x}/{y}")?.operation;
  expect(Object.keys(tile?.responses ?? {})).toEqual(expect.arrayContaining(["200", "204", "304", "404"]));
});

it("made in breaths it is the same, and others get their turn", async () => {
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  const inBreaths = await openApiInBreaths(routes, "0.1.0");
  clearInterval(counting);
  expect(JSON.stringify(inBreaths)).toBe(JSON.stringify(document));
  expect(turns).toBeGreaterThan(10);
});

it("stays small enough to be read by a tool on a slow line", () => {
  // Compressed as it is sent: 420 kB with five issues of capabilities to come (2026-11-29).
  expect(gzipSync(JSON.stringify(document)).length).toBeLessThan(600_000);
});

describe("a route outside the list", () => {
  const declared: Declared = {
    method: "GET",
    path: "/known",
    tag: "试",
    summary: "试",
    permission: "public",
    input: z.object({}),
    output: z.object({}),
  };
  it("is named, as is one that is listed and not there", () => {
    expect(straysAmong([`GET ${urlOf(declared)}`, `HEAD ${urlOf(declared)}`, "GET /*", "POST /api/v1/secret"], [declared])).toEqual([
      "POST /api/v1/secret",
    ]);
    expect(straysAmong([], [declared])).toEqual(["GET /api/v1/known"]);
  });
});
