/** 中文在先，英文齐全: whatever a module declares for people has its English, and an English table names nothing that is not there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasHan, reworded, wordOf } from "#platform/english.ts";
import { caseFields, headFields, pointFields } from "#platform/ledger/head.ts";
import { platform } from "#platform/ledger/platform-module.ts";
import { englishRegistry, LEDGER_RIGHTS, type Module, rewordedModule } from "#platform/module.ts";
import { modules } from "../src/modules.ts";

const all: readonly Module[] = [platform, ...modules];
const ROOT = join(import.meta.dirname, "../../..");

type Declared = { readonly module: string; readonly path: string; readonly word: string };

/** Every word of every declaration, where it stands; the platform's own heads and rights are its words too. */
function declaredBy(module: Module): readonly Declared[] {
  const found: Declared[] = [];
  const note = (path: string, word: string) => {
    found.push({ module: module.name, path, word });
    return word;
  };
  rewordedModule(module, (_, path, word) => note(path, word));
  if (module.name === "platform") {
    reworded({ ...headFields, ...pointFields, ...caseFields }, "head", note);
    reworded(LEDGER_RIGHTS, "rights", note);
  }
  return found;
}

/** The program's own text, where a stored sentence must come from. */
function sources(dir: string): string {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/(english|\.test)\.ts$/.test(name))
    .map((name) => readFileSync(join(dir, name), "utf8"))
    .join("\n");
}
const rules = readdirSync(join(ROOT, "rules")).flatMap((name) =>
  name.endsWith(".yaml") ? [readFileSync(join(ROOT, "rules", name), "utf8")] : [],
);
const programText = [sources(join(ROOT, "apps/server/src")), sources(join(ROOT, "packages/gb26875/src")), ...rules].join("\n");

describe.each(all.map((module) => [module.name, module] as const))("%s", (_, module) => {
  const declared = declaredBy(module);

  it("has English for everything it declares", () => {
    const without = declared.filter(({ path, word }) => wordOf([module.english, platform.english], path, word) === undefined);
    expect(without.map(({ path, word }) => `${path}: ${word}`)).toEqual([]);
  });

  it("has no English for what is not declared", () => {
    const known = new Set(declared.flatMap(({ path, word }) => [path, word]));
    const shared = new Set(all.flatMap(declaredBy).map(({ word }) => word));
    const isKnown = (key: string) => known.has(key) || (module === platform && shared.has(key));
    expect(Object.keys(module.english?.words ?? {}).filter((key) => !isKnown(key))).toEqual([]);
  });

  it("reads only sentences the program says, with all their parts", () => {
    const parts = (text: string) => [...text.matchAll(/\{[#+]?\w+\}/g)].map(([name]) => name).toSorted();
    const literals = (text: string) => text.split(/\{[#+]?\w+\}/).flatMap((part) => part.split(/[^\u4e00-\u9fff]+/));
    const idle = Object.entries(module.english?.sentences ?? {}).filter(
      ([chinese, english]) =>
        parts(chinese).join() !== parts(english).join() || literals(chinese).some((literal) => !programText.includes(literal)),
    );
    expect(idle).toEqual([]);
  });

  it("writes its English without Chinese", () => {
    const table = { ...module.english?.words, ...module.english?.sentences };
    expect(Object.entries(table).filter(([, english]) => hasHan(english) || english.trim() === "")).toEqual([]);
  });
});

it("choices of one field keep apart in English", () => {
  const alike = englishRegistry(all).ledgers.flatMap(({ name, fields }) =>
    Object.entries(fields).flatMap(([key, { choices = {} }]) =>
      new Set(Object.values(choices)).size === Object.keys(choices).length ? [] : [`${name}.${key}`],
    ),
  );
  expect(alike).toEqual([]);
});

it("the test sees what is missing and what is idle", () => {
  const bare: Module = { name: "bare", label: "无名", permissions: { "bare.do": "办理" } };
  const words = declaredBy(bare).map(({ path, word }) => [path, wordOf([undefined], path, word)]);
  expect(words).toEqual([
    ["module", undefined],
    ["permissions/bare.do", undefined],
  ]);
});
