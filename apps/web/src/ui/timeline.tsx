/** What happened, newest first; system acts say 系统. Nothing is edited: corrections are new lines. */
import { type ReactNode, useState } from "react";
import type { Meaning } from "../app/theme/theme.ts";
import { cx } from "../lib/class.ts";
import { clock, dayTime, exact } from "../lib/format.ts";
import { messages } from "../lib/i18n.ts";
import { Segments } from "./button.tsx";
import "./timeline.css";

export type TimelineEntry = {
  readonly id: string;
  readonly at: string;
  readonly text: ReactNode;
  readonly meaning?: Meaning;
  readonly by: "person" | "system";
  readonly files?: ReactNode;
};
type Sort = "all" | "person" | "system" | "file";
const t = messages(
  { all: "全部", person: "人", system: "系统", file: "文件", filter: "筛选时间线", none: "没有这类记录" },
  { all: "All", person: "People", system: "System", file: "Files", filter: "Filter", none: "None of this kind" },
);

export type TimelineProps = {
  readonly entries: readonly TimelineEntry[] /** Alarms show seconds. */;
  readonly seconds?: boolean;
  readonly filter?: boolean;
};

export function Timeline({ entries, seconds = false, filter = false }: TimelineProps) {
  const [sort, setSort] = useState<Sort>("all");
  const sorts: readonly Sort[] = ["all", "person", "system", "file"];
  const shown = entries.filter((entry) => sort === "all" || (sort === "file" ? entry.files !== undefined : entry.by === sort));
  return (
    <>
      {filter && <Segments label={t("filter")} items={sorts.map((key) => ({ key, label: t(key) }))} value={sort} onChange={setSort} />}
      <ol className={cx("timeline", !seconds && "timeline-days")}>
        {shown.map((entry) => (
          <li key={entry.id}>
            <time className="num" dateTime={entry.at} title={exact(entry.at)}>
              {seconds ? clock(entry.at) : dayTime(entry.at)}
            </time>
            <i className={cx("dot", `ink-mark is-${entry.meaning ?? (entry.by === "person" ? "primary" : "offline")}`)} />
            <div className="grow">
              {entry.text}
              {entry.files}
            </div>
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className="small t3">{t("none")}</p>}
    </>
  );
}
