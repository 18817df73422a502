/** Units of a department or a group: what stands against each, the most pressing first, a page at a time. */
import type { OverseenUnit } from "@suiren/api-client";
import type { ReactNode } from "react";
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Button } from "../../ui/button.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { t } from "./words.ts";

export const PAGE = 50;
type Page = { readonly rows: readonly OverseenUnit[]; readonly count: number; readonly capped: boolean };

const figure = (n: number, href: string | null, bad = false): ReactNode =>
  n === 0 ? (
    <span className="t3">0</span>
  ) : href === null ? (
    number(n)
  ) : (
    <Go className={cx("link", bad && "duty-late")} href={href}>
      {number(n)}
    </Go>
  );
const since = (on: string | null): ReactNode => (on === null ? <span className="duty-late">{t("never")}</span> : day(on));

export function UnitTable({
  page,
  offset,
  onOffset,
}: {
  readonly page: Page;
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}) {
  if (page.rows.length === 0) return <StateBlock kind="filtered" title={t("noUnit")} />;
  const hazards = (unit: string, more: object = {}) => listHref("hazard-loop/hazard", { unit, open: true, ...more });
  return (
    <>
      <table className="duty-table">
        <thead>
          <tr>
            <th>{t("unit")}</th>
            <th className="duty-number">{t("overdue")}</th>
            <th className="duty-number">{t("hazards")}</th>
            <th>{t("regulator")}</th>
            <th>{t("lastVisit")}</th>
            <th>{t("lastTraining")}</th>
            <th className="duty-number">{t("fires")}</th>
            <th className="duty-number">{t("guided")}</th>
            <th className="duty-number">{t("urged")}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <tr key={row.id}>
              <td className="duty-name">
                <Go className="link" href={`/places/unit/${row.id}`}>
                  {row.name}
                </Go>
                <span className="small t3"> {[row.areaName, row.group].filter(Boolean).join(" ")}</span>
              </td>
              <td className="duty-number num">{figure(row.overdue, hazards(row.id, { dueAt: { before: "now" } }), true)}</td>
              <td className="duty-number num">{figure(row.open, hazards(row.id))}</td>
              <td>{row.regulator ?? "—"}</td>
              <td className="num">{since(row.lastVisitOn)}</td>
              <td className="num">{since(row.lastTrainingOn)}</td>
              <td className="duty-number num">
                {figure(row.fires, listHref("remote-monitoring/alarm", { unit: row.id, kind: "fire", conclusion: "real" }))}
              </td>
              <td className="duty-number num">{figure(row.guided, listHref("responsibility/guidance", { unit: row.id }))}</td>
              <td className="duty-number num">{figure(row.urged, null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager page={page} offset={offset} onOffset={onOffset} />
    </>
  );
}

export const counted = ({ count, capped }: Pick<Page, "count" | "capped">): string =>
  capped ? t("atLeast", { n: number(count) }) : number(count);

export function Pager({
  page,
  offset,
  onOffset,
}: {
  readonly page: { readonly rows: readonly unknown[]; readonly count: number; readonly capped: boolean };
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
}) {
  if (page.count <= PAGE) return null;
  return (
    <p className="duty-pager small t2">
      <span className="grow">{t("shown", { from: offset + 1, to: offset + page.rows.length, of: counted(page) })}</span>
      <Button size="small" reason={offset === 0 ? t("firstPage") : undefined} onClick={() => onOffset(Math.max(0, offset - PAGE))}>
        {t("before")}
      </Button>
      <Button
        size="small"
        reason={offset + page.rows.length >= page.count ? t("lastPage") : undefined}
        onClick={() => onOffset(offset + PAGE)}
      >
        {t("next")}
      </Button>
    </p>
  );
}
