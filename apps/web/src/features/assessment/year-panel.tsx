/** From a year's row to its board. */
import type { PanelProps } from "../../app/panels.ts";
import { Go } from "../../lib/go.tsx";
import { t } from "./words.ts";

export default function YearPanel({ row }: PanelProps) {
  return (
    <p>
      <Go className="btn btn-primary btn-normal" href={`/assessment?year=${row.id}`}>
        {t("openBoard")}
      </Go>
    </p>
  );
}
