/** TypeScript from the OpenAPI document: a type for each named schema, and for each operation what it takes and gives. Pure: text out. */

type Json = Readonly<Record<string, unknown>>;
type Parameter = { readonly $ref?: string; readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Json };
type Content = Readonly<Record<string, { readonly schema?: Json }>>;
type Operation = {
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly parameters: Readonly<Record<string, Parameter>> };
};

const API = "/api/v1";
const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1);
const literal = (value: unknown): string => JSON.stringify(value);
const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));
const union = (types: readonly string[]): string =>
  [...new Set(types)].map((type) => (type.includes(" & ") ? `(${type})` : type)).join(" | ");

/** A schema as a TypeScript type. */
export function typeOf(schema: Json, indent = ""): string {
  if (typeof schema.$ref === "string") return nameOf(schema.$ref);
  if ("const" in schema) return literal(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal));
  const either = (schema.anyOf ?? schema.oneOf) as readonly Json[] | undefined;
  if (either) return union(either.map((each) => typeOf(each, indent)));
  if (Array.isArray(schema.allOf)) return (schema.allOf as Json[]).map((each) => typeOf(each, indent)).join(" & ");
  if (Array.isArray(schema.type)) return union(schema.type.map((type: string) => typeOf({ ...schema, type }, indent)));
  return ofKind(schema, indent);
}

function ofKind(schema: Json, indent: string): string {
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return ofArray(schema, indent);
    case "object":
      return ofObject(schema, indent);
    default:
      return "unknown";
  }
}

function ofArray({ prefixItems, items }: Json, indent: string): string {
  if (Array.isArray(prefixItems)) return `readonly [${(prefixItems as Json[]).map((each) => typeOf(each, indent)).join(", ")}]`;
  const each = typeof items === "object" && items !== null ? typeOf(items as Json, indent) : "unknown";
  const compound = each.startsWith("readonly ") || (/[|&]/.test(each) && !each.startsWith("{"));
  return `readonly ${compound ? `(${each})` : each}[]`;
}

function ofObject({ properties = {}, required = [], additionalProperties, propertyNames }: Json, indent: string): string {
  const own = Object.entries(properties as Record<string, Json>);
  const value =
    typeof additionalProperties === "object" && additionalProperties !== null ? typeOf(additionalProperties as Json, indent) : "unknown";
  if (own.length === 0) {
    const names = typeof propertyNames === "object" && propertyNames !== null ? typeOf(propertyNames as Json) : "string";
    if (names !== "string") return `Readonly<Partial<Record<${names}, ${value}>>>`;
    return additionalProperties === undefined || additionalProperties === false
      ? "Readonly<Record<string, never>>"
      : `Readonly<Record<string, ${value}>>`;
  }
  const must = new Set(required as readonly string[]);
  const lines = own.map(([name, each]) => member(name, must.has(name), each, indent, ""));
  if (typeof additionalProperties === "object") lines.push(`${indent}  readonly [field: string]: unknown;`);
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function member(name: string, required: boolean, schema: Json, indent: string, orElse: string): string {
  const comment = typeof schema.description === "string" ? `${indent}  /** ${oneLine(schema.description)} */\n` : "";
  return `${comment}${indent}  readonly ${key(name)}${required ? "" : "?"}: ${typeOf(schema, `${indent}  `)}${required ? "" : orElse};`;
}

const oneLine = (text: string): string => text.replaceAll("*/", "* /").replace(/\s*\n\s*/g, " ");

function takes({ parameters = [], requestBody }: Operation, document: Document): string {
  const known = parameters.map((each) => (each.$ref ? document.components.parameters[nameOf(each.$ref)] : each));
  const own = known.filter((each): each is Parameter => each !== undefined && each.in !== "header");
  const lines = own.map(({ name, required, schema }) =>
    member(name, required === true, { ...schema, description: undefined }, "", " | null | undefined"),
  );
  if (requestBody?.content["multipart/form-data"]) return "FormData";
  const body = requestBody?.content["application/json"]?.schema;
  const named = lines.length > 0 ? `{\n${lines.join("\n")}\n}` : "";
  const parts = [named, body ? typeOf(body) : ""].filter(Boolean);
  return parts.length === 0 ? "Readonly<Record<never, never>>" : parts.join(" & ");
}

/** Bytes as they come, with where they belong in the query: sent by hand, the client speaks JSON and forms. */
const takesBytes = ({ requestBody }: Operation): boolean => requestBody?.content["application/octet-stream"] !== undefined;

function gives({ responses }: Operation): string {
  const [media, content] = Object.entries((responses["200"] ?? responses["202"])?.content ?? {})[0] ?? [];
  if (media !== "application/json") return media?.startsWith("text/") ? "string" : "Blob";
  return typeOf(content?.schema ?? {});
}

const indented = (text: string): string => text.replaceAll("\n", "\n    ");

/** The whole file. */
export function clientTypes(document: Document): string {
  const types = Object.entries(document.components.schemas).map(([name, schema]) => {
    const comment = typeof schema.description === "string" ? `/** ${oneLine(schema.description)} */\n` : "";
    return `${comment}export type ${name} = ${typeOf(schema)};\n`;
  });
  const operations = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(API))
    .flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, each]) => !takesBytes(each))
        .map(([method, each]) => ({ name: `${method.toUpperCase()} ${path.slice(API.length)}`, each })),
    );
  const shared = sharedTakes(operations.map(({ each }) => takes(each, document)));
  const entries = operations.map(({ name, each }) => {
    const taken = takes(each, document);
    return `  /** ${oneLine(each.summary)} */\n  ${literal(name)}: {\n    readonly takes: ${shared.get(taken) ?? indented(taken)};\n    readonly gives: ${indented(gives(each))};\n  };`;
  });
  const aliases = [...shared].map(([text, name]) => `export type ${name} = ${text};\n`);
  return `/** Generated from the OpenAPI document by \`npm run gen\`; never edited. */\n\n${[...types, ...aliases].join("\n")}\nexport type Operations = {\n${entries.join("\n")}\n};\n`;
}

/** What many operations take alike gets a name made of what is taken: `TakesIdReason`. */
function sharedTakes(all: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const text of new Set(all)) {
    const keys = [...text.matchAll(/^ {2}readonly (\w+)/gm)].map(([, name = ""]) => name);
    const name = `Takes${keys.map((each) => each.charAt(0).toUpperCase() + each.slice(1)).join("")}`;
    const often = all.filter((each) => each === text).length >= OFTEN;
    if (often && keys.length > 0 && ![...names.values()].includes(name)) names.set(text, name);
  }
  return names;
}
const OFTEN = 3;
