/** From a round's row to its sheet. */
import type { PanelProps } from "../../app/panels.ts";
import { Go } from "../../lib/go.tsx";
import { w } from "./sheet-words.ts";

export default function SheetPanel({ row }: PanelProps) {
  return (
    <p>
      <Go className="btn btn-primary btn-normal" href={`/assessment/rounds/${row.id}`}>
        {w("sheet")}
      </Go>
    </p>
  );
}
