/** OpenAPI 3.1 from the declared routes: the same schemas that validate requests describe them. */
import { z } from "zod";
import type { Route } from "../route.ts";

type Json = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" }) as Json;
  return rest;
};

const problem: Json = {
  description: "拒绝：原因与出路",
  content: {
    "application/json": {
      schema: {
        type: "object",
        required: ["code", "message"],
        properties: { code: { type: "string" }, message: { type: "string" }, params: { type: "object" }, incident: { type: "string" } },
      },
      example: { code: "ledger.unknown_row", message: "没有这条记录，或不在您的辖区", params: {} },
    },
  },
};

function operation(route: Route): Json {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  const input = jsonSchema(route.input, "input");
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  const rest = Object.entries(properties).filter(([key]) => !names.includes(key));
  const asQuery = route.method === "GET" || route.method === "DELETE";
  const examples = (route.example?.input ?? {}) as Json;
  const exampleOf = (key: string) => (key in examples ? { example: examples[key] } : {});
  const parameters = [
    ...names.map((name) => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" }, ...exampleOf(name) })),
    ...(asQuery ? rest.map(([name, schema]) => ({ name, in: "query", required: required.has(name), schema, ...exampleOf(name) })) : []),
  ];
  const body = Object.fromEntries(Object.entries(examples).filter(([key]) => !names.includes(key)));
  return {
    summary: route.summary,
    tags: [route.tag],
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    "x-permission": route.permission,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(!asQuery && rest.length > 0
      ? {
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: Object.fromEntries(rest),
                  required: rest.map(([key]) => key).filter((key) => required.has(key)),
                },
                ...(route.example?.input ? { example: body } : {}),
              },
            },
          },
        }
      : {}),
    responses: {
      200: {
        description: "成功",
        content: {
          "application/json": {
            schema: jsonSchema(route.output, "output"),
            ...(route.example?.output ? { example: route.example.output } : {}),
          },
        },
      },
      ...(route.permission === "public" ? {} : { 401: problem, 403: problem }),
      404: problem,
      409: problem,
      422: problem,
    },
    ...(route.permission === "public" ? { security: [] } : {}),
  };
}

export function openApi(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const each of routes) {
    const path = `/api/v1${each.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operation(each) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "燧人 Suiren",
      version,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description: "城市火灾防控体系。写操作须带请求头 x-suiren。",
    },
    servers: [{ url: "/" }],
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "suiren_session" } } },
    paths,
  };
}
