/** A change of a pack as an approver reads it: the field by its name, what stood there in words, in the asker's language. Pure but for the words. */
import type { Language, Messages } from "#platform/messages.ts";
import type { Services } from "#platform/services.ts";
import type { Change, PackDiff } from "./domain/diff-packs.ts";
import type { Binding, Duty, Pack, Rhythm, Selector, Target } from "./domain/pack.ts";
import { sayNames } from "./say-names.ts";

export type SaidChange = { readonly field: string; readonly label: string; readonly before: string; readonly after: string };
type Ground = {
  readonly services: Pick<Services, "spoken" | "catalog"> & { readonly messages: Messages };
  readonly language: Language;
  readonly areas: ReadonlyMap<string, string>;
};
type Words = ReturnType<typeof sayNames>;

export function sayDiff({ clauses, head, same }: PackDiff, ground: Ground) {
  const say = sayer(ground);
  return { same, head: head.map(say), clauses: clauses.map((each) => ({ ...each, changes: each.changes.map(say) })) };
}

function sayer(ground: Ground): (change: Change) => SaidChange {
  const words = sayNames(ground);
  return ({ field, before, after }) => {
    const [, key, own = field] = /^duties\.([^.]+)\.(.+)$/.exec(field) ?? [];
    const name = words.field(own);
    return {
      field,
      label: key === undefined ? name : words.say("duty_field", { key, field: name }),
      before: valueSaid(own, before, words),
      after: valueSaid(own, after, words),
    };
  };
}

/** What stood in a field; what nothing is known of is shown as it is. */
function valueSaid(field: string, value: unknown, words: Words): string {
  if (value === undefined || value === null) return "";
  const { say, list } = words;
  switch (field) {
    case "lead":
    case "support":
    case "who":
      return list((value as readonly Selector[]).map(words.organs));
    case "binding":
      return bindingSaid(value as Binding, words);
    case "rhythm":
      return rhythmSaid(value as Rhythm, words);
    case "target":
      return targetSaid(value as Target, words);
    case "warn": {
      const { gap, days } = value as NonNullable<Duty["warn"]>;
      return list([...(gap === undefined ? [] : [say("warn_gap", { gap })]), ...(days === undefined ? [] : [say("warn_days", { days })])]);
    }
    case "after":
      return list((value as Duty["after"]).map((each) => say("late", { days: each.days, what: say(`do_${each.do}`) })));
    case "examples":
      return list(
        (value as Duty["examples"]).map(({ on, value: figure, done, is }) =>
          say("example", {
            on,
            value: figure ?? (done === undefined ? "—" : say(done ? "done" : "not_done")),
            is: words.choice("status", is),
          }),
        ),
      );
    case "is":
    case "counts":
    case "basis":
    case "kind":
    case "level":
      return words.choice(field, String(value));
    case "follows":
    case "awaits":
      return Object.values(value as object).join(" ");
    case "superior":
      return list((value as Pack["superior"]).map(({ title, number }) => [title, number].filter(Boolean).join(" ")));
    case "stages":
      return list((value as Pack["stages"]).map(({ name, from, to }) => `${name} ${from}–${to}`));
    case "parts":
      return list((value as Pack["parts"]).map(({ name }) => name));
    case "groupings":
      return list(
        (value as NonNullable<Pack["groupings"]>).map(({ name, groups }) => `${name}（${list(groups.map((each) => each.name))}）`),
      );
    default:
      return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
}

function bindingSaid(binding: Binding, words: Words): string {
  const kind = words.choice("binding", binding.kind);
  switch (binding.kind) {
    case "measure":
      return words.say("binding", { kind, name: words.measure(binding.measure) });
    case "ledger":
      return words.say("binding", {
        kind,
        name: [
          words.ledger(binding.of),
          words.condition(binding.of, binding.where),
          words.say("all", { all: words.condition(binding.of, binding.all) }),
        ]
          .filter(Boolean)
          .join(" "),
      });
    case "case":
      return words.say("binding", {
        kind,
        name: [words.ledger(binding.of), words.condition(binding.of, binding.where)].filter(Boolean).join(" "),
      });
    case "document":
      return words.say("binding", { kind, name: binding.document });
    case "awaits":
      return words.say("binding", { kind, name: binding.figure ?? binding.capability });
  }
}

function rhythmSaid(rhythm: Rhythm, { say, choice, list }: Words): string {
  switch (rhythm.kind) {
    case "every": {
      const { every, within, on } = rhythm;
      const span = within ? [say("within", { from: within.from, to: within.to })] : [];
      return list([choice("every", every), ...span, ...(on === "workdays" ? [say("workdays")] : [])]);
    }
    case "by":
      return list([say("by", { by: rhythm.by }), ...(rhythm.thenKeep ? [say("then_keep")] : [])]);
    case "steps":
      return list(rhythm.steps.map((step) => say("step", step)));
    case "keep":
      return say("keep");
  }
}

function targetSaid(target: Target, { say, list }: Words): string {
  switch (target.kind) {
    case "number":
      return String(target.value);
    case "baseline":
      return say("baseline");
    case "configured":
      return target.suggested === undefined ? say("configured") : say("configured_about", { suggested: target.suggested });
    case "by": {
      const values = Object.entries(target.values).map(([key, value]) => `${key} ${value}`);
      return say("by_attribute", {
        attribute: target.attribute,
        values: list([...values, ...(target.otherwise === undefined ? [] : [say("otherwise", { value: target.otherwise })])]),
      });
    }
  }
}
