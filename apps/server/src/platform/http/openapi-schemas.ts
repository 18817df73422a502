/**
 * Zod schemas as JSON Schema 2020-12: those with a name of their own (`.meta({ id })`) stand once under components, the rest inline.
 * What a reader gains nothing from is left out: patterns that repeat a format, the bounds of a safe integer.
 */
import { z } from "zod";

export type Json = Record<string, unknown>;
export type Io = "input" | "output";

export type Schemas = {
  readonly components: Record<string, Json>;
  of(schema: z.ZodType, io: Io): Json;
};

/** @param exact answers may hold nothing undocumented; for tests. Partners must bear new properties, so they are not told so. */
export function createSchemas(exact = false): Schemas {
  const components: Record<string, Json> = {};
  const known: Record<Io, Map<z.ZodType, Json>> = { input: new Map(), output: new Map() };
  return {
    components,
    of(schema, io) {
      const before = known[io].get(schema);
      if (before) return before;
      const {
        $defs = {},
        $schema: _,
        ...body
      } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" }) as Json & {
        $defs?: Record<string, Json>;
      };
      const names = namesFor($defs, components, io, exact);
      for (const [id, each] of Object.entries($defs)) components[names.get(id) ?? id] ??= tidy(each, names, io, exact);
      const made = tidy(body, names, io, exact);
      known[io].set(schema, made);
      return made;
    },
  };
}

/** A name whose input looks otherwise than its output is `…Input`; and so is whatever refers to one. */
function namesFor($defs: Readonly<Record<string, Json>>, components: Readonly<Record<string, Json>>, io: Io, exact: boolean) {
  const names = new Map(Object.keys($defs).map((id) => [id, id]));
  if (io === "output") return names;
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, each] of Object.entries($defs)) {
      const taken = components[names.get(id) ?? id];
      if (names.get(id) !== id || !taken || same(taken, tidy(each, names, io, exact))) continue;
      names.set(id, `${id}Input`);
      changed = true;
    }
  }
  return names;
}

/** That answers may grow is no difference worth a second name. */
const text = (schema: Json): string =>
  JSON.stringify(schema, (key, value: unknown) => (key === "additionalProperties" && value === false ? undefined : value));
const same = (a: Json, b: Json): boolean => text(a) === text(b);
const TOLD_BY_FORMAT = new Set(["uuid", "date-time", "date"]);

function tidy(schema: Json, names: ReadonlyMap<string, string>, io: Io, exact: boolean): Json {
  const walk = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(walk) : typeof value === "object" && value !== null ? tidy(value as Json, names, io, exact) : value;
  const kept = Object.entries(schema).filter(([key, value]) => {
    if (key === "id" && typeof value === "string" && names.has(value)) return false;
    if (key === "pattern") return !TOLD_BY_FORMAT.has(String(schema.format));
    if (key === "minimum" || key === "maximum") return Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER;
    return !(key === "additionalProperties" && value === false && io === "output" && !exact);
  });
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (key !== "$ref") return [key, key === "enum" || key === "const" || key === "default" ? value : walk(value)];
      const id = String(value).replace("#/$defs/", "");
      return [key, `#/components/schemas/${names.get(id) ?? id}`];
    }),
  );
}

/** The schema itself, where it is a reference. */
export function resolve(schema: Json, components: Readonly<Record<string, Json>>): Json {
  if (typeof schema.$ref !== "string") return schema;
  return components[schema.$ref.replace("#/components/schemas/", "")] ?? {};
}
