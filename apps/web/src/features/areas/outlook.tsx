/** What a change touches, area by area, and why it cannot be made. */
import { number } from "../../lib/format.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Outlook as Looked, OneAdjustment } from "./model.ts";
import { t } from "./words.ts";

type Touched = Looked["touched"][number];
const COUNTS_SHOWN = 12;

export function Outlook({ outlook }: { readonly outlook: Looked }) {
  const { problems, touched, made, outline } = outlook;
  return (
    <div className="areas-outlook">
      {problems.length > 0 && (
        <section className="areas-problems is-overdue" role="alert">
          <h3>{t("problems")}</h3>
          <ul>
            {problems.map(({ code, message }) => (
              <li key={`${code} ${message}`} className="row">
                <Icon name="fault" size={14} /> <span>{message}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {touched.map((each) => (
        <Area key={each.area} touched={each} />
      ))}
      {made.length > 0 && (
        <section>
          <h3>
            {t("made")} <span className="num t2">{made.length}</span>
          </h3>
          <ul className="small areas-made">
            {made.slice(0, COUNTS_SHOWN).map((each) => (
              <li key={each.code ?? each.fullName} className="row">
                <span className="grow">{each.fullName}</span>
                <span className="num t2">{each.code}</span>
              </li>
            ))}
            {made.length > COUNTS_SHOWN && <li className="t3">…</li>}
          </ul>
        </section>
      )}
      {problems.length === 0 && (
        <p className="small t2">
          {t("outline")}：{t(outline)}
        </p>
      )}
    </div>
  );
}

const OTHER_COUNTS: Readonly<Record<string, "posting" | "frozen">> = { "identity.posting": "posting", "policy_tasks.standing": "frozen" };

function Area({ touched: { name, becomes, counts, organs } }: { readonly touched: Touched }) {
  const [next] = becomes;
  const labelOf = ({ of, label }: Touched["counts"][number]) => {
    const word = OTHER_COUNTS[of];
    return word ? t(word) : (label ?? of);
  };
  const shown = counts.filter(({ rows }) => rows > 0).toSorted((a, b) => Number(b.of in OTHER_COUNTS) - Number(a.of in OTHER_COUNTS));
  return (
    <section>
      <h3>
        {name} <span className="t2 small">{next && next.name !== name ? t("becomes", { name: next.name }) : t("stays")}</span>
      </h3>
      {shown.length === 0 && <p className="small t2">{t("noTouch")}</p>}
      <ul className="areas-counts">
        {shown.slice(0, COUNTS_SHOWN).map((each) => (
          <li key={each.of}>
            <span className="truncate">{labelOf(each)}</span>
            <b className="num">{number(each.rows)}</b>
            {each.open !== null && each.open > 0 && <span className="small t2">{t("openCases", { n: each.open })}</span>}
          </li>
        ))}
      </ul>
      {shown.length > COUNTS_SHOWN && (
        <details className="small">
          <summary className="link">{t("moreCounts", { n: shown.length - COUNTS_SHOWN })}</summary>
          <p className="t2">
            {shown
              .slice(COUNTS_SHOWN)
              .map((each) => `${labelOf(each)} ${number(each.rows)}`)
              .join("、")}
          </p>
        </details>
      )}
      {organs.length > 0 && (
        <details className="small">
          <summary className="link">
            {t("organs")} {organs.length}
          </summary>
          <ul className="areas-made">
            {organs.map((organ) => (
              <li key={organ.name} className="row">
                <span className="grow">{organ.name}</span>
                <span className="t2">
                  {organ.ends
                    ? t("organEnds", { name: organ.becomes ?? "" })
                    : organ.becomes
                      ? t("organBecomes", { name: organ.becomes })
                      : t("organStays")}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type MovedRows = OneAdjustment["moved"];
/** What was carried out, by kind of row. */
export function Moved({ moved }: { readonly moved: MovedRows }) {
  const labelOf = ({ of, label }: MovedRows[number]) => label ?? t(of === "identity.posting" ? "posting" : "otherRows");
  return (
    <section className="areas-outlook">
      <h3>{t("moved")}</h3>
      <ul className="areas-counts">
        {moved.map((each) => (
          <li key={each.of}>
            <span className="truncate">{labelOf(each)}</span>
            <b className="num">{number(each.rows)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
