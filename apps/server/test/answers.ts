/** Every answer of every database test is held against the document: its status, its media type, each value of its body, nothing beside. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { openApi } from "#platform/http/openapi.ts";
import { urlOf } from "#platform/http/server.ts";
import type { Declared } from "#platform/route.ts";

type Json = Readonly<Record<string, unknown>>;
type Content = Readonly<Record<string, { readonly schema?: Json }>>;
type Response = { readonly $ref?: string; readonly content?: Content };

export type Documented = (method: string, path: string, status: number, mediaType: string, body: unknown) => string | undefined;

/** @returns what is wrong with an answer; undefined when it is as documented */
export function documentedBy(routes: readonly Declared[]): Documented {
  const document = openApi(routes, "test", true);
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "document", ...document });
  const patterns = routes
    .map((route) => ({
      method: route.method,
      template: urlOf(route).replace(/:(\w+)/g, "{$1}"),
      matches: new RegExp(`^${urlOf(route).replace(/[.*]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`),
      literal: (urlOf(route).match(/\/[^:/]+/g) ?? []).length,
    }))
    .toSorted((a, b) => b.literal - a.literal);
  return (method, path, status, mediaType, body) => {
    const route = patterns.find((each) => each.method === method && each.matches.test(path));
    if (!route) return undefined;
    const { responses } = (document.paths as Record<string, Record<string, { responses: Record<string, Response> }>>)[route.template]?.[
      method.toLowerCase()
    ] ?? { responses: {} };
    const at = status >= 500 && !responses[status] ? "default" : String(status);
    const declared = responses[at];
    if (!declared) return `${method} ${route.template} answers ${status}, which the document does not know`;
    const named = declared.$ref?.replace("#/components/responses/", "");
    const { content } = named ? ((document.components as { responses: Record<string, Response> }).responses[named] ?? {}) : declared;
    if (content === undefined && mediaType === "") return undefined;
    const known = content?.[mediaType] ?? content?.["*/*"];
    if (!known) return `${method} ${route.template} ${status} answers ${mediaType}, documented is ${Object.keys(content ?? {}).join(", ")}`;
    if (mediaType !== "application/json") return undefined;
    const pointer = named
      ? `#/components/responses/${named}/content/${pointerPart(mediaType)}/schema`
      : `#/paths/${pointerPart(route.template)}/${method.toLowerCase()}/responses/${at}/content/${pointerPart(mediaType)}/schema`;
    const validate = ajv.getSchema(`document${pointer}`);
    if (!validate) return `${method} ${route.template} ${status} has no schema at ${pointer}`;
    if (validate(body)) return undefined;
    return `${method} ${route.template} ${status} is not as documented: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 600)}`;
  };
}

const pointerPart = (part: string): string => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
