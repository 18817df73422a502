/** The generated part of packages/api-client, as it should stand for the routes declared now. */
import { fileURLToPath } from "node:url";
import { declarations } from "../../apps/server/src/declarations.ts";
import { declaredRoutes } from "../../apps/server/src/http-app.ts";
import { openApi } from "../../apps/server/src/platform/http/openapi.ts";
import { clientTypes, type Document } from "./client-types.ts";

export const CLIENT_TYPES = fileURLToPath(new URL("../../packages/api-client/src/api.generated.ts", import.meta.url));

export const clientFile = (): string => clientTypes(openApi(declaredRoutes(declarations()), "") as unknown as Document);
