/** The schemes that come with the program: samples an office copies, and what the demonstration city works with. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readScheme } from "./read-scheme.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../policies/schemes");

export function shippedSchemes(): readonly { readonly code: string; readonly title: string; readonly source: string }[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const source = readFileSync(join(FOLDER, file), "utf8");
      const reading = readScheme(source);
      if (!reading.ok)
        throw new Error(
          `考核方案 policies/schemes/${file} 有误：${reading.errors.map(({ line, code }) => `第 ${line} 行 ${code}`).join("；")}`,
        );
      return { code: reading.scheme.scheme, title: reading.scheme.title, source };
    });
}
