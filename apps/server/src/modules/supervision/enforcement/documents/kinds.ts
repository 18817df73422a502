/** The kinds of document, loaded once at start from rules/documents; a broken file stops the start with what is wrong in it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type DocumentKind, readKinds } from "./domain/kind.ts";

const DIRECTORY = join(import.meta.dirname, "../../../../../../../rules/documents");

function load(): ReadonlyMap<string, DocumentKind> {
  const kinds = new Map<string, DocumentKind>();
  const marks = new Map<string, string>();
  for (const file of readdirSync(DIRECTORY)
    .filter((name) => name.endsWith(".yaml"))
    .sort()) {
    const reading = readKinds(parse(readFileSync(join(DIRECTORY, file), "utf8")));
    if (!reading.ok) throw new Error(`规则文件 rules/documents/${file} 有误：${reading.problem}`);
    for (const kind of reading.kinds) {
      if (kinds.has(kind.key) || marks.has(kind.mark))
        throw new Error(`规则文件 rules/documents/${file}：${kind.key} 或字号“${kind.mark}”重复`);
      kinds.set(kind.key, kind);
      marks.set(kind.mark, kind.key);
    }
  }
  return kinds;
}

export const documentKinds = load();
