/** A trial for one who asks over HTTP: his text, on his area of this installation, against what binds there. */
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaKey, type CalendarDate, isWithin } from "#platform/values.ts";
import { judgeExample } from "../duties/judge-example.ts";
import { toWorkday } from "../duties/working-days.ts";
import type { City, KnownPack } from "./domain/known.ts";
import { nextDue } from "./domain/owed.ts";
import type { Binding } from "./domain/pack.ts";
import { cityHere, knownPack } from "./known-names.ts";
import { sayNames } from "./say-names.ts";
import { packsInForce } from "./store.ts";
import { shippedKnown, type Tried, tryPack } from "./try-pack.ts";

const NAMED = 3;

export async function trialOf(
  source: string,
  { area, on, document }: { readonly area: AreaKey; readonly on: CalendarDate; readonly document?: string | undefined },
  context: Pick<RouteContext, "tx" | "services">,
): Promise<{ readonly tried: Tried; readonly city: City }> {
  const { registry, catalog } = context.services;
  const city = await cityHere(context.tx, area, on);
  const others = await othersInForce(context, on);
  return { city, tried: tryPack(source, { registry, catalog, city, others, document, judge: judgeExample }) };
}

/** What came with the program, and over it what an office put in force. */
async function othersInForce(
  { tx, services }: Pick<RouteContext, "tx" | "services">,
  on: CalendarDate,
): Promise<ReadonlyMap<string, KnownPack>> {
  const bound = await packsInForce(tx, services, { on });
  return new Map([...shippedKnown(), ...bound.map(({ pack }) => [pack.pack, knownPack(pack)] as const)]);
}

export function shownTrial(
  { tried, city }: { readonly tried: Tried; readonly city: City },
  on: CalendarDate,
  { services, language }: Pick<RouteContext, "services" | "language">,
) {
  const names = sayNames({ services, language });
  const { problems, owed, sum = null, lines } = tried;
  return {
    problems: problems.map(({ line, column, severity, code, params }) => ({
      line,
      column,
      severity,
      code,
      message: services.messages.say(code, params, language),
    })),
    errors: problems.filter(({ severity }) => severity === "error").length,
    on,
    city: city.name,
    sum,
    owed: owed.map(({ clause, duty, organs }) => ({
      clause: clause.id,
      line: lines.get(clause.id) ?? null,
      duty: duty.id,
      text: duty.text,
      binding: duty.binding.kind,
      from: nameOf(duty.binding),
      label: names.binding(duty.binding),
      due: nextDue(duty.rhythm, on, toWorkday) ?? null,
      rhythm: duty.rhythm.kind,
      organs: organs.length,
      names: organs.slice(0, NAMED).map(({ name }) => name),
    })),
    lines: Object.fromEntries(lines),
  };
}

function nameOf(binding: Binding): string {
  switch (binding.kind) {
    case "measure":
      return binding.measure;
    case "ledger":
    case "case":
      return binding.of;
    case "document":
      return binding.document;
    case "awaits":
      return binding.figure ?? binding.capability;
  }
}

/** Where a pack is laid: the given area inside one's own, else one's own. */
export const areaFor = ({ actor }: Pick<RouteContext, "actor">, area: AreaKey | undefined): Result<AreaKey> => {
  const wanted = area ?? actor.area.lo;
  return isWithin(wanted, actor.area) ? ok(wanted) : refuse("forbidden", "ledger.outside_area");
};
