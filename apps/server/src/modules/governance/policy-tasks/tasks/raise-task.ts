/** The one way a task comes into being: by hand, from minutes, a task table, a clause, a finding, or passed down from a task above. */
import { type Actor, scopeOf } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import { askRequest } from "#platform/case/requests.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { Reader } from "#platform/ledger/read.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { type CalendarDate, isWithin } from "#platform/values.ts";
import type { TaskSource } from "./domain/kinds.ts";
import { nextTaskNumber, organsNamed } from "./store.ts";
import { TASK, task } from "./task.ts";

export type TaskAsked = {
  readonly title: string;
  /** The organ that leads: it holds the task, and its area is the task's. */
  readonly organ: string;
  readonly dueOn: CalendarDate;
  readonly sourceKind: TaskSource;
  readonly sourceId?: string | null | undefined;
  /** Where on a screen it came from, and the words it came from. */
  readonly sourceHref?: string | null | undefined;
  readonly sourceWords?: string | null | undefined;
  readonly supports?: readonly string[] | undefined;
  readonly owner?: string | null | undefined;
  readonly content?: string | null | undefined;
  readonly output?: string | null | undefined;
  readonly clause?: string | null | undefined;
  readonly pack?: string | null | undefined;
  readonly stage?: string | null | undefined;
  readonly superior?: string | null | undefined;
  readonly tag?: string | null | undefined;
  readonly side?: string | null | undefined;
  /** Who gave it, and accepts it; the actor's own organ unless said. */
  readonly assigner?: string | null | undefined;
};

/** `actor: null`: the program itself, over the whole city. */
export type TaskBy = { readonly actor: Actor | null; readonly now: Date; readonly today: CalendarDate };
export type TaskRaised = { readonly id: string; readonly number: string };

function readerFor(tx: Tx, services: Services, { actor, now, today }: TaskBy): Reader {
  if (!actor) return systemReader(services, tx, now, today);
  return { tx, catalog: services.catalog, scope: scopeOf(actor), moments: { today, now }, sealer: services.sealer };
}

const blankToNull = (value: string | null | undefined): string | null => (value?.trim() ? value.trim() : null);

/** Gives one organ one task. Supporting organs are asked for help on it and answer there. */
export async function raiseTask(tx: Tx, services: Services, asked: TaskAsked, by: TaskBy): Promise<Result<TaskRaised>> {
  const { actor, now, today } = by;
  const [lead] = await organsNamed(tx, [asked.organ]);
  if (!lead) return refuse("invalid", "policy-tasks.task_unknown_organ", { organ: asked.organ });
  if (actor && !isWithin(lead.area, actor.area)) return refuse("invalid", "policy-tasks.task_outside_area", { organ: lead.shortName });
  const assigner = asked.assigner ?? actor?.organId ?? null;
  if (actor && !assigner) return refuse("conflict", "policy-tasks.task_no_organ");
  const supports = await organsNamed(
    tx,
    (asked.supports ?? []).filter((id) => id !== asked.organ),
  );
  const number = await nextTaskNumber(tx, today);
  const values = {
    number,
    title: asked.title.trim().slice(0, 200),
    content: blankToNull(asked.content),
    lead: lead.id,
    supports:
      supports.length === 0
        ? null
        : supports
            .map(({ shortName }) => shortName)
            .join("、")
            .slice(0, 400),
    owner: blankToNull(asked.owner),
    dueOn: asked.dueOn,
    output: blankToNull(asked.output),
    assigner,
    sourceKind: asked.sourceKind,
    sourceId: asked.sourceId ?? null,
    sourceHref: asked.sourceHref ?? null,
    sourceWords: blankToNull(asked.sourceWords)?.slice(0, 600) ?? null,
    clause: blankToNull(asked.clause),
    pack: blankToNull(asked.pack),
    superior: asked.superior ?? null,
    stage: asked.stage ?? null,
    tag: asked.tag ?? null,
    side: asked.side ?? null,
    extensions: 0,
    passed: 0,
  };
  const reader = readerFor(tx, services, by);
  const raised = await raiseCase(
    eraseCase(task),
    {
      area: lead.area,
      values,
      holderOrgan: lead.id,
      at: now,
      kind: actor ? "person" : "system",
      actor: actor?.userId ?? null,
      actorName: actor?.name ?? "系统",
    },
    reader,
    services,
  );
  if (!raised.ok) return raised;
  const { id } = raised.value;
  for (const support of supports) {
    const note = `请配合${lead.shortName}：${values.title}`;
    if (!actor) {
      await tellOrgan(tx, { caseName: TASK, caseId: id, area: lead.area, organ: support.id, note, subject: values.title, at: now });
      continue;
    }
    const dueOn = asked.dueOn < today ? {} : { dueOn: asked.dueOn };
    const helped = await askRequest(
      eraseCase(task),
      id,
      { kind: "assist", organ: support.id, note, files: [], given: {}, ...dueOn },
      { actor: { ...actor, permissions: new Set([...actor.permissions, "policy-tasks.assign"]) }, now, today, tx, services },
      reader,
    );
    if (!helped.ok) return helped;
  }
  return ok({ id, number });
}
