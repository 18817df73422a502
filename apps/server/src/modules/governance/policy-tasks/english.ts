/** English of the module itself; each part brings its own table. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: { 政策任务: "Policy tasks" },
};
