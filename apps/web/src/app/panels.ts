/**
 * Hand-made panels of a ledger's detail: `features/<name>/panels.ts` exports `panels`, keyed by ledger. Each becomes a tab after 概况;
 * one with the key `overview` takes the place of the standard overview. Loaded when opened.
 */
import type { ComponentType } from "react";
import type { LedgerSchema, Row } from "../lib/schema.ts";

export type PanelProps = { readonly schema: LedgerSchema; readonly row: Row };
export type DetailPanel = {
  readonly key: string;
  readonly label: () => string;
  readonly load: () => Promise<{ default: ComponentType<PanelProps> }>;
};

const found = import.meta.glob<{
  panels: Readonly<Record<string, readonly DetailPanel[]>>;
  registers?: Readonly<Record<string, string>>;
}>("../features/*/panels.ts", { eager: true });

export const panelsOf = (ledger: string): readonly DetailPanel[] => Object.values(found).flatMap(({ panels }) => panels[ledger] ?? []);

/** A form of its own for new rows of a case: `features/<name>/panels.ts` exports `registers`, ledger → the right it needs. Its page is `…/new`. */
export const registrationOf = (ledger: string): string | undefined =>
  Object.values(found).flatMap(({ registers }) => registers?.[ledger] ?? [])[0];
