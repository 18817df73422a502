/** What works on packs outside the running product: verbs, generator, editors. */
import { packTrial } from "./at-terminal.ts";
import { packJsonSchema } from "./format/json-schema.ts";
import { nameList } from "./name-list.ts";
import { shippedPacks } from "./shipped.ts";

export const packTools = { trial: packTrial, names: nameList, files: shippedPacks, jsonSchema: packJsonSchema } as const;
