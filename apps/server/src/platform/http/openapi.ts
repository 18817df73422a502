/** OpenAPI 3.1 from the declared routes: the same schemas that validate requests describe them. */
import { setImmediate } from "node:timers/promises";
import type { z } from "zod";
import { type RefusalKind, statusOf } from "../result.ts";
import type { Declared } from "../route.ts";
import { sampleOf } from "./openapi-sample.ts";
import { createSchemas, type Json, resolve, type Schemas } from "./openapi-schemas.ts";
import { OCTETS, urlOf } from "./server.ts";

const REFUSALS: Readonly<Record<RefusalKind, readonly [name: string, description: string, code: string, message: string]>> = {
  unauthenticated: ["SignedOut", "没有登录，或会话已失效", "http.signed_out", "请先登录"],
  forbidden: ["Forbidden", "没有这项权限，或写操作少了请求头 x-suiren", "http.no_permission", "您没有这项权限"],
  not_found: ["NotFound", "没有这一条，或不在您的辖区", "ledger.unknown_row", "没有这条记录，或不在您的辖区"],
  conflict: ["Conflict", "与现状冲突：已被他人改动，或状态不允许", "ledger.changed_meanwhile", "此间已有人改动，请看过再存"],
  too_large: ["TooLarge", "请求体过大", "http.too_large", "内容过大，最多 2 MB"],
  invalid: ["Invalid", "内容有误；params.problems 逐项说明", "http.bad_input", "内容有误"],
  too_many: ["TooMany", "过于频繁或过多", "http.too_many", "请稍后再试"],
  unavailable: ["Unavailable", "数据库或网关暂时不在，稍后重试", "http.database_away", "数据库暂时连不上"],
};

const refusalSchema: Json = {
  type: "object",
  description: "拒绝：原因与出路。code 供程序判断，message 按 Accept-Language 给中文或英文。",
  required: ["code", "message", "params"],
  properties: {
    code: { type: "string" },
    message: { type: "string" },
    params: {
      type: "object",
      properties: { problems: { type: "array", items: { $ref: "#/components/schemas/Problem" } } },
      additionalProperties: {},
    },
    incident: { type: "string", description: "故障编号，报障时请附上" },
  },
};
const problemSchema: Json = {
  type: "object",
  description: "一处问题；关乎一格的有 field",
  properties: { field: { type: "string" }, code: { type: "string" }, message: { type: "string" }, problem: { type: "string" } },
  additionalProperties: {},
};

const json = (schema: Json, example: unknown): Json => ({ "application/json": { schema, example } });
const responseRef = (kind: RefusalKind | "fault"): Json => ({
  $ref: `#/components/responses/${kind === "fault" ? "Fault" : REFUSALS[kind][0]}`,
});

function refusalResponses(): Record<string, Json> {
  const schema = { $ref: "#/components/schemas/Refusal" };
  const named = Object.values(REFUSALS).map(([name, description, code, message]) => {
    const answer = { description, content: json(schema, { code, message, params: {} }) };
    return [
      name,
      name === "TooMany" ? { ...answer, headers: { "retry-after": { schema: { type: "integer" }, description: "秒" } } } : answer,
    ];
  });
  const fault = { code: "http.fault", message: "服务器出错，编号 3FA9C1", params: {}, incident: "3FA9C1" };
  return { ...Object.fromEntries(named), Fault: { description: "服务器出错；编号已入日志", content: json(schema, fault) } };
}

const hasBody = ({ method }: Declared): boolean => method !== "GET" && method !== "DELETE";
const pathNames = ({ path }: Declared): readonly string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");

/** The refusals a route can answer with: what follows from method, path, permission and input, and what it declares beside. */
function refusalsOf(route: Declared, takesInput: boolean): readonly RefusalKind[] {
  const writes = route.method !== "GET";
  const kinds: RefusalKind[] = [
    ...(route.permission === "public" && !route.proof ? [] : (["unauthenticated"] as const)),
    ...(route.permission === "public" && !route.proof && !writes ? [] : (["forbidden"] as const)),
    ...(route.proof === "signature" ? (["conflict", "too_many"] as const) : []),
    ...(pathNames(route).length > 0 || takesInput ? (["not_found"] as const) : []),
    ...(writes ? (["conflict"] as const) : []),
    ...(hasBody(route) ? (["too_large"] as const) : []),
    ...(takesInput || writes ? (["invalid"] as const) : []),
    ...(route.atRoot ? [] : (["unavailable"] as const)),
    ...(route.refuses ?? []),
  ];
  return kinds;
}

type Document = { readonly schemas: Schemas; readonly parameters: Map<string, Json> };

/** A parameter that many routes share stands once. The first shape under a name has it; another stays where it is. */
function sharedParameter(parameter: Json, { parameters }: Document): Json {
  const name = `${parameter.name}${parameter.in === "path" ? "" : "Query"}`;
  const known = parameters.get(name);
  if (known === undefined) parameters.set(name, parameter);
  else if (JSON.stringify(known) !== JSON.stringify(parameter)) return parameter;
  return { $ref: `#/components/parameters/${name}` };
}

type Given = { readonly properties: Readonly<Record<string, Json>>; readonly required: ReadonlySet<string>; readonly schema: Json };

/** What the input holds, references and intersections looked through. */
function givenOf(schema: Json, components: Readonly<Record<string, Json>>): Given {
  const whole = resolve(schema, components);
  const parts = ((whole.allOf ?? []) as Json[]).map((each) => givenOf(each, components));
  const properties = Object.assign({}, ...parts.map((each) => each.properties), whole.properties ?? {}) as Record<string, Json>;
  return {
    schema,
    properties,
    required: new Set([...parts.flatMap((each) => [...each.required]), ...((whole.required ?? []) as string[])]),
  };
}

function parametersOf(route: Declared, { properties, required }: Given, document: Document): Json[] {
  const names = pathNames(route);
  const examples = (route.example?.input ?? {}) as Json;
  const exampleOf = (key: string) => (key in examples && !names.includes(key) ? { example: examples[key] } : {});
  const path = names.map((name) => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" } }));
  const query = Object.entries(properties)
    .filter(([name]) => !names.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: "query",
      required: required.has(name),
      ...(description ? { description } : {}),
      schema,
      ...exampleOf(name),
    }));
  return [...path, ...(hasBody(route) && !route.takes ? [] : query)].map((each) =>
    "example" in each ? each : sharedParameter(each, document),
  );
}

const FILE_BODY: Json = {
  required: true,
  content: {
    "multipart/form-data": {
      schema: {
        type: "object",
        required: ["file"],
        properties: { file: { type: "string", format: "binary", description: "文件，带文件名" } },
      },
    },
  },
};

const BYTES_BODY: Json = {
  required: true,
  content: { [OCTETS]: { schema: { type: "string", format: "binary", description: "原样的字节" } } },
};

/** The body without what stands in the path; a named schema stays a reference. */
function bodySchema(route: Declared, given: Given, components: Readonly<Record<string, Json>>): Json | undefined {
  const names = new Set(pathNames(route));
  const keys = Object.keys(given.properties).filter((key) => !names.has(key));
  const whole = resolve(given.schema, components);
  if (keys.length === 0 && !("additionalProperties" in whole && whole.additionalProperties !== false)) return undefined;
  if (Object.keys(given.properties).every((key) => !names.has(key))) return given.schema;
  const without = (schema: Json): Json => {
    if (Array.isArray(schema.allOf)) return { ...schema, allOf: (schema.allOf as Json[]).map(without) };
    const { properties = {}, required = [], ...rest } = schema as { properties?: Json; required?: string[] } & Json;
    if (schema.$ref || !schema.properties) return schema;
    const kept = Object.fromEntries(Object.entries(properties).filter(([key]) => !names.has(key)));
    const needed = required.filter((key) => !names.has(key));
    return { ...rest, properties: kept, ...(needed.length > 0 ? { required: needed } : {}) };
  };
  return without(whole);
}

function requestBody(route: Declared, given: Given, components: Readonly<Record<string, Json>>): Json {
  if (route.takes) return { requestBody: route.takes === "file" ? FILE_BODY : BYTES_BODY };
  const schema = hasBody(route) ? bodySchema(route, given, components) : undefined;
  if (!schema) return {};
  const names = new Set(pathNames(route));
  const written = route.example?.input as Json | undefined;
  const example = written ? Object.fromEntries(Object.entries(written).filter(([key]) => !names.has(key))) : sampleOf(schema, components);
  const needed = [...given.required].some((key) => !names.has(key));
  return { requestBody: { required: needed, content: json(schema, example) } };
}

function success(route: Declared, { schemas }: Document): Json {
  if (route.sends) {
    const isText = route.sends.startsWith("text/");
    const content = isText
      ? { schema: { type: "string" }, example: route.example?.output ?? "" }
      : { schema: { type: "string", format: "binary" } };
    return { description: "成功", content: { [route.sends.split(";")[0] ?? route.sends]: content } };
  }
  const schema = schemas.of(route.output, "output");
  return { description: "成功", content: json(schema, route.example?.output ?? sampleOf(schema, schemas.components)) };
}

const operationId = ({ method, path }: Declared): string =>
  `${method.toLowerCase()}${path.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`;

function operation(route: Declared, document: Document): Json {
  const { schemas } = document;
  const given = givenOf(schemas.of(route.shown ?? route.input, "input"), schemas.components);
  const parameters = parametersOf(route, given, document);
  if (route.proof === "signature") parameters.push(...SIGNED);
  else if (route.method !== "GET") parameters.push({ $ref: "#/components/parameters/xSuiren" });
  const takesInput = Object.keys(given.properties).length > 0 || route.takes !== undefined;
  const refusals = refusalsOf(route, takesInput).map((kind) => [statusOf[kind], responseRef(kind)] as const);
  return {
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.tag],
    operationId: operationId(route),
    "x-permission": route.permission,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(route, given, schemas.components),
    responses: {
      [route.status ?? 200]: success(route, document),
      ...Object.fromEntries(Object.entries(route.bare ?? {}).map(([status, description]) => [status, { description }])),
      ...Object.fromEntries(refusals),
      default: responseRef("fault"),
    },
    ...(route.permission === "public" ? { security: route.proof ? [{ [route.proof]: [] }] : [] } : {}),
  };
}

const X_SUIREN: Json = {
  name: "x-suiren",
  in: "header",
  required: true,
  description: "写操作必带，值任意：别处页面的表单设不了它",
  schema: { type: "string" },
  example: "1",
};

const signedHeader = (name: string, description: string, example: string): Json => ({
  name,
  in: "header",
  required: true,
  description,
  schema: { type: "string" },
  example,
});
/** What a partner's server sends with each request; docs/adr/0028. */
const SIGNED: readonly Json[] = [
  signedHeader("x-suiren", "平台标识", "jczz-330802"),
  signedHeader("x-suiren-timestamp", "Unix 秒，与服务器相差不超过 300 秒", "1773815420"),
  signedHeader("x-suiren-nonce", "每次不同，16–64 个字母、数字或连字符；用过的拒绝", "5f0c2e7a9b1d4c38"),
  signedHeader("x-suiren-signature", "十六进制 HMAC-SHA256，见 signature 安全方案", "9f2c…"),
];
const SIGNATURE =
  "HMAC-SHA256（密钥为平台密钥），被签文本为六行以换行相连：suiren-v1、方法、路径（连同查询）、时间戳、随机串、请求体的 SHA-256（十六进制；无请求体时为空串的摘要）。外发的回调以同样方式签名。";

/** @param exact see createSchemas */
export function openApi(routes: readonly Declared[], version: string, exact = false): Json {
  const drafting = draft(routes, version, exact);
  let step = drafting.next();
  while (!step.done) step = drafting.next();
  return step.value;
}

/** The same, letting everything else run between two routes: the whole takes about a second, and an alarm must not wait that long. */
export async function openApiInBreaths(routes: readonly Declared[], version: string): Promise<Json> {
  const drafting = draft(routes, version, false);
  let step = drafting.next();
  for (; !step.done; step = drafting.next()) await setImmediate();
  return step.value;
}

function* draft(routes: readonly Declared[], version: string, exact: boolean): Generator<undefined, Json> {
  const document: Document = { schemas: createSchemas(exact), parameters: new Map() };
  const outputs: readonly z.ZodType[] = routes.filter((each) => !each.sends).map((each) => each.output);
  for (const each of outputs) {
    document.schemas.of(each, "output");
    yield;
  }
  const paths: Record<string, Json> = {};
  for (const each of routes) {
    const path = urlOf(each).replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operation(each, document) };
    yield;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "燧人 Suiren",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description:
        "城市火灾防控体系。先登录（POST /api/v1/session）得会话 Cookie；写操作须带请求头 x-suiren。答复的语言按 Accept-Language（zh、en），浏览器自行下载的可写作查询参数 language。每项操作的 x-permission 是所需权限。",
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }],
    tags: [...new Set(routes.map((each) => each.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "suiren_session" },
        signature: { type: "apiKey", in: "header", name: "x-suiren-signature", description: SIGNATURE },
        bearer: { type: "http", scheme: "bearer", description: "嵌入页用一次性票据换得的令牌，30 分钟内有效，只开放嵌入页的操作" },
      },
      schemas: { Refusal: refusalSchema, Problem: problemSchema, ...document.schemas.components },
      parameters: { ...Object.fromEntries(document.parameters), xSuiren: X_SUIREN },
      responses: refusalResponses(),
    },
  };
}
