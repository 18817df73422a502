/** Why minutes cannot be issued yet: each reason with where it stands. Pure. */
import type { CalendarDate } from "#platform/values.ts";

export type Undone = "organ" | "owner" | "day" | "late";
export type Task = {
  readonly id: string;
  readonly agenda: string;
  readonly organ: string | null;
  readonly spread: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
};
export type HeldBack =
  | { readonly kind: "tasks"; readonly n: number; readonly lacks: readonly Undone[]; readonly ids: readonly string[] }
  | { readonly kind: "sentences"; readonly n: number; readonly agendas: readonly string[] }
  | { readonly kind: "silent"; readonly n: number; readonly agendas: readonly string[] }
  | { readonly kind: "refused"; readonly n: number; readonly organs: readonly string[] };

/** What one task still lacks: who leads, who answers, by when; and a day that has passed is none. */
export function lackingOf(task: Pick<Task, "organ" | "spread" | "owner" | "dueOn">, today: CalendarDate): readonly Undone[] {
  const lacks: Undone[] = [];
  if (task.spread === "one" && !task.organ) lacks.push("organ");
  if (!task.owner?.trim()) lacks.push("owner");
  if (!task.dueOn) lacks.push("day");
  else if (task.dueOn < today) lacks.push("late");
  return lacks;
}

export type Draft = {
  readonly tasks: readonly Task[];
  readonly agendas: readonly { readonly id: string; readonly text: string | null; readonly unmarked: number }[];
  readonly refusedBy: readonly string[];
};

/** Empty: they may go out. */
export function whyHeldBack({ tasks, agendas, refusedBy }: Draft, today: CalendarDate): readonly HeldBack[] {
  const lacking = tasks.flatMap((task) => {
    const lacks = lackingOf(task, today);
    return lacks.length > 0 ? [{ id: task.id, lacks }] : [];
  });
  const silent = agendas.filter(({ text }) => !text?.trim());
  const open = agendas.filter(({ unmarked }) => unmarked > 0);
  return [
    ...(lacking.length > 0
      ? [
          {
            kind: "tasks",
            n: lacking.length,
            lacks: [...new Set(lacking.flatMap(({ lacks }) => lacks))],
            ids: lacking.map(({ id }) => id),
          } as const,
        ]
      : []),
    ...(open.length > 0
      ? [{ kind: "sentences", n: open.reduce((sum, { unmarked }) => sum + unmarked, 0), agendas: open.map(({ id }) => id) } as const]
      : []),
    ...(silent.length > 0 ? [{ kind: "silent", n: silent.length, agendas: silent.map(({ id }) => id) } as const] : []),
    ...(refusedBy.length > 0 ? [{ kind: "refused", n: refusedBy.length, organs: refusedBy } as const] : []),
  ];
}
