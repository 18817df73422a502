/** One row a government: what it owes this year, and its plates by where they stand. */
import { Go } from "../../lib/go.tsx";
import { listHref, type Where } from "../../lib/list-href.ts";
import { Button } from "../../ui/button.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { type Government, LISTING, type Overview } from "./model.ts";
import { t } from "./words.ts";

const meaning = { met: "met", due: "soon", missed: "overdue" } as const;

export function Governments({
  data,
  year,
  towns,
  onTowns,
}: {
  readonly data: Overview;
  readonly year: number;
  readonly towns: boolean;
  readonly onTowns: () => void;
}) {
  return (
    <>
      <table className="listing-table">
        <thead>
          <tr>
            <th>{t("government")}</th>
            <th>{t("batchOwed")}</th>
            <th>{t("majorOwed")}</th>
            <th className="amount">{t("proposed")}</th>
            <th className="amount">{t("open")}</th>
            <th className="amount">{t("overdue")}</th>
            <th className="amount">{t("delisted")}</th>
            <th className="amount">{t("onTime")}</th>
          </tr>
        </thead>
        <tbody>
          {data.governments.map((each) => (
            <GovernmentRow key={each.id} each={each} year={year} />
          ))}
        </tbody>
      </table>
      <p className="listing-foot small t2">
        <span className="grow">{t("townsNote", { all: data.towns.all, n: data.towns.withBatch })}</span>
        {data.towns.all > 0 && (
          <Button size="small" onClick={onTowns}>
            {t(towns ? "hideTowns" : "showTowns")}
          </Button>
        )}
      </p>
    </>
  );
}

function GovernmentRow({ each, year }: { readonly each: Government; readonly year: number }) {
  const own: Where = { government: each.id, year };
  const figure = (n: number, where: Where, bad = false) =>
    n === 0 ? (
      <span className="t3">0</span>
    ) : (
      <Go className={bad ? "ink-overdue" : undefined} href={listHref(LISTING, { ...own, ...where })}>
        {n}
      </Go>
    );
  return (
    <tr>
      <th scope="row">{each.name}</th>
      <td>
        <StateDot meaning={meaning[each.batchOwed]}>{t(each.batchOwed)}</StateDot>
        {each.batches > 0 && (
          <Go className="num" href={listHref("supervision-listing/batch", own)}>
            {" "}
            {each.batches}
          </Go>
        )}
      </td>
      <td>
        {each.owesMajor ? (
          <>
            <StateDot meaning={meaning[each.majorOwed]}>{t(each.majorOwed)}</StateDot>
            {each.majorListings > 0 && (
              <Go className="num" href={listHref(LISTING, { ...own, target: "hazard" })}>
                {" "}
                {each.majorListings}
              </Go>
            )}
          </>
        ) : (
          <span className="t3">—</span>
        )}
      </td>
      <td className="amount">{figure(each.proposed, { state: "proposed" })}</td>
      <td className="amount">{figure(each.open, { state: ["listed", "review", "delisting"] })}</td>
      <td className="amount">{figure(each.overdue, { state: ["listed", "review"], dueOn: { before: "today" } }, true)}</td>
      <td className="amount">{figure(each.delisted, { state: "delisted" })}</td>
      <td className="amount">
        {each.delisted === 0 ? <span className="t3">—</span> : `${Math.round((each.onTime / each.delisted) * 100)}%`}
      </td>
    </tr>
  );
}
