/** The names a pack may use, one a line, for terminal and editor. */
import { organKinds } from "#modules/ground/organizations/index.ts";
import type { Catalog } from "#platform/ledger/catalog.ts";
import type { Registry } from "#platform/module.ts";

export type Name = {
  readonly kind: "measure" | "ledger" | "case" | "organ";
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly better?: "higher" | "lower";
  readonly fields?: readonly { readonly key: string; readonly label: string }[];
};

export function namesIn({ registry, catalog }: { readonly registry: Registry; readonly catalog: Catalog }): readonly Name[] {
  const measures = [...registry.measures.values()].map(
    ({ name, label, unit, better }): Name => ({ kind: "measure", name, label, unit, ...(better ? { better } : {}) }),
  );
  const ledgers = [...catalog.entries.values()].map(
    ({ ledger }): Name => ({
      kind: ledger.isCase ? "case" : "ledger",
      name: ledger.name,
      label: ledger.label,
      fields: Object.entries(ledger.fields).flatMap(([key, { label, personal }]) => (personal ? [] : [{ key, label }])),
    }),
  );
  const organs = Object.entries(organKinds).map(([name, label]): Name => ({ kind: "organ", name, label }));
  return [...measures, ...ledgers, ...organs];
}

const kindWords = { measure: "指标", ledger: "台账", case: "办件", organ: "机构" } as const;

export function nameList(
  declared: { readonly registry: Registry; readonly catalog: Catalog },
  words: readonly string[],
): readonly string[] {
  return namesIn(declared)
    .map(({ kind, name, label, unit, fields = [] }) => {
      const more =
        unit !== undefined
          ? `（${unit}）`
          : fields.length > 0
            ? `：${fields.map((field) => `${field.key} ${field.label}`).join("、")}`
            : "";
      return `${kindWords[kind]} ${name} ${label}${more}`;
    })
    .filter((line) => words.every((word) => line.toLowerCase().includes(word.toLowerCase())));
}
