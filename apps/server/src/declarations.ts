/** Everything the modules declare, put together: what a running process starts from, and all that the document and the client need. */
import { type Catalog, createCatalog } from "#platform/ledger/catalog.ts";
import { platform } from "#platform/ledger/platform-module.ts";
import { createRegistry, type Module, type Registry } from "#platform/module.ts";
import { modules as allModules } from "./modules.ts";

export function declarations(modules: readonly Module[] = allModules): { readonly registry: Registry; readonly catalog: Catalog } {
  const registry = createRegistry([platform, ...modules]);
  const formats = Object.assign({}, ...registry.modules.map((module) => module.formats ?? {}));
  return { registry, catalog: createCatalog(registry.ledgers, formats) };
}
