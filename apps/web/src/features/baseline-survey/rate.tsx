/** A share as a bar with its percentage, never rounded up to the goal. */
import { number } from "../../lib/format.ts";

export const share = (part: number, whole: number): number | null => (whole <= 0 ? null : Math.floor((part / whole) * 1_000) / 10);

export function Rate({ value, label }: { readonly value: number | null; readonly label: string }) {
  return (
    <span className="survey-rate" role="img" aria-label={`${label} ${value === null ? "—" : `${number(value, 1)} %`}`}>
      <span className="survey-track">
        <span style={{ width: `${value ?? 0}%` }} />
      </span>
      <span className="num nowrap">{value === null ? "—" : `${number(value, 1)} %`}</span>
    </span>
  );
}
