/** English of the module itself; each part brings its own table. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: { 监督检查: "Supervision checks" },
};
