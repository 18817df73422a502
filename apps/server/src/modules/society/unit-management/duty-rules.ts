/** Loads rules/unit-duties.yaml once, at start. A broken file stops the start with what is wrong in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readDutyFile } from "./domain/duty-file.ts";

export const dutyFile = readDutyFile(parse(readFileSync(join(import.meta.dirname, "../../../../../../rules/unit-duties.yaml"), "utf8")));
