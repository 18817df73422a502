/** Names a pack uses, as people call them: measures, ledgers with their fields, organs, fields of a pack. */
import { organKinds } from "#modules/ground/organizations/index.ts";
import type { Language, Messages } from "#platform/messages.ts";
import type { Services } from "#platform/services.ts";
import type { Binding, ConditionText, Selector } from "./domain/pack.ts";

type Asked = {
  readonly services: Pick<Services, "spoken" | "catalog"> & { readonly messages: Messages };
  readonly language: Language;
  /** Division code → name. */
  readonly areas?: ReadonlyMap<string, string>;
};
const kinds: Readonly<Record<string, string>> = organKinds;
const READING = { zh: "、", en: ", " } as const;

export function sayNames({ services, language, areas = new Map() }: Asked) {
  const { registry, read } = services.spoken[language];
  const spoken = (label: string): string => (language === "zh" ? label : read(label));
  const say = (code: string, params: Readonly<Record<string, unknown>> = {}): string =>
    services.messages.say(`packs.said.${code}`, params, language);
  const list = (parts: readonly string[]): string => parts.join(READING[language]);
  const fieldsOf = (ledger: string) => services.catalog.find(ledger)?.ledger.fields ?? {};
  const ledger = (name: string): string => spoken(services.catalog.find(name)?.ledger.label ?? name);
  const measure = (name: string): string => registry.measures.get(name)?.label ?? name;
  const choice = (of: string, value: string): string => say(`${of}.${value}`);
  return {
    say,
    list,
    ledger,
    measure,
    choice,
    field: (key: string): string => say(`field.${key}`),
    condition(of: string, condition: ConditionText | undefined): string {
      const fields = fieldsOf(of);
      return list(
        Object.entries(condition ?? {}).map(([key, value]) => {
          const declared = fields[key] as { readonly label: string; readonly choices?: Readonly<Record<string, string>> } | undefined;
          const word = (each: unknown): string =>
            typeof each === "string"
              ? spoken(declared?.choices?.[each] ?? each)
              : typeof each === "object"
                ? JSON.stringify(each)
                : String(each);
          return `${spoken(declared?.label ?? key)} ${Array.isArray(value) ? list(value.map(word)) : word(value)}`;
        }),
      );
    },
    organs({ level, organ, members, areas: codes, where }: Selector): string {
      const kind =
        organ === "any"
          ? say(members ? "members" : "any_organ")
          : organ === "committee-office"
            ? say("committee_office")
            : spoken(kinds[organ] ?? organ);
      const some = [
        ...(codes ?? []).map((code) => areas.get(code) ?? code),
        ...Object.entries(where ?? {}).map(([key, value]) => `${key} ${value}`),
      ];
      const words = say("organs", { level: choice("at", level), kind: members && organ !== "any" ? `${kind} ${say("members")}` : kind });
      return some.length > 0 ? `${words}（${list(some)}）` : words;
    },
    binding(binding: Binding): string {
      switch (binding.kind) {
        case "measure":
          return measure(binding.measure);
        case "ledger":
        case "case":
          return ledger(binding.of);
        case "document":
          return binding.document;
        case "awaits":
          return binding.figure ?? binding.capability;
      }
    },
  };
}
