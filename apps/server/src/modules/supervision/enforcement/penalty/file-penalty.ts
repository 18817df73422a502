/** 立案 out of something else: an overdue hazard, what a joint check found. As if the officer had opened the case by its form. */
import { eraseCase, type Given } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { penalty } from "./penalty.ts";
import { readyToFile } from "./ready.ts";

/** @param given what the form asks, and the area. @returns the case */
export async function filePenalty(context: RouteContext, { area, ...given }: Given & { readonly area: number }): Promise<Result<string>> {
  if (!given.officerOne || !given.officerTwo) return refuse("invalid", "enforcement.two_officers");
  const ready = await readyToFile(context, { ...given, area });
  if (!ready.ok) return ready;
  const { actor, now, services } = context;
  const raised = await raiseCase(
    eraseCase(penalty),
    {
      area,
      values: { ...given, ...ready.value },
      holderOrgan: actor.organId,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
    },
    readerOf(context),
    services,
  );
  return raised.ok ? ok(raised.value.id) : raised;
}
