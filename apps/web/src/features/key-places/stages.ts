/** Stages laid over the time of a campaign, one after another by their shares. Pure; the server refuses what does not follow. */
const DAY = 86_400_000;

export type PlannedStage = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly goal: string;
  readonly of: "checked" | "cleared" | null;
  readonly rate: number | null;
};
type Part = Omit<PlannedStage, "from" | "to"> & { readonly share: number };

const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const length = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;

export function stagesOf(parts: readonly Part[], from: string, to: string): readonly PlannedStage[] {
  const days = Math.max(length(from, to), parts.length);
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  let done = 0;
  return parts.map(({ share, ...part }, i) => {
    const start = Math.round((done / whole) * days);
    done += share;
    const end = i === parts.length - 1 ? days : Math.round((done / whole) * days);
    return { ...part, from: plus(from, start), to: plus(from, Math.max(end - 1, start)) };
  });
}

/** The same stages in the same proportions over other days. */
export const spread = (stages: readonly PlannedStage[], from: string, to: string): readonly PlannedStage[] =>
  stagesOf(
    stages.map((stage) => ({ ...stage, share: Math.max(stage.from && stage.to ? length(stage.from, stage.to) : 1, 1) })),
    from,
    to,
  );
