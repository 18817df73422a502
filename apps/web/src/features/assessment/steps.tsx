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

function belowOf(step: (typeof order)[number], { year, appeals, checked }: Board): readonly (string | null)[] {
  switch (step) {
    case "pledging":
      return [year.pledgeBy && day(year.pledgeBy), t("signedOf", { n: year.signed, of: year.entrants })];
    case "tracking":
      return [t("daily")];
    case "sampling":
      return [year.sampled === null ? null : t("sampledOf", { n: year.sampled, done: checked })];
    case "frozen":
      return [t("midnight", { day: day(year.until) })];
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
            <span className="caption t2">
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
