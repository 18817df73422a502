/** A person opens a case with the standard form: what it asks is checked like a ledger's row; whom it names as holder has it, else the organ of whoever opens it. */
import { z } from "zod";
import type { Fields } from "../ledger/define.ts";
import { pathOf } from "../ledger/names.ts";
import { findRow } from "../ledger/read.ts";
import { readerOf } from "../ledger/routes.ts";
import { rowOf } from "../ledger/shapes.ts";
import { checkReferences, inArea, labelled } from "../ledger/write.ts";
import { ok, refuse } from "../result.ts";
import { type Route, route } from "../route.ts";
import type { AnyCase, ByHand, Given } from "./define.ts";
import { raiseCase } from "./store.ts";

export function byHandRoute(declared: AnyCase, byHand: ByHand<string>): Route {
  const permission = `${declared.name}.write`;
  const asked: Fields = Object.fromEntries(Object.entries(declared.fields).filter(([key]) => byHand.asks.includes(key)));
  return route({
    method: "POST",
    permission,
    tag: declared.label,
    path: `/${pathOf(declared.name)}`,
    summary: `${declared.label} 登记`,
    input: z.looseObject({ area: z.number().int().optional(), point: z.unknown().optional() }),
    output: rowOf(declared),
    async run(context, { area: given, ...values }) {
      const { actor, services } = context;
      const entry = services.catalog.get(declared.name);
      const reader = readerOf(context);
      if (actor.unitId !== null) return refuse("forbidden", "http.no_permission", { permission });
      const beyond = Object.keys(values).filter((key) => !(key in asked) && key !== "point");
      const problems = [
        ...beyond.map((field) => ({ field, code: "ledger.unknown_field" })),
        ...(await checkReferences(entry, values, reader)),
      ];
      const area = await inArea(entry, given, values, reader);
      if (!area.ok) problems.push({ field: "area", code: area.refusal.code });
      if (problems.length > 0 || !area.ok) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) });
      const ready = byHand.ready ? await byHand.ready(context, { ...values, area: area.value }) : ok({});
      if (!ready.ok) return ready;
      const whole: Given = { ...values, ...ready.value };
      const first = byHand.holder ? whole[byHand.holder] : undefined;
      const raise = {
        area: area.value,
        values: whole,
        holderOrgan: typeof first === "string" ? first : actor.organId,
        at: context.now,
        kind: "person" as const,
        actor: actor.userId,
        actorName: actor.name,
      };
      const raised = await raiseCase(declared, raise, reader, services);
      if (!raised.ok) return raised;
      const row = await findRow(entry, raised.value.id, reader);
      if (!row) return refuse("forbidden", "ledger.outside_area");
      context.audit({ action: `${declared.label} 登记`, subject: declared.name, subjectId: row.id, area: row.area });
      return ok(row);
    },
  });
}
