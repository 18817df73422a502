/** The right side: what the rules say now, by which clauses, how far each threshold is, and what is open. It suggests and decides nothing. */
import type { Determined } from "@suiren/api-client";
import { cx } from "../../lib/class.ts";
import { listed } from "../../lib/format.ts";
import { StateDot } from "../../ui/meaning.tsx";
import { EditionNote } from "./edition-note.tsx";
import type { Rules } from "./model.ts";
import { t } from "./words.ts";

const meaning = { direct: "overdue", comprehensive: "overdue", notMajor: "met", prompt: "soon" } as const;
const promptWords = {
  precondition: "precondition",
  exclusion: "exclusion",
  unconfirmed: "unconfirmedPrompt",
  unknown: "unknownPrompt",
  threshold: "threshold",
} as const;

export function Verdict({ rules, found }: { readonly rules: Rules; readonly found: Determined }) {
  const judged = found.judgement ?? found.reference;
  const isReference = found.judgement === null;
  return (
    <div className="verdict">
      <EditionNote rules={rules} />
      {judged && (
        <div className={cx("col", isReference && "verdict-reference")} style={{ gap: 6 }}>
          {isReference && <span className="small t2">{t("reference", { edition: judged.edition })}</span>}
          <b>
            <StateDot meaning={meaning[judged.verdict]}>{t(judged.verdict)}</StateDot>
          </b>
          {judged.by.length > 0 && judged.by.every((clause) => /^\d/.test(clause)) && (
            <span className="small">{t("by", { clauses: listed(judged.by) })}</span>
          )}
          {judged.leaning && <span className="small t2">{t(judged.leaning === "major" ? "leanMajor" : "leanNot")}</span>}
          {judged.prompts.map((prompt) => (
            <span key={prompt} className="small">
              <StateDot meaning="soon">{t(promptWords[prompt])}</StateDot>
            </span>
          ))}
          <h3 className="small t2">{t("counts")}</h3>
          {judged.counts.map((count) => {
            const rule = rules.thresholds.find(({ id }) => id === count.id);
            return (
              <div key={count.id} className={cx("verdict-count", count.applies === false && "t3")}>
                <span className="grow small">
                  {rule?.title}
                  {!count.confirmed && <i className="caption t3"> {t("memory")}</i>}
                </span>
                <span className="nowrap small">
                  {count.applies === false ? (
                    t("countNot")
                  ) : (
                    <>
                      <b className="num">{t("count", { met: count.met, need: count.need })}</b>
                      {count.withUnconfirmed > count.met && (
                        <span className="caption t3"> {t("countMore", { n: count.withUnconfirmed })}</span>
                      )}
                      {count.applies === null && <span className="caption t3"> {t("countApplies")}</span>}
                    </>
                  )}
                </span>
              </div>
            );
          })}
          <p className="caption t3">{t("unansweredNote")}</p>
        </div>
      )}
    </div>
  );
}
