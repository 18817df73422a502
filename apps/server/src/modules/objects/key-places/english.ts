/** English of key places and campaigns. */
import type { EnglishTable } from "#platform/english.ts";
import { campaigns } from "./english/campaigns.ts";
import { registers } from "./english/registers.ts";
import { security } from "./english/security.ts";
import { village } from "./english/village.ts";

export const english: EnglishTable = { words: { ...campaigns, ...registers, ...security, ...village } };
