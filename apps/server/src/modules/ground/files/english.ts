/** English of the file store. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = { words: { 文件: "Files", 上传文件: "Upload files", 查看文件: "Read files" } };
