/** The life of a case: steps done, the one now, those to come; below each who and when, or the limit. Over seven: first, last, now ± 2. */
import type { ReactNode } from "react";
import type { Meaning } from "../app/theme/theme.ts";
import { cx } from "../lib/class.ts";
import { Icon } from "./icon.tsx";
import "./case-bar.css";

export type CaseStep = {
  readonly key: string;
  readonly label: string;
  readonly state: "done" | "now" | "later";
  readonly below?: ReactNode;
  /** A side move (退回, 延期, 转办) happened here. */
  readonly flagged?: boolean;
};

/** Which steps stand in sight; null is a fold. Pure. */
export function visibleSteps(steps: readonly CaseStep[]): readonly (CaseStep | null)[] {
  if (steps.length <= 7) return steps;
  const now = Math.max(
    0,
    steps.findIndex((step) => step.state === "now"),
  );
  const kept = new Set([0, steps.length - 1, now - 2, now - 1, now, now + 1, now + 2]);
  return steps.flatMap((step, index) => (kept.has(index) ? [step] : kept.has(index - 1) ? [null] : []));
}

export function CaseBar({ steps, meaning = "primary" }: { readonly steps: readonly CaseStep[]; readonly meaning?: Meaning }) {
  const number = new Map(steps.map((step, index) => [step.key, index + 1]));
  return (
    <ol className={cx("case-bar", `is-${meaning}`)}>
      {visibleSteps(steps).map((step, index) =>
        step === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fold is its place
          <li key={`fold-${index}`} className="case-fold">
            …
          </li>
        ) : (
          <li key={step.key} className={`case-step case-${step.state}`} aria-current={step.state === "now" ? "step" : undefined}>
            <span className="case-mark">{step.state === "done" ? <Icon name="check" size={12} solid /> : number.get(step.key)}</span>
            <span className="case-label">
              {step.label}
              {step.flagged && <Icon name="flag" size={12} />}
            </span>
            <span className="case-below">{step.below}</span>
          </li>
        ),
      )}
    </ol>
  );
}
