/** The seven steps of a year, each with its day and what came of it. */
import { cx } from "../../lib/class.ts";
import { day } from "../../lib/format.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Board } from "./model.ts";
import { t } from "./words.ts";

const order = ["pledging", "tracking", "sampling", "frozen", "appealing", "approving", "using"] as const;
/** What a state waits for: tracking lasts until the draw, freezing begins once the checks are under way. */
const names = {
  pledging: "pledging",
  tracking: "tracking",
  sampling: "sampling",
  frozen: "freezing",
  appealing: "appealing",
  approving: "approving",
  using: "using",
} as const;

/** The rule it rests on, and who keeps it waiting. */
const freezingTitle = ({ freezing }: Board): string | undefined =>
  freezing ? [freezing.basis, t("freezeBy", { day: day(freezing.on) }), freezing.owing.join("、")].filter(Boolean).join("\n") : undefined;

function frozenWhen({ year, freezing }: Board): readonly (string | null)[] {
  if (year.frozenAt) return [day(year.frozenAt)];
  if (!freezing) return [];
  const owing = freezing.owing.length === 0 ? null : t("freezeOwing", { n: freezing.owing.length });
  const on = day(freezing.on, new Date(freezing.on));
  return [owing ?? t(freezing.confidence === "derived" ? "freezeByDefault" : "freezeBy", { day: on })];
}

function belowOf(step: (typeof order)[number], board: Board): readonly (string | null)[] {
  const { year, appeals, checked } = board;
  switch (step) {
    case "pledging":
      return [year.pledgeBy && day(year.pledgeBy), t("signedOf", { n: year.signed, of: year.entrants })];
    case "tracking":
      return [t("daily")];
    case "sampling":
      return [year.sampled === null ? null : t("sampledOf", { n: year.sampled, done: checked })];
    case "frozen":
      return frozenWhen(board);
    case "appealing":
      return [year.appealUntil && t("until", { day: day(year.appealUntil) }), appeals.filed > 0 ? t("filed", { n: appeals.filed }) : null];
    case "approving":
      return [year.approvedOn && t("approvedOn", { day: day(year.approvedOn) })];
    case "using":
      return [year.issuedOn && t("issuedOn", { day: day(year.issuedOn) })];
  }
}

export function Steps({ board }: { readonly board: Board }) {
  const now = board.year.state === "closed" ? order.length : order.indexOf(board.year.state);
  return (
    <ol className="assess-steps">
      {order.map((step, i) => (
        <li
          key={step}
          className={cx("assess-step", i < now && "is-done", i === now && "is-now")}
          aria-current={i === now ? "step" : undefined}
        >
          <span className="assess-mark num">{i < now ? <Icon name="check" size={14} solid /> : i + 1}</span>
          <span className="assess-step-text">
            <b>{t(names[step])}</b>
            <span className="caption t2" title={step === "frozen" ? freezingTitle(board) : undefined}>
              {belowOf(step, board)
                .filter((each) => each !== null && each !== "")
                .map((each) => (
                  <span key={each}>{each}</span>
                ))}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
