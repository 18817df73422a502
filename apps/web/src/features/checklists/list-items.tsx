/** The items of a list under their sections: what to look at, on what ground, how grave, what photo, and how to mend it. */
import type { CheckItem } from "@suiren/api-client";
import { cx } from "../../lib/class.ts";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { t } from "./words.ts";

export const sectionsOf = (items: readonly CheckItem[]): readonly (readonly [string, readonly CheckItem[]])[] => {
  const sections = new Map<string, CheckItem[]>();
  for (const item of items) sections.set(item.section, [...(sections.get(item.section) ?? []), item]);
  return [...sections];
};

type Props = { readonly items: readonly CheckItem[]; readonly onEdit?: ((item: CheckItem) => void) | undefined };

export function ListItems({ items, onEdit }: Props) {
  return (
    <>
      {sectionsOf(items).map(([section, rows]) => (
        <section key={section} className="list-section">
          <h3>
            {section} <span className="small t3">{t("items", { n: rows.length })}</span>
          </h3>
          {rows.map((item) => (
            <article key={item.id} className="list-item">
              <span className="num small t3">{item.id}</span>
              <div className="grow">
                <p>{item.text}</p>
                <p className="small t2">
                  <span>{item.ground ?? t("noGround")}</span>
                  {!item.confidence.startsWith("seen-") && <span className="ink-soon"> {t("toConfirm")}</span>}
                  {item.penalty && <span> · {item.penalty}</span>}
                </p>
                {item.remedy && (
                  <p className="small t2">
                    {t("remedy")} {item.remedy}
                  </p>
                )}
              </div>
              <span className="row">
                {item.photo !== "onFail" && <Tag>{t(item.photo)}</Tag>}
                <span className={cx("list-grade", item.grade === "serious" && "ink-overdue")}>{t(item.grade)}</span>
                {onEdit && (
                  <Button size="small" onClick={() => onEdit(item)}>
                    {t("editItem")}
                  </Button>
                )}
              </span>
            </article>
          ))}
        </section>
      ))}
    </>
  );
}
