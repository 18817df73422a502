import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { CLIENT_TYPES, clientFile } from "./client.ts";
import { clientTypes, type Document, typeOf } from "./client-types.ts";

it("the client in the repository is the one the declared routes give", async () => {
  const stands = await readFile(CLIENT_TYPES, "utf8");
  if (stands !== clientFile()) throw new Error("packages/api-client is stale: run `npm run gen -- --client` and commit what it writes");
});

it.each([
  [{ $ref: "#/components/schemas/Wall" }, "Wall"],
  [{ enum: ["fire", "test"] }, '"fire" | "test"'],
  [{ anyOf: [{ type: "string", format: "uuid" }, { type: "null" }] }, "string | null"],
  [{ type: ["integer", "null"] }, "number | null"],
  [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] } }, "readonly (string | number)[]"],
  [{ type: "array", items: { type: "array", items: { type: "number" } } }, "readonly (readonly number[])[]"],
  [{ type: "array", prefixItems: [{ type: "number" }, { type: "string" }] }, "readonly [number, string]"],
  [{ type: "object", additionalProperties: { type: "integer" } }, "Readonly<Record<string, number>>"],
  [
    { type: "object", propertyNames: { $ref: "#/components/schemas/AlarmKind" }, additionalProperties: { type: "integer" } },
    "Readonly<Partial<Record<AlarmKind, number>>>",
  ],
  [{ type: "object", properties: { "a-b": { type: "string" } }, required: ["a-b"] }, '{\n  readonly "a-b": string;\n}'],
  [
    { allOf: [{ $ref: "#/components/schemas/LedgerRow" }, { type: "object", properties: { n: {} } }] },
    "LedgerRow & {\n  readonly n?: unknown;\n}",
  ],
])("reads %j as a type", (schema, type) => expect(typeOf(schema)).toBe(type));

it("an operation takes path, query and body in one, and gives its answer", () => {
  const document: Document = {
    components: { schemas: {}, parameters: { id: { name: "id", in: "path", required: true, schema: { type: "string" } } } },
    paths: {
      "/healthz": { get: { summary: "不在客户端里", responses: {} } },
      "/api/v1/maps/{id}/bytes": {
        put: { summary: "字节自己送", requestBody: { content: { "application/octet-stream": {} } }, responses: {} },
      },
      "/api/v1/alarms/{id}/close": {
        post: {
          summary: "结案",
          parameters: [{ $ref: "#/components/parameters/id", name: "", in: "", schema: {} }],
          requestBody: { content: { "application/json": { schema: { type: "object", properties: { note: { type: "string" } } } } } },
          responses: { 202: { content: { "application/json": { schema: { type: "boolean" } } } } },
        },
      },
    },
  };
  const made = clientTypes(document);
  expect(made).toContain('"POST /alarms/{id}/close"');
  expect(made).toMatch(/readonly id: string;[\s\S]*readonly note\?: string;[\s\S]*readonly gives: boolean;/);
  expect(made).not.toContain("healthz");
  expect(made).not.toContain("/maps/{id}/bytes");
});
