/** An example that fits a schema, where nobody has written a better one. Pure: the same schema gives the same example. */
import { type Json, resolve } from "./openapi-schemas.ts";

const UUID = "01997c2e-8f00-7000-8000-000000000001";
const FORMATS: Readonly<Record<string, string>> = {
  uuid: UUID,
  "date-time": "2026-03-18T06:30:00.000Z",
  date: "2026-03-18",
  uri: "https://example.org/",
  email: "duty@example.org",
};
/** Deep enough for any answer of ours; a schema that names itself ends here. */
const DEPTH = 12;

export function sampleOf(schema: Json, components: Readonly<Record<string, Json>>, depth = 0): unknown {
  if (typeof schema.$ref === "string") return sampleOf(resolve(schema, components), components, depth + 1);
  if ("default" in schema) return schema.default;
  if ("const" in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (Array.isArray(schema.allOf))
    return Object.assign({}, ...(schema.allOf as Json[]).map((each) => sampleOf(each, components, depth + 1)));
  const [choice] = (schema.anyOf ?? schema.oneOf ?? []) as Json[];
  if (choice) return sampleOf(choice, components, depth + 1);
  return ofType(schema, components, depth);
}

function ofType(schema: Json, components: Readonly<Record<string, Json>>, depth: number): unknown {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "object":
      return ofObject(schema, components, depth);
    case "array":
      return ofArray(schema, components, depth);
    case "integer":
    case "number":
      return Number(schema.minimum ?? schema.exclusiveMinimum ?? 0) > 0 ? Number(schema.minimum ?? Number(schema.exclusiveMinimum) + 1) : 0;
    case "boolean":
      return false;
    case "string":
      return ofString(schema);
    default:
      return schema.type === "null" ? null : {};
  }
}

function ofString({ format, minLength }: Json): string {
  const text = FORMATS[String(format)] ?? "文字";
  return text.padEnd(Number(minLength ?? 0), "字");
}

function ofObject(schema: Json, components: Readonly<Record<string, Json>>, depth: number): Json {
  const required = new Set((schema.required ?? []) as string[]);
  const shown = Object.entries((schema.properties ?? {}) as Record<string, Json>).filter(([key]) => required.has(key) && depth < DEPTH);
  return Object.fromEntries(shown.map(([key, each]) => [key, sampleOf(each, components, depth + 1)]));
}

function ofArray(schema: Json, components: Readonly<Record<string, Json>>, depth: number): unknown[] {
  if (Array.isArray(schema.prefixItems)) return (schema.prefixItems as Json[]).map((each) => sampleOf(each, components, depth + 1));
  const { items } = schema;
  if (typeof items !== "object" || items === null || depth >= DEPTH) return [];
  return Array.from({ length: Math.max(1, Number(schema.minItems ?? 1)) }, () => sampleOf(items as Json, components, depth + 1));
}
