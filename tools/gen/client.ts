/** The generated part of packages/api-client, as it should stand for the routes declared now. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { declarations } from "../../apps/server/src/declarations.ts";
import { declaredRoutes, standardRoutes } from "../../apps/server/src/http-app.ts";
import { openApi } from "../../apps/server/src/platform/http/openapi.ts";
import { clientTypes, type Document } from "./client-types.ts";

export const CLIENT_TYPES = fileURLToPath(new URL("../../packages/api-client/src/api.generated.ts", import.meta.url));

const CONSOLE = fileURLToPath(new URL("../../apps/web/src", import.meta.url));
const ADDRESS = /"(\/[a-z][a-z0-9-]*\/[a-zA-Z0-9/{}.-]+)"/g;

/** One register and one case stand for all: their answers have the named shapes that every ledger's answers have. */
const PATTERNS = ["/places/unit", "/hazard-loop/hazard"];

/** Addresses that the console asks by name. */
function askedByName(): ReadonlySet<string> {
  const files = readdirSync(CONSOLE, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return new Set(files.flatMap((file) => [...readFileSync(join(CONSOLE, file), "utf8").matchAll(ADDRESS)].map(([, path]) => path ?? "")));
}

/**
 * What every ledger has, list, form, moves and files alike, is asked by the ledger's name and read by its schema: a type for each of some two
 * thousand such addresses is more than the compiler compares. The document has them all; the client has what is made by hand, and of the rest
 * two patterns and what the console asks by name.
 */
function typed() {
  const declaring = declarations();
  const nameOf = ({ method, path }: { readonly method: string; readonly path: string }) => `${method} ${path}`;
  const standard = new Set(standardRoutes(declaring).map(nameOf));
  const asked = askedByName();
  const isPattern = (path: string) => PATTERNS.some((pattern) => path === pattern || path.startsWith(`${pattern}/`));
  return declaredRoutes(declaring).filter(
    (each) => !standard.has(nameOf(each)) || isPattern(each.path) || asked.has(each.path.replace(/:(\w+)/g, "{$1}")),
  );
}

export const clientFile = (): string => clientTypes(openApi(typed(), "") as unknown as Document);
