/** The door of files. */
export { judgeFile } from "./domain/kind-of-file.ts";
