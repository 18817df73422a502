/** What changed between two windows of the same length: hazards cleared in %, days to close in days. */
type Window = { readonly cleared: number | null; readonly days: number | null };
type Change = { readonly cleared: number | null; readonly faster: number | null };

/** Nothing cleared before makes no percentage; no closed hazard makes no time. */
export function changeOf(before: Window, after: Window): Change {
  const cleared =
    before.cleared === null || after.cleared === null || before.cleared === 0
      ? null
      : Math.round(((after.cleared - before.cleared) / before.cleared) * 100);
  const faster = before.days === null || after.days === null ? null : Math.round((before.days - after.days) * 10) / 10;
  return { cleared, faster };
}
