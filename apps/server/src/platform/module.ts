/** What a module contributes. Adding a module touches no other module: the composition root lists it, everything else follows from here. */
import type { AreaHooks } from "./areas/places.ts";
import type { AnyCase } from "./case/define.ts";
import { checkCase, eraseCase } from "./case/define.ts";
import type { TodoSource } from "./case/todo-source.ts";
import type { Tx } from "./db.ts";
import { type EnglishTable, reworded, wordOf } from "./english.ts";
import type { Job } from "./jobs.ts";
import { type AnyLedger, erase } from "./ledger/define.ts";
import type { Formats } from "./ledger/formats.ts";
import type { FoundGroup } from "./ledger/found.ts";
import type { CellChange } from "./measure/cells.ts";
import type { Measure } from "./measure/define.ts";
import type { MessageTable } from "./messages.ts";
import type { EventHandler } from "./outbox.ts";
import type { RawRoute, Route, RouteContext } from "./route.ts";
import type { Services } from "./services.ts";

/** An entry of the menu, shown to whoever has its permission. Order and parents: platform/menu.ts. */
export type MenuEntry = {
  readonly parent: "work" | "policy" | "hazard" | "places" | "sensing" | "forces" | "objects" | "society" | "statistics" | "system";
  readonly key: string;
  readonly label: string;
  readonly path: string;
  readonly permission: string;
};

export type Module = {
  /** The capability's name, as in the policies and the folder. */
  readonly name: string;
  readonly label: string;
  readonly ledgers?: readonly { readonly name: string }[];
  readonly cases?: readonly { readonly name: string }[];
  readonly measures?: readonly Measure[];
  /** What waits for a person beside its cases. */
  readonly todo?: readonly TodoSource[];
  readonly routes?: readonly Route[];
  /** Routes that stream or need the raw request. */
  readonly raw?: (services: Pick<Services, "catalog">) => readonly RawRoute[];
  /** Topics this module pushes to the live feed, and what each tells: for the document. */
  readonly topics?: Readonly<Record<string, string>>;
  /** Own permissions beside those every ledger has (`read, write, import, export, reveal`), with their labels. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Role key → permission patterns (`places.*.read`). */
  readonly grants?: Readonly<Record<string, readonly string[]>>;
  readonly handlers?: readonly EventHandler[];
  readonly jobs?: readonly Job[];
  readonly formats?: Formats;
  readonly messages?: MessageTable;
  /** English of everything this module declares or composes for people; a test fails when a word has none. */
  readonly english?: EnglishTable;
  readonly menu?: readonly MenuEntry[];
  /** The entry under which its pages in one wing stand together, as tabs over the page; without it each page is an entry of its own. */
  readonly menuAs?: string;
  /** Origins that may show this page of the console inside their own; undefined where the page is none of this module's. */
  readonly framedBy?: (path: string, services: Services) => Promise<readonly string[] | undefined>;
  /** What the search over everything finds here beside the rows of ledgers: under the asker's own rights, a few at most. */
  readonly search?: (q: string, context: RouteContext) => Promise<readonly FoundGroup[]>;
  /** Fills an empty database on first start: reference data always, demonstration data when asked. In order of the module list. */
  readonly seed?: (tx: Tx, services: Services, options: { readonly demo: boolean; report(line: string): void }) => Promise<void>;
  /** As `seed`, once every module has been filled and the first accounts are there: what names people. */
  readonly seedWithPeople?: (tx: Tx, services: Services, options: { readonly demo: boolean; report(line: string): void }) => Promise<void>;
  /** What a change of areas 行政区划调整 must know of this module's rows. */
  readonly areas?: AreaHooks;
  /** Told by the worker what figures were computed again, in the transaction that did it. */
  readonly cellsChanged?: (tx: Tx, services: Services, changes: readonly CellChange[]) => Promise<void>;
  /** Work that lives as long as the process (projections, timers). Returns how to stop it. */
  readonly start?: (services: Services) => Promise<() => Promise<void>>;
};

export const defineModule = (module: Module): Module => module;

export type Registry = {
  readonly modules: readonly Module[];
  readonly ledgers: readonly AnyLedger[];
  readonly cases: ReadonlyMap<string, AnyCase>;
  readonly measures: ReadonlyMap<string, Measure>;
  /** Every permission there is, with its label. */
  readonly permissions: ReadonlyMap<string, string>;
  readonly grants: ReadonlyMap<string, readonly string[]>;
};

export const LEDGER_RIGHTS = {
  read: "查看",
  write: "登记与修改",
  import: "导入",
  export: "导出",
  remove: "注销",
  reveal: "看个人信息",
} as const;

export function createRegistry(modules: readonly Module[]): Registry {
  return registryOf(modules, LEDGER_RIGHTS, (ledger, right) => `${ledger} ${right}`);
}

/** What `words` were asked of: the place in the module's declarations, and the Chinese. */
export type Said = (module: Module, path: string, word: string) => string;

/** What a module declares for people, each word said by `say`. Ledgers and cases by their name within the module. */
export function rewordedModule(module: Module, say: Said): Module {
  const inModule = (path: string, word: string) => say(module, path, word);
  const local = ({ name }: { readonly name: string }) => name.slice(name.indexOf(".") + 1);
  const each = <T extends { readonly name: string }>(declared: T): T => reworded(declared, local(declared), inModule);
  return {
    ...module,
    label: reworded(module.label, "module", inModule),
    ledgers: (module.ledgers ?? []).map(each),
    cases: (module.cases ?? []).map(each),
    measures: (module.measures ?? []).map((measure) => {
      const { label, unit } = measure;
      return { ...measure, ...reworded({ label, unit }, `measures/${local(measure)}`, inModule) };
    }),
    todo: (module.todo ?? []).map((source) => ({ ...source, label: reworded(source.label, `todo/${local(source)}`, inModule) })),
    permissions: reworded(module.permissions ?? {}, "permissions", inModule),
    ...(module.menuAs === undefined ? {} : { menuAs: reworded(module.menuAs, "menuAs", inModule) }),
    menu: (module.menu ?? []).map((entry) => ({ ...entry, label: reworded(entry.label, `menu/${entry.key}`, inModule) })),
  };
}

/** The same declarations in English. What a table lacks stays Chinese; english.test.ts keeps that from happening. */
export function englishRegistry(modules: readonly Module[]): Registry {
  const shared = modules.find((module) => module.name === "platform")?.english;
  const say: Said = (module, path, word) => wordOf([module.english, shared], path, word) ?? word;
  const rights = reworded(LEDGER_RIGHTS, "rights", (path, word) => wordOf([shared], path, word) ?? word);
  return registryOf(
    modules.map((module) => rewordedModule(module, say)),
    rights,
    (ledger, right) => `${ledger}: ${right}`,
  );
}

function registryOf(
  modules: readonly Module[],
  { reveal, ...rights }: Readonly<Record<keyof typeof LEDGER_RIGHTS, string>>,
  join: (ledger: string, right: string) => string,
): Registry {
  const cases = new Map(modules.flatMap((module) => module.cases ?? []).map((each) => [each.name, eraseCase(each)]));
  const ledgers = modules.flatMap((module) => [...(module.ledgers ?? []), ...(module.cases ?? [])]).map(erase);
  const permissions = new Map<string, string>();
  for (const ledger of ledgers) {
    for (const [right, label] of Object.entries(rights)) permissions.set(`${ledger.name}.${right}`, join(ledger.label, label));
    if (Object.values(ledger.fields).some((field) => field.personal)) permissions.set(`${ledger.name}.reveal`, join(ledger.label, reveal));
  }
  for (const module of modules) for (const [name, label] of Object.entries(module.permissions ?? {})) permissions.set(name, label);
  const grants = new Map<string, string[]>();
  for (const module of modules)
    for (const [role, patterns] of Object.entries(module.grants ?? {})) grants.set(role, [...(grants.get(role) ?? []), ...patterns]);
  const measures = new Map<string, Measure>();
  for (const measure of modules.flatMap((module) => module.measures ?? [])) {
    if (measures.has(measure.name)) throw new Error(`measure ${measure.name} is declared twice`);
    measures.set(measure.name, measure);
  }
  const problems = [...cases.values()].flatMap((each) => checkCase(each, new Set(permissions.keys())));
  if (problems.length > 0) throw new Error(`declarations: ${problems.join("; ")}`);
  return { modules, ledgers, cases, measures, permissions, grants };
}
