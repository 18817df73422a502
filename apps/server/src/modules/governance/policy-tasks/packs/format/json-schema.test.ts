import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { shippedPacks } from "../shipped.ts";
import { packJsonSchema } from "./json-schema.ts";

const FILE = join(import.meta.dirname, "../../../../../../../../policies/pack.schema.json");

it("the schema editors complete from is the one packs are checked by (npm run gen writes it)", () => {
  expect(readFileSync(FILE, "utf8")).toBe(packJsonSchema());
});

it("an editor with the schema accepts every pack that is delivered, and names a slip", () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(packJsonSchema()));
  for (const { file, text } of shippedPacks()) expect([file, validate(parse(text)), validate.errors]).toEqual([file, true, null]);
  expect(validate({ pack: "A", titel: "x" })).toBe(false);
});
