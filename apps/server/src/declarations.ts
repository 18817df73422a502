/** Everything the modules declare, put together: what a running process starts from, and all that the document and the client need. */
import { type Catalog, createCatalog } from "#platform/ledger/catalog.ts";
import { platform } from "#platform/ledger/platform-module.ts";
import { createRegistry, englishRegistry, type Module, type Registry } from "#platform/module.ts";
import { modules as allModules } from "./modules.ts";

/** `english` are the same declarations, said in English. */
export type Declarations = { readonly registry: Registry; readonly english: Registry; readonly catalog: Catalog };

export function declarations(modules: readonly Module[] = allModules): Declarations {
  const registry = createRegistry([platform, ...modules]);
  const english = englishRegistry(registry.modules);
  const formats = Object.assign({}, ...registry.modules.map((module) => module.formats ?? {}));
  return { registry, english, catalog: createCatalog(registry.ledgers, formats, english.ledgers) };
}
