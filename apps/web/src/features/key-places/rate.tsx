/** Figures of a campaign as shares: a bar with its percentage, — where nothing applies. */
import { number } from "../../lib/format.ts";

export type Tally = { readonly objects: number; readonly notApplicable: number; readonly surveyed: number; readonly cleared: number };

/** Never rounded up to the goal. Null: nothing to divide by. */
export const share = (part: number, { objects, notApplicable }: Pick<Tally, "objects" | "notApplicable">): number | null => {
  const whole = objects - notApplicable;
  return whole <= 0 ? null : Math.floor((part / whole) * 1_000) / 10;
};

export function Rate({ value, label }: { readonly value: number | null; readonly label: string }) {
  return (
    <span className="campaign-rate" role="img" aria-label={`${label} ${value === null ? "—" : `${number(value, 1)} %`}`}>
      <span className="campaign-track">
        <span className={value === 100 ? "campaign-fill campaign-whole" : "campaign-fill"} style={{ width: `${value ?? 0}%` }} />
      </span>
      <span className="num">{value === null ? "—" : `${number(value, 1)} %`}</span>
    </span>
  );
}
